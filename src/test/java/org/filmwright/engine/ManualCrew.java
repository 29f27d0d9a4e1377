package org.filmwright.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Works only when the test says so, on the test's own thread; time passes only when the test says so. */
public final class ManualCrew implements Crew {
    private final SettableClock clock;
    private final Deque<Runnable> steps = new ArrayDeque<>();
    private final List<Timer> timers = new ArrayList<>();

    public ManualCrew(SettableClock clock) {
        this.clock = clock;
    }

    private record Timer(Instant due, Runnable action) {}

    @Override
    public void work(Runnable step) {
        steps.add(step);
    }

    @Override
    public void later(Duration delay, Runnable action) {
        timers.add(new Timer(clock.instant().plus(delay), action));
    }

    @Override
    public void tell(Runnable news) {
        news.run();
    }

    @Override
    public void dismiss() {
        runAll();
    }

    /** Steps that have started and wait for the test to do them. */
    public int waiting() {
        return steps.size();
    }

    /** Does the step that started first, if any has; says whether there was one. */
    public boolean runOne() {
        Runnable step = steps.poll();
        if (step != null) {
            step.run();
        }
        return step != null;
    }

    /** Does steps until none is left. */
    public void runAll() {
        while (runOne()) {
            Thread.onSpinWait();
        }
    }

    /** Lets time pass and no step be worked on; whatever falls due happens at its time, also what is only then set. */
    public void pass(Duration time) {
        pass(time, () -> {});
    }

    /** Lets time pass and does every step as soon as it starts. */
    public void passAtWork(Duration time) {
        runAll();
        pass(time, this::runAll);
    }

    private void pass(Duration time, Runnable meanwhile) {
        Instant end = clock.instant().plus(time);
        for (Optional<Timer> next = next(end); next.isPresent(); next = next(end)) {
            timers.remove(next.get());
            clock.set(next.get().due());
            next.get().action().run();
            meanwhile.run();
        }
        clock.set(end);
    }

    private Optional<Timer> next(Instant end) {
        return timers.stream().min(Comparator.comparing(Timer::due)).filter(timer -> !timer.due().isAfter(end));
    }
}
