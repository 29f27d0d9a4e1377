package org.filmwright.engine;

import java.time.Instant;
import java.util.Optional;
import org.filmwright.base.Failure;

/**
 * A step as recorded. The transitions are pure: each answers the step as it would be afterwards.
 *
 * @param position in the run, from 0: earlier steps start first
 * @param waitsFor how many steps it depends on have not succeeded
 * @param parent the step whose success added this one
 */
public record Step(StepId id, RunId run, String path, StepSpec.Work work, Optional<StepId> parent, int position,
        StepState state, int waitsFor, Tries tries, Ending ending) {
    /** After this many crashes a step is parked as failed: it may be what kills the process. */
    static final int POISON = 3;

    /**
     * How often.
     *
     * @param epoch grows with every start; a result of an older epoch is discarded
     * @param attempt starts since the last success, retry or answer that count against the limit
     * @param crashes times the process died while this step ran
     */
    public record Tries(long epoch, int attempt, int crashes) {
        static final Tries NONE = new Tries(0, 0, 0);
    }

    /**
     * What came of it so far.
     *
     * @param output JSON, where it succeeded
     * @param nextAt when a step that waits for its retry is due
     */
    public record Ending(Optional<String> output, Optional<Failure> failure, Optional<Instant> nextAt,
            Optional<Instant> startedAt, Optional<Instant> endedAt) {
        static final Ending OPEN = new Ending(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty());
    }

    static Step created(RunId run, StepSpec spec, Optional<StepId> parent, int position, int waitsFor) {
        return new Step(StepId.of(run, spec.path()), run, spec.path(), spec.work(), parent, position,
                StepState.PENDING, waitsFor, Tries.NONE, Ending.OPEN);
    }

    /** The JSON for the handler; a gate has none. */
    public String input() {
        return switch (work) {
            case StepSpec.Work.Task task -> task.input();
            case StepSpec.Work.Gate gate -> "{}";
        };
    }

    /** The lane it needs; a gate needs none. */
    public String lane() {
        return switch (work) {
            case StepSpec.Work.Task task -> task.lane();
            case StepSpec.Work.Gate gate -> "";
        };
    }
}
