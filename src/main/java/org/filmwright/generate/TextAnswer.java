package org.filmwright.generate;

import java.time.Duration;
import java.util.Optional;
import org.filmwright.base.Failure;
import org.filmwright.base.Money;

/** What a text generator answers. */
public sealed interface TextAnswer {
    record Written(String text, Ending ending, Answer.Usage usage) implements TextAnswer {}

    /** A remote job, or a person who has to agree first: the same is asked again later, and goes on where it stopped. */
    record Pending(String handle, Duration pollAfter) implements TextAnswer {}

    /** A refusal of the generator is {@link Failure.Refused}, a late answer {@link Failure.Transient}. */
    record Failed(Failure failure, Optional<Money> charged) implements TextAnswer {
        public Failed(Failure failure) {
            this(failure, Optional.empty());
        }
    }

    /** Whether the writer had finished, or was cut off at the longest answer. */
    enum Ending {
        FINISHED, CUT_OFF
    }
}
