package org.filmwright.engine;

import java.time.Duration;
import java.util.Optional;

/**
 * Does one kind of step. Called on a worker thread, possibly again after a crash: what it leaves behind must be the same
 * the second time. It polls {@link org.filmwright.base.Progress#checkCancelled()}; it is never interrupted.
 */
@FunctionalInterface
public interface StepHandler {
    StepResult run(StepContext context);

    /** After this long a step is asked to stop, and fails. */
    default Duration limit() {
        return Duration.ofHours(1);
    }

    /**
     * Whether the output may be used again, also in another run. The answer names everything that the output depends on,
     * the version of this handler first: the same words are the same work. {@link StepContext#given} are such words for
     * all that the step is given; where only a part of it counts, only that part is named. Steps that add steps are never
     * remembered.
     */
    default Optional<String> memo(StepContext context) {
        return Optional.empty();
    }

    /** Whether an output is remembered under {@link #memo}: what only stands in for something else is made anew next time. */
    default boolean lasting(StepResult result) {
        return true;
    }

    /** The same work with less of what may have run out (fewer pixels, fewer pictures at once), if that can be had. */
    default Optional<String> smaller(String input) {
        return Optional.empty();
    }
}
