package org.filmwright.engine;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.filmwright.base.Failure;
import org.filmwright.base.Money;
import org.filmwright.base.Progress;

/** Somebody who takes money and answers as the test says; remembers everything that was asked. */
public final class ScriptedSeller implements Seller {
    private final Deque<Sale> starts = new ArrayDeque<>();
    private final Deque<Sale> polls = new ArrayDeque<>();
    private final Deque<Trace> traces = new ArrayDeque<>();
    private final List<String> asked = new ArrayList<>();
    private Stop stop = new Stop(true, Optional.empty(), "Stopped; nothing is charged.");
    private Runnable whileSending = () -> {};

    public static Sale delivered(String output, Money charged) {
        return new Sale.Delivered(output, List.of(), Optional.of(charged));
    }

    public static Sale failed(Failure failure) {
        return new Sale.Failed(failure, Optional.empty());
    }

    public static Sale lost() {
        return failed(new Failure.Ambiguous("The line broke.", Optional.empty()));
    }

    public static Sale pending(String job) {
        return new Sale.Pending(job, Duration.ofSeconds(5));
    }

    public ScriptedSeller starts(Sale... answers) {
        starts.addAll(List.of(answers));
        return this;
    }

    public ScriptedSeller polls(Sale... answers) {
        polls.addAll(List.of(answers));
        return this;
    }

    public ScriptedSeller finds(Trace... answers) {
        traces.addAll(List.of(answers));
        return this;
    }

    public ScriptedSeller stops(Stop answer) {
        stop = answer;
        return this;
    }

    public ScriptedSeller whileSending(Runnable action) {
        whileSending = action;
        return this;
    }

    /** {@code start}, {@code resume job-1}, {@code find}, {@code cancel job-1}, in order. */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    @Override
    public Sale start(PaidCall call, Progress progress) {
        asked.add("start");
        whileSending.run();
        return starts.remove();
    }

    @Override
    public Sale resume(PaidCall call, String job, Progress progress) {
        asked.add("resume " + job);
        return polls.remove();
    }

    @Override
    public Trace find(PaidCall call) {
        asked.add("find");
        return traces.remove();
    }

    @Override
    public Stop cancel(PaidCall call, String job) {
        asked.add("cancel " + job);
        return stop;
    }
}
