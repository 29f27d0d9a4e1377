package org.filmwright.ui;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.filmwright.base.Failure;
import org.filmwright.base.FrameSize;
import org.filmwright.base.Outcome;
import org.filmwright.base.Progress;
import org.filmwright.production.Asked;
import org.filmwright.production.Job;
import org.filmwright.production.JobQueue;
import org.filmwright.production.Project;

/** A queue in memory: it does nothing by itself, remembers what was asked of it, and says what a test tells it to. */
public final class SampleQueue implements JobQueue {
    final Map<String, Rest> rests = new ConcurrentHashMap<>();
    /** The lanes that were woken. */
    final List<String> woken = new CopyOnWriteArrayList<>();
    public static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final List<Job> jobs = new CopyOnWriteArrayList<>();
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final Map<String, Path> films = new ConcurrentHashMap<>();
    private volatile Optional<Failure> refusal = Optional.empty();
    private volatile Optional<Instant> cleared = Optional.empty();

    /** One failed for want of memory, one running, two waiting, and forty done. */
    public static SampleQueue busy() {
        SampleQueue queue = new SampleQueue();
        queue.jobs.add(failed("f", "1-C", new Failure.Exhausted("memory",
                "Could not film 1-C: it needs 22 GB, 18 GB are free. The take is kept.")));
        queue.jobs.add(job("r", 1, draw("2-B", 3), Job.State.RUNNING, started(Instant.now().minusSeconds(6))));
        queue.jobs.add(job("w1", 2, draw("2-C", 1), Job.State.WAITING, Job.Times.NONE));
        queue.jobs.add(job("w2", 3, clip("2-C"), Job.State.BLOCKED, Job.Times.NONE));
        IntStream.rangeClosed(1, 40)
                .forEach(i -> queue.jobs.add(job("d" + i, 10 + i, draw("2-A", i), Job.State.DONE, took(i, 11.4))));
        return queue;
    }

    /** One in each state in which a job can be, with the longest that it may have to say. */
    static SampleQueue ofEveryKind() {
        SampleQueue queue = new SampleQueue();
        Failure lacking = new Failure.Misconfigured("No worker here can make clips at 3840x2160.",
                "Start one on a machine with 24 GB of GPU memory, or choose a smaller size.");
        queue.jobs.add(failed("f", "1-C", new Failure.Exhausted("memory",
                "Could not film 1-C: it needs 22 GB, 18 GB are free. The take is kept.")));
        queue.jobs.add(failed("f2", "11-BB", new Failure.Transient("The model server at render-7.studio.local:11434"
                + " closed the connection before the picture was whole.", java.time.Duration.ZERO)));
        queue.jobs.add(job("r", 1, draw("2-B", 3), Job.State.RUNNING, started(Instant.now().minusSeconds(6))));
        queue.jobs.add(new Job("l", "run", new Job.Place(2, 2), clip("12-AB"), Job.State.LACKING, Job.Times.NONE,
                Optional.of(lacking)));
        queue.jobs.add(job("a", 3, new Job.Work(Job.Task.CIRCLE, "2-C", 0, "", "cpu", Optional.empty()),
                Job.State.ASKING, Job.Times.NONE));
        queue.jobs.add(job("w", 4, draw("2-C", 1), Job.State.WAITING, Job.Times.NONE));
        queue.jobs.add(new Job("t", "run", new Job.Place(5, 5), draw("2-D", 2), Job.State.RETRYING, Job.Times.NONE,
                Optional.of(new Failure.Transient("The server was busy.", java.time.Duration.ofSeconds(30)))));
        queue.jobs.add(job("b", 6, clip("2-C"), Job.State.BLOCKED, Job.Times.NONE));
        queue.jobs.add(job("h", 7, clip("3-A"), Job.State.HELD, Job.Times.NONE));
        queue.jobs.add(job("s", 8, draw("3-B", 1), Job.State.STOPPED, Job.Times.NONE));
        queue.jobs.add(job("d", 9, draw("2-A", 2), Job.State.DONE, took(1, 11.4)));
        return queue;
    }

    /** Nothing is left to do. */
    static SampleQueue done() {
        SampleQueue queue = new SampleQueue();
        IntStream.rangeClosed(1, 42)
                .forEach(i -> queue.jobs.add(job("d" + i, i, draw("2-A", i), Job.State.DONE, took(i, 11.4))));
        return queue;
    }

    /** The same film, resting until somebody lets it go on. */
    static SampleQueue paused() {
        SampleQueue queue = done();
        queue.jobs.add(job("p1", 50, draw("3-A", 1), Job.State.PAUSED, Job.Times.NONE));
        queue.jobs.add(job("p2", 51, clip("3-A"), Job.State.PAUSED, Job.Times.NONE));
        return queue;
    }

    public static SampleQueue of(int waiting) {
        SampleQueue queue = new SampleQueue();
        IntStream.range(0, waiting)
                .forEach(i -> queue.jobs.add(job("w" + i, i, draw(i / 26 + "-" + (char) ('A' + i % 26), 1),
                        Job.State.WAITING, Job.Times.NONE)));
        return queue;
    }

    public static Job job(String id, int order, Job.Work work, Job.State state, Job.Times times) {
        return new Job(id, "run", new Job.Place(order, order), work, state, times, Optional.empty());
    }

    public static Job failed(String id, String shot, Failure failure) {
        return new Job(id, "run", new Job.Place(0, 0), clip(shot), Job.State.FAILED, took(0, 30), Optional.of(failure));
    }

    public static Job.Work draw(String shot, int take) {
        return new Job.Work(Job.Task.DRAW, shot, take, "draft", "cpu", Optional.of(FrameSize.HD));
    }

    public static Job.Work clip(String shot) {
        return new Job.Work(Job.Task.CLIP, shot, 0, "camera", "media", Optional.of(FrameSize.HD));
    }

    public static Job.Times started(Instant at) {
        return new Job.Times(Optional.of(at), Optional.empty(), Optional.empty());
    }

    /** Ended {@code minutes} after noon. */
    public static Job.Times took(int minutes, double seconds) {
        Instant end = NOON.plusSeconds(60L * minutes);
        return new Job.Times(Optional.of(end.minusMillis((long) (seconds * 1000))), Optional.of(end), Optional.empty());
    }

    /** Replaces or adds jobs and says so. */
    public void change(Job... changed) {
        for (Job job : changed) {
            jobs.removeIf(old -> old.id().equals(job.id()));
            jobs.add(job);
        }
        listeners.forEach(listener -> listener.changed(List.of(changed)));
    }

    /** A picture half way: hills, and noise over them. */
    static Progress.Glimpse halfWay() {
        int[] argb = new int[256 * 144];
        for (int i = 0; i < argb.length; i++) {
            int ground = i / 256 > 90 + 20 * Math.sin(i % 256 / 30.0) ? 0x40 : 0x90;
            int light = ground + i * 7919 % 61;
            argb[i] = 0xff000000 | light << 16 | light << 8 | light / 2;
        }
        return new Progress.Glimpse(256, 144, argb);
    }

    /** Says how what a job makes looks by now. */
    void glimpse(String job, Progress.Glimpse picture) {
        listeners.forEach(listener -> listener.glimpse(job, picture));
    }

    public void progress(String job, double fraction, String note) {
        listeners.forEach(listener -> listener.progress(job, fraction, note));
    }

    @Override
    public void wake(String lane) {
        woken.add(lane);
    }

    @Override
    public Map<String, Rest> resting() {
        return rests;
    }

    @Override
    public Optional<Asked> asked(Job job) {
        return job.work().task() == Job.Task.CIRCLE
                ? Optional.empty()
                : Optional.of(new Asked("Is this the film? A lamp is lit.", List.of(
                        new Asked.Answer("accept", "Accept", "It goes on like this.", Asked.Does.GO_ON),
                        new Asked.Answer("redo", "Do it again", "It is done anew.", Asked.Does.AGAIN),
                        new Asked.Answer("edit", "Edit", "It goes on with what you write.", Asked.Does.EDIT),
                        new Asked.Answer("reject", "Reject", "The workflow stops here.", Asked.Does.STOP)),
                        "INT. LAMP ROOM - NIGHT"));
    }

    @Override
    public Outcome<Job> answer(Job job, String choice, String comment, Optional<String> edited) {
        Optional<Failure> why = refusal;
        refusal = Optional.empty();
        if (why.isPresent()) {
            return Outcome.failed(why.get());
        }
        asked.add(choice + " " + job.id() + " " + comment + edited.map(text -> "=" + text).orElse(""));
        return Outcome.ok(job);
    }

    /** The next answer is not taken. */
    public void refuses(Failure why) {
        refusal = Optional.of(why);
    }

    /** What was asked of it, in order: {@code stop r}. */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    @Override
    public List<Job> all() {
        return new ArrayList<>(jobs);
    }

    @Override
    public Map<String, Integer> lanes() {
        return Map.of("cpu", 2, "media", 2);
    }

    @Override
    public Project.Subscription listen(Listener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public Outcome<Integer> pause() {
        asked.add("pause");
        return Outcome.ok(1);
    }

    @Override
    public Outcome<Integer> resume() {
        asked.add("resume");
        return Outcome.ok(1);
    }

    @Override
    public Outcome<List<Job>> move(Job job, Way way) {
        asked.add(way + " " + job.id());
        List<Job> lane = new ArrayList<>(jobs.stream()
                .filter(each -> each.state() == Job.State.WAITING)
                .sorted(Comparator.comparing(each -> each.place().urgency()))
                .toList());
        int from = lane.stream().map(Job::id).toList().indexOf(job.id());
        int to = switch (way) {
            case FIRST -> 0;
            case SOONER -> from - 1;
            case LATER -> from + 1;
        };
        return moved(lane, from, Math.clamp(to, 0, lane.size() - 1));
    }

    @Override
    public Outcome<List<Job>> moveTo(Job job, Job place) {
        asked.add("move " + job.id() + " to " + place.id());
        List<Job> lane = new ArrayList<>(jobs.stream().filter(each -> each.state() == Job.State.WAITING).toList());
        return moved(lane, lane.indexOf(job), lane.indexOf(place));
    }

    private Outcome<List<Job>> moved(List<Job> lane, int from, int to) {
        lane.add(to, lane.remove(from));
        List<Job> moved = IntStream.range(0, lane.size()).mapToObj(i -> at(lane.get(i), i)).toList();
        jobs.replaceAll(old -> moved.stream().filter(each -> each.id().equals(old.id())).findFirst().orElse(old));
        return Outcome.ok(moved);
    }

    private static Job at(Job job, int urgency) {
        return new Job(job.id(), job.run(), new Job.Place(urgency, job.place().order()), job.work(), job.state(), job
                .times(), job.failure());
    }

    @Override
    public Outcome<Job> drop(Job job) {
        return did("drop", job);
    }

    @Override
    public Outcome<Job> stop(Job job) {
        return did("stop", job);
    }

    @Override
    public Outcome<Integer> stopAll() {
        asked.add("stop all");
        return Outcome.ok(1);
    }

    @Override
    public Outcome<Job> retry(Job job) {
        return did("retry", job);
    }

    @Override
    public Optional<FrameSize> smaller(Job job) {
        return job.failure().map(_ -> new FrameSize(640, 360));
    }

    @Override
    public Outcome<Job> retrySmaller(Job job) {
        return did("smaller", job);
    }

    @Override
    public Optional<Path> film(Job job) {
        asked.add("film " + job.id());
        return Optional.ofNullable(films.get(job.id()));
    }

    /** A job has written that film. */
    public void finishes(Job export, Path film) {
        films.put(export.id(), film);
        change(export);
    }

    @Override
    public List<Entry> log(Job job) {
        return List.of(new Entry(NOON, "step.ready", Map.of("attempt", "0")), new Entry(NOON.plusSeconds(1),
                "step.running", Map.of("attempt", "1")),
                new Entry(NOON.plusSeconds(31), "step.failed",
                        Map.of("attempt", "1")));
    }

    @Override
    public Optional<Instant> cleared() {
        return cleared;
    }

    @Override
    public Outcome<Instant> clearDone() {
        asked.add("clear");
        cleared = Optional.of(NOON.plusSeconds(86_400));
        return Outcome.ok(cleared.get());
    }

    private Outcome<Job> did(String what, Job job) {
        asked.add(what + " " + job.id());
        return Outcome.ok(job);
    }
}
