package org.filmwright.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;

/** Works through what is open as the lanes would, in thought: each step takes as long as its kind usually does. Pure. */
final class Forecast {
    private final Map<String, Pace> paces;
    private final Map<String, Integer> room;
    private final Map<StepId, Execution.Report> reports;
    private final Instant now;

    Forecast(Map<String, Pace> paces, Map<String, Integer> room, Map<StepId, Execution.Report> reports, Instant now) {
        this.paces = paces;
        this.room = room;
        this.reports = reports;
        this.now = now;
    }

    /** @param before what each step depends on */
    Outlook of(List<Step> steps, Map<StepId, List<StepId>> before) {
        List<Step> open = steps.stream().filter(Forecast::counts).toList();
        int unknown = (int) open.stream().filter(step -> pace(step).isEmpty()).count();
        Map<String, Duration> lanes = new HashMap<>();
        long end = simulate(open, before, lanes);
        Optional<Duration> remaining = !open.isEmpty() && unknown == open.size()
                ? Optional.empty()
                : Optional.of(Duration.ofMillis(end));
        return new Outlook(remaining, lanes, unknown,
                open.stream().filter(step -> step.state() == StepState.RUNNING).map(this::running).toList());
    }

    private static boolean counts(Step step) {
        return !step.state().ended() && step.work() instanceof StepSpec.Work.Task;
    }

    /** When the last one ends, in ms from now; steps behind a question start as if it were answered at once. */
    private long simulate(List<Step> open, Map<StepId, List<StepId>> before, Map<String, Duration> lanes) {
        Map<StepId, Long> ends = new HashMap<>();
        Map<String, PriorityQueue<Long>> slots = new HashMap<>();
        long last = 0;
        for (Step step : inOrder(open, before)) {
            long ready = before.getOrDefault(step.id(), List.of())
                    .stream()
                    .mapToLong(each -> ends.getOrDefault(each, 0L))
                    .max()
                    .orElse(0);
            PriorityQueue<Long> lane = slots.computeIfAbsent(step.lane(), _ -> new PriorityQueue<>());
            long free = lane.size() < room.getOrDefault(step.lane(), 1) ? 0 : lane.remove();
            long end = Math.max(ready, free) + remaining(step).map(Duration::toMillis).orElse(0L);
            lane.add(end);
            ends.put(step.id(), end);
            lanes.merge(step.lane(), Duration.ofMillis(end), (a, b) -> a.compareTo(b) > 0 ? a : b);
            last = Math.max(last, end);
        }
        return last;
    }

    /** What runs first; then by how much must be done before it, and in the order of the queue. */
    private static List<Step> inOrder(List<Step> open, Map<StepId, List<StepId>> before) {
        Map<StepId, Integer> depth = new HashMap<>();
        Map<StepId, Step> byId = new HashMap<>();
        open.forEach(step -> byId.put(step.id(), step));
        List<Step> sorted = new ArrayList<>(open);
        sorted.sort(Comparator.comparingInt((Step step) -> step.state() == StepState.RUNNING ? 0 : 1)
                .thenComparingInt(step -> depth(step.id(), byId, before, depth))
                .thenComparingLong(Step::urgency)
                .thenComparingInt(Step::position));
        return sorted;
    }

    private static int depth(StepId id, Map<StepId, Step> open, Map<StepId, List<StepId>> before,
            Map<StepId, Integer> known) {
        Integer found = known.get(id);
        if (found == null) {
            found = open.containsKey(id)
                    ? 1 + before.getOrDefault(id, List.of())
                            .stream()
                            .mapToInt(each -> depth(each, open, before, known))
                            .max()
                            .orElse(0)
                    : 0;
            known.put(id, found);
        }
        return found;
    }

    private Outlook.Running running(Step step) {
        Execution.Report report = reports.getOrDefault(step.id(), new Execution.Report(0, ""));
        Duration elapsed = elapsed(step);
        return new Outlook.Running(step.id(), step.path(), report.fraction(), report.note(), elapsed,
                remaining(step), pace(step).filter(pace -> pace.slow(elapsed)).isPresent());
    }

    /** Of a running step, history and its own report are mixed: the further it is, the more its report counts. */
    private Optional<Duration> remaining(Step step) {
        double done = Optional.ofNullable(reports.get(step.id())).map(Execution.Report::fraction).orElse(0.0);
        double elapsed = elapsed(step).toMillis();
        Optional<Double> usual = pace(step).map(pace -> Math.max(0, pace.meanMs() - elapsed));
        Optional<Double> reported = done > 0.02 && done <= 1
                ? Optional.of(elapsed / done * (1 - done))
                : Optional.empty();
        return usual.map(u -> reported.map(r -> done * r + (1 - done) * u).orElse(u))
                .or(() -> reported)
                .map(ms -> Duration.ofMillis(ms.longValue()));
    }

    private Duration elapsed(Step step) {
        return step.state() == StepState.RUNNING
                ? step.ending()
                        .startedAt()
                        .map(start -> Duration.between(start, now))
                        .filter(Duration::isPositive)
                        .orElse(Duration.ZERO)
                : Duration.ZERO;
    }

    private Optional<Pace> pace(Step step) {
        return step.work() instanceof StepSpec.Work.Task task
                ? Optional.ofNullable(paces.get(task.handler()))
                : Optional.empty();
    }
}
