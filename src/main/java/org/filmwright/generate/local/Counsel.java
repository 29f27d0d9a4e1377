package org.filmwright.generate.local;

import java.nio.file.Path;
import org.filmwright.base.Outcome;
import org.filmwright.base.Progress;

/** Where companions are asked, one question at a time; whoever asks while another is answered waits. */
@FunctionalInterface
public interface Counsel {
    /**
     * Asks the companion of a folder, which is loaded first unless it is there. A file appears whole or not at all.
     *
     * @throws org.filmwright.base.Cancelled when asked to stop
     */
    Outcome<Companion.Answer> consult(Path companion, Companion.Question question, Progress progress);
}
