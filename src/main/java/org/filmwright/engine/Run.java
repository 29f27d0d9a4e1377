package org.filmwright.engine;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.filmwright.base.Failure;

/**
 * A run as recorded.
 *
 * @param key its idempotency key
 * @param input JSON it was started with
 * @param priority the steps of a run with a higher one start first; 0 is usual
 * @param failure of the step that failed it
 * @param counts how many of its steps stand where; states without a step are absent
 */
public record Run(RunId id, String name, String key, String input, int priority, RunState state,
        Optional<Failure> failure, Map<StepState, Integer> counts, Instant createdAt, Optional<Instant> endedAt) {
    public Run {
        counts = Map.copyOf(counts);
    }

    static Run created(RunSpec spec, Instant now) {
        return new Run(spec.id(), spec.name(), spec.idempotencyKey(), spec.input(), spec.priority(), RunState.CREATED,
                Optional.empty(), new EnumMap<>(StepState.class), now, Optional.empty());
    }

    Run to(RunState next, Instant now) {
        return to(next, failure, now);
    }

    /** @throws IllegalStateException where the table of engine.md 5 has no such arrow */
    Run to(RunState next, Optional<Failure> why, Instant now) {
        if (!state.next().contains(next)) {
            throw new IllegalStateException("A run does not go from " + state + " to " + next);
        }
        Optional<Instant> ended = next.ended() ? Optional.of(now) : Optional.empty();
        return new Run(id, name, key, input, priority, next, why, counts, createdAt, ended);
    }

    Run prioritised(int newPriority) {
        return new Run(id, name, key, input, newPriority, state, failure, counts, createdAt, endedAt);
    }

    /** With its steps counted. */
    public Run counted(Map<StepState, Integer> steps) {
        return new Run(id, name, key, input, priority, state, failure, steps, createdAt, endedAt);
    }

    public int count(StepState step) {
        return counts.getOrDefault(step, 0);
    }

    public int steps() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Everything that could be done by itself is done, and a question is open. */
    public boolean waitsForPerson() {
        return state == RunState.RUNNING && count(StepState.WAITING_DECISION) > 0 && idle();
    }

    /**
     * Nothing moves, and nothing will by itself: ended, paused, or waiting for a person, for somebody who can
     * do what is next, or for nested runs; whether those rest as well is not said.
     */
    public boolean rests() {
        return working() == 0
                && (state.ended() || state == RunState.PAUSED || waits());
    }

    /** It cannot go on by itself: a question is open, or nothing here can do what is next, or a nested run is not done. */
    private boolean waits() {
        return state == RunState.RUNNING && idle()
                && count(StepState.WAITING_DECISION) + count(StepState.PARKED) + count(StepState.WAITING_CHILD) > 0;
    }

    /** How many of its steps are being worked on, here or elsewhere. */
    int working() {
        return count(StepState.RUNNING) + count(StepState.WAITING_EXTERNAL);
    }

    private boolean idle() {
        return working() + count(StepState.READY) + count(StepState.RETRY_WAIT) == 0;
    }
}
