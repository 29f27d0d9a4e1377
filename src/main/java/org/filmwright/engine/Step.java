package org.filmwright.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.filmwright.base.Failure;

/**
 * A step as recorded. The transitions are pure: each answers the step as it would be afterwards.
 *
 * @param position in the run, from 0: earlier steps start first
 * @param waitsFor how many steps it depends on have not succeeded
 * @param parent the step whose success added this one
 * @param urgency its place in the queue of its lane: the smaller, the sooner
 */
public record Step(StepId id, RunId run, String path, StepSpec.Work work, Optional<StepId> parent, int position,
        long urgency, StepState state, int waitsFor, Tries tries, Ending ending) {
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
     * @param confidence 0..1, where the handler said how sure it is of its output
     * @param memo under which the output may be found again, where the handler wants it remembered
     */
    public record Ending(Optional<String> output, Optional<Failure> failure, Optional<Instant> nextAt,
            Optional<Instant> startedAt, Optional<Instant> endedAt, Optional<Double> confidence,
            Optional<String> memo) {
        static final Ending OPEN = new Ending(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty());

        private Ending startedAt(Instant now) {
            return new Ending(output, failure, nextAt, Optional.of(now), endedAt, confidence, memo);
        }

        private Ending over(Optional<String> newOutput, Optional<Failure> newFailure, Instant now) {
            return new Ending(newOutput, newFailure, Optional.empty(), startedAt, Optional.of(now), Optional.empty(),
                    Optional.empty());
        }

        private Ending of(Optional<Double> sure, Optional<String> key) {
            return new Ending(output, failure, nextAt, startedAt, endedAt, sure, key);
        }

        private Ending asked(Instant due) {
            return new Ending(Optional.empty(), Optional.empty(), Optional.of(due), startedAt, Optional.empty(),
                    Optional.empty(), Optional.empty());
        }

        private Ending later(Failure why, Instant due) {
            return new Ending(Optional.empty(), Optional.of(why), Optional.of(due), startedAt, Optional.empty(),
                    Optional.empty(), Optional.empty());
        }
    }

    static Step created(Run run, StepSpec spec, Optional<StepId> parent, int position) {
        return new Step(StepId.of(run.id(), spec.path()), run.id(), spec.path(), spec.work(), parent, position,
                Urgency.of(run, spec.priority()), StepState.PENDING, spec.dependsOn().size(), Tries.NONE,
                Ending.OPEN);
    }

    Step ready() {
        return to(StepState.READY, tries, Ending.OPEN);
    }

    /** A dependency succeeded. */
    Step unblocked() {
        return new Step(id, run, path, work, parent, position, urgency, state, waitsFor - 1, tries, ending);
    }

    Step started(Instant now) {
        Tries next = new Tries(tries.epoch() + 1, tries.attempt() + 1, tries.crashes());
        return to(StepState.RUNNING, next, Ending.OPEN.startedAt(now));
    }

    Step succeeded(String output, Instant now) {
        return to(StepState.SUCCEEDED, tries, ending.over(Optional.of(output), Optional.empty(), now));
    }

    /** Succeeded, by this much sure of it, to be found again under {@code memo}. */
    Step succeeded(StepResult.Succeeded result, Optional<String> memo, Instant now) {
        return to(StepState.SUCCEEDED, tries,
                ending.over(Optional.of(result.output()), Optional.empty(), now).of(result.confidence(), memo));
    }

    Step failed(Failure failure, Instant now) {
        return to(StepState.FAILED, tries, ending.over(Optional.empty(), Optional.of(failure), now));
    }

    /** Tries again at {@code nextAt}. */
    Step postponed(Failure failure, Instant nextAt) {
        return to(StepState.RETRY_WAIT, tries, ending.later(failure, nextAt));
    }

    /** Tries again at {@code nextAt}; it was told to wait, so this try does not count. */
    Step sentAway(Failure failure, Instant nextAt) {
        return to(StepState.RETRY_WAIT, new Tries(tries.epoch(), tries.attempt() - 1, tries.crashes()),
                ending.later(failure, nextAt));
    }

    /** At another place in the queue of its lane. */
    Step placed(long newUrgency) {
        return new Step(id, run, path, work, parent, position, newUrgency, state, waitsFor, tries, ending);
    }

    /** Nothing here can do it; where that was found out by beginning it, that is no attempt. */
    Step parked(Failure why) {
        int attempt = tries.attempt() - (state == StepState.RUNNING ? 1 : 0);
        return to(StepState.PARKED, new Tries(tries.epoch(), attempt, tries.crashes()),
                new Ending(Optional.empty(), Optional.of(why), Optional.empty(), Optional.empty(), Optional.empty(),
                        Optional.empty(), Optional.empty()));
    }

    Step awaiting() {
        return to(StepState.WAITING_CHILD, tries, Ending.OPEN);
    }

    /** On a branch that is not taken; a step that failed keeps why. */
    Step skipped(Instant now) {
        return to(StepState.SKIPPED, tries, ending.over(Optional.empty(), ending.failure(), now));
    }

    /** A remote job is at it; it is asked for at {@code nextAt}. */
    Step waitingOutside(Instant nextAt) {
        Ending waits = ending.asked(nextAt);
        return state == StepState.WAITING_EXTERNAL
                ? new Step(id, run, path, work, parent, position, urgency, state, waitsFor, tries, waits)
                : to(StepState.WAITING_EXTERNAL, tries, waits);
    }

    /** Held by a person's answer until {@code nextAt}; that is no attempt. */
    Step waitsUntil(Failure why, Instant nextAt) {
        return to(StepState.RETRY_WAIT, new Tries(tries.epoch(), 0, 0), ending.later(why, nextAt));
    }

    Step asking() {
        return to(StepState.WAITING_DECISION, tries, ending);
    }

    /** Answered by a person: the handler runs again, and its attempts are counted afresh. */
    Step answered() {
        return to(StepState.READY, new Tries(tries.epoch(), 0, 0), Ending.OPEN);
    }

    Step cancelled(Instant now) {
        return to(StepState.CANCELLED, tries, ending.over(Optional.empty(), Optional.empty(), now));
    }

    /** No longer part of the run's plan. */
    Step dropped(Instant now) {
        return to(StepState.SKIPPED, tries, ending.over(Optional.empty(), Optional.empty(), now));
    }

    /** Stopped half-way at the engine's own wish: it did not fail. */
    Step putBack() {
        return to(StepState.READY, new Tries(tries.epoch(), tries.attempt() - 1, tries.crashes()), Ending.OPEN);
    }

    /** The process died while this ran. */
    Step orphaned(Instant now) {
        Tries next = new Tries(tries.epoch() + 1, tries.attempt() - 1, tries.crashes() + 1);
        if (next.crashes() < POISON) {
            return to(StepState.READY, next, Ending.OPEN);
        }
        Failure poison = new Failure.Bug("engine.poison", "The program ended " + POISON + " times while working on "
                + path + ". Everything else was kept. Start it again to try once more.");
        return to(StepState.FAILED, next, ending.over(Optional.empty(), Optional.of(poison), now));
    }

    /** To be done (again), as {@code newWork}, once the steps before it are done. */
    Step reopened(StepSpec.Work newWork) {
        Step again = state == StepState.PENDING
                ? this
                : to(StepState.PENDING, new Tries(tries.epoch(), 0, 0), Ending.OPEN);
        return new Step(id, run, path, newWork, parent, position, urgency, again.state, waitsFor, again.tries,
                again.ending);
    }

    Step as(StepSpec.Work newWork) {
        return new Step(id, run, path, newWork, parent, position, urgency, state, waitsFor, tries, ending);
    }

    Step waitingFor(int steps) {
        return new Step(id, run, path, work, parent, position, urgency, state, steps, tries, ending);
    }

    /** Whether {@code other} is the very same execution of this step. */
    public boolean sameExecution(Step other) {
        return id.equals(other.id) && state == other.state && tries.epoch() == other.tries.epoch();
    }

    private Step to(StepState next, Tries newTries, Ending newEnding) {
        if (!state.next().contains(next)) {
            throw new IllegalStateException(path + " does not go from " + state + " to " + next);
        }
        return new Step(id, run, path, work, parent, position, urgency, next, waitsFor, newTries, newEnding);
    }

    /** How long it was worked on, once it has ended. */
    public Optional<Duration> took() {
        return ending.startedAt().flatMap(start -> ending.endedAt().map(end -> Duration.between(start, end)));
    }

    /** The JSON for the handler; a gate has none. */
    public String input() {
        return switch (work) {
            case StepSpec.Work.Task task -> task.input();
            case StepSpec.Work.Subflow sub -> sub.input();
            case StepSpec.Work.Gate _ -> "{}";
        };
    }

    /** The lane it needs; a gate needs none. */
    public String lane() {
        return switch (work) {
            case StepSpec.Work.Task task -> task.lane();
            case StepSpec.Work.Gate _,StepSpec.Work.Subflow _ -> "";
        };
    }
}
