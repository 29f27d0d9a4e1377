package org.filmwright.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.filmwright.base.TakeId;
import org.filmwright.clips.ClipTake;
import org.filmwright.history.Change;
import org.filmwright.engine.EngineFact;
import org.filmwright.images.ImageTake;
import org.filmwright.review.Verdict;
import org.filmwright.story.Scripts;
import org.filmwright.timeline.Cut;

/**
 * What goes into the journal before it becomes rows: decisions of people, what cannot be computed again, and the pictures
 * and clips themselves, because a decision about a take is worth nothing without the take.
 */
sealed interface Fact {
    record Ruled(Verdict verdict) implements Fact {}

    record ScriptImported(Scripts.Script script) implements Fact {}

    /** @param joins whether it belongs to the step before it */
    record Edited(Change change, boolean joins, Instant at) implements Fact {}

    /** @param entry the step of the history that was taken back */
    record Undone(long entry) implements Fact {}

    /** @param entry the step of the history that was done again */
    record Redone(long entry) implements Fact {}

    record Drawn(ImageTake take) implements Fact {}

    /** A take in the trash was asked for again. */
    record Redrawn(TakeId take) implements Fact {}

    /** Takes were in the trash for so long that their pictures are deleted. */
    record Discarded(List<TakeId> takes) implements Fact {
        public Discarded {
            takes = List.copyOf(takes);
        }
    }

    record Filmed(ClipTake clip) implements Fact {}

    /** @param assembled what rules made of the same shots, where the cut keeps edits by hand */
    record CutSaved(Cut cut, Optional<Cut> assembled) implements Fact {}

    record Workflow(EngineFact fact) implements Fact {}
}
