package org.filmwright.engine;

import java.util.List;
import java.util.Optional;
import org.filmwright.base.Failure;
import org.filmwright.base.MediaRef;

/** What a handler answers. */
public sealed interface StepResult {
    /**
     * Done. Output, artifacts, further steps and the step's success become durable together or not at all.
     *
     * @param output JSON, handed to the steps that depend on this one
     * @param artifacts published media files this step stands for
     * @param expansion steps to add to the run; they may depend on each other and on any step that exists
     * @param confidence 0..1, where the handler can say how sure it is
     */
    record Succeeded(String output, List<MediaRef> artifacts, List<StepSpec> expansion, Optional<Double> confidence)
            implements
                StepResult {
        public Succeeded {
            artifacts = List.copyOf(artifacts);
            expansion = List.copyOf(expansion);
            if (confidence.filter(sure -> !(sure >= 0 && sure <= 1)).isPresent()) {
                throw new IllegalArgumentException("Confidence is 0 to 1, not " + confidence.get());
            }
        }

        public Succeeded(String output, List<MediaRef> artifacts, List<StepSpec> expansion) {
            this(output, artifacts, expansion, Optional.empty());
        }
    }

    /** A person has to choose. */
    record NeedsDecision(Question question) implements StepResult {}

    record Failed(Failure failure) implements StepResult {}

    /**
     * Somebody has answered, and what came cannot be used. The step is tried again as after any failure of that kind; its
     * lane is none the worse for it.
     */
    record Spoiled(Failure failure) implements StepResult {}

    /** A remote job is at it; its handle is recorded. The handler runs again after a while to ask for it. */
    record Waiting(java.time.Duration pollAfter) implements StepResult {}

    /** The step may not pay before a person has answered; steps with the same subject wait for one answer. */
    record Held(Hold hold, Question question) implements StepResult {}

    static StepResult done(String output) {
        return new Succeeded(output, List.of(), List.of());
    }

    static StepResult done(String output, MediaRef artifact) {
        return new Succeeded(output, List.of(artifact), List.of());
    }
}
