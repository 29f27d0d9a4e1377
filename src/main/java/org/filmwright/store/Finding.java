package org.filmwright.store;

import java.util.Optional;
import org.filmwright.engine.StepId;

/**
 * Something that a check of the project found.
 *
 * @param where the file, or the run, relative to the project
 * @param maker the step that has to be done again to mend it
 * @param repaired whether it is mended now
 */
public record Finding(Kind kind, String where, String sentence, Optional<StepId> maker, boolean repaired) {
    /** What can be wrong. */
    public enum Kind {
        /** A row names a file that is not there. */
        MISSING_FILE,
        /** A file's content is not what its name says. */
        DAMAGED_FILE,
        /** No row names the file. */
        ORPHAN_FILE,
        /** The journal of facts does not hold together, or does not fit its seals. */
        JOURNAL,
        /** The event log of a run does not hold together, or tells another story than its rows. */
        EVENT_LOG
    }

    static Finding of(Kind kind, String where, String sentence) {
        return new Finding(kind, where, sentence, Optional.empty(), false);
    }

    /** The same, mended; {@code how} is a sentence. */
    public Finding mended(String how) {
        return new Finding(kind, where, sentence + " " + how, maker, true);
    }
}
