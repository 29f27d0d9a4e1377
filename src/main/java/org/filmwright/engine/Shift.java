package org.filmwright.engine;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * The steps that are being worked on. Counts the seconds itself, so that neither a clock that jumps nor a machine that
 * slept ends a step: one that takes too long is asked to stop, and one that does not stop when asked is left behind.
 */
final class Shift {
    private static final Duration BEAT = Duration.ofSeconds(1);
    private static final int PATIENCE = 10;
    private final Map<StepId, Watched> running = new ConcurrentHashMap<>();
    private final AtomicBoolean watching = new AtomicBoolean();
    private final Crew crew;
    private final Consumer<Execution> leaveBehind;

    Shift(Crew crew, Consumer<Execution> leaveBehind) {
        this.crew = crew;
        this.leaveBehind = leaveBehind;
    }

    void begin(Execution execution, Duration limit) {
        running.put(execution.step().id(), new Watched(execution, limit));
        if (watching.compareAndSet(false, true)) {
            crew.later(BEAT, this::beat);
        }
    }

    void end(Execution execution) {
        execution.ended();
        running.computeIfPresent(execution.step().id(),
                (_, watched) -> watched.execution == execution ? null : watched);
    }

    int size() {
        return running.size();
    }

    List<Execution> all() {
        return running.values().stream().map(watched -> watched.execution).toList();
    }

    Optional<Execution> of(StepId step) {
        return Optional.ofNullable(running.get(step)).map(watched -> watched.execution);
    }

    private void beat() {
        running.values().forEach(Watched::beat);
        running.values()
                .stream()
                .filter(Watched::stubborn)
                .map(watched -> watched.execution)
                .toList()
                .forEach(leaveBehind);
        watching.set(false);
        if (!running.isEmpty() && watching.compareAndSet(false, true)) {
            crew.later(BEAT, this::beat);
        }
    }

    private static final class Watched {
        private final Execution execution;
        private final Duration limit;
        private long beats;
        private int asked;

        Watched(Execution execution, Duration limit) {
            this.execution = execution;
            this.limit = limit;
        }

        void beat() {
            beats++;
            if (BEAT.multipliedBy(beats).compareTo(limit) >= 0) {
                execution.stop(Execution.Stop.OVERDUE);
            }
            asked += execution.stopped().isPresent() ? 1 : 0;
        }

        boolean stubborn() {
            return asked > PATIENCE;
        }
    }
}
