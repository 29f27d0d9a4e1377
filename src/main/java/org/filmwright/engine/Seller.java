package org.filmwright.engine;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.filmwright.base.Failure;
import org.filmwright.base.MediaRef;
import org.filmwright.base.Money;
import org.filmwright.base.Progress;

/** Somebody who may charge, as the engine calls them. Only {@link StepContext#spend} does, after the intent is durable. */
public interface Seller {
    /** Sends the request, with {@link PaidCall#key()} where keys are honoured. */
    Sale start(PaidCall call, Progress progress);

    /** Asks for the job of an accepted call, and takes what is ready. */
    Sale resume(PaidCall call, String job, Progress progress);

    /** What became of a call whose answer was lost. */
    Trace find(PaidCall call);

    /** Asks to stop a job. */
    Stop cancel(PaidCall call, String job);

    /** What the seller answers. */
    sealed interface Sale {
        /** @param charged absent where the provider does not say @param artifacts published files */
        record Delivered(String output, List<MediaRef> artifacts, Optional<Money> charged) implements Sale {
            public Delivered {
                artifacts = List.copyOf(artifacts);
            }
        }

        record Pending(String job, Duration pollAfter) implements Sale {}

        /**
         * {@link Failure.Ambiguous}: it may have been charged. {@link Failure.Transient} of an accepted job: it could
         * not be asked, and is asked again. Anything else: the call is over.
         */
        record Failed(Failure failure, Optional<Money> charged) implements Sale {}
    }

    /** What can be found out about a call. */
    sealed interface Trace {
        /** It arrived and has this job, whatever state that is in. */
        record Accepted(String job) implements Trace {}

        /** The provider is certain that it never arrived. */
        record Never() implements Trace {}

        /** The provider honours keys: to send the very same call again is safe. */
        record Repeatable() implements Trace {}

        /** Nobody can tell. @param evidence for the person who decides: when, what, where to look */
        record Unknown(String evidence) implements Trace {}

        /** The provider could not be asked now. */
        record Unanswered(Failure failure) implements Trace {}
    }

    /** @param stopped whether the job was stopped @param charged what is charged all the same, where that is known */
    record Stop(boolean stopped, Optional<Money> charged, String words) {}
}
