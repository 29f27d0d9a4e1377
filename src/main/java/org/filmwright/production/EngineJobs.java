package org.filmwright.production;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.filmwright.base.Progress;
import org.filmwright.base.Failure;
import org.filmwright.base.FrameSize;
import org.filmwright.base.Outcome;
import org.filmwright.engine.Dispatch;
import org.filmwright.engine.EngineApi;
import org.filmwright.engine.EngineListener;
import org.filmwright.engine.Lane;
import org.filmwright.engine.Run;
import org.filmwright.engine.RunId;
import org.filmwright.engine.RunState;
import org.filmwright.engine.Step;
import org.filmwright.engine.StepId;

/** The engine's runs as the queue of the studio. */
public final class EngineJobs implements JobQueue {
    private static final int SMALLEST_HEIGHT = 180;

    private final Records records;
    private final EngineApi engine;
    private final Map<String, Integer> lanes;
    private final Path clearedAt;
    private final InstantSource clock;
    private final Jobs jobs = new Jobs();
    /** Runs as last heard, so that a step that changes costs no question. */
    private final Map<RunId, Run> known = new ConcurrentHashMap<>();

    /**
     * @param lanes how many jobs each may run at once
     * @param cache folder of what may be lost: here, up to when done jobs were cleared away
     */
    public EngineJobs(Records records, EngineApi engine, Map<String, Integer> lanes, Path cache, InstantSource clock) {
        this.records = records;
        this.engine = engine;
        this.lanes = Map.copyOf(lanes);
        this.clearedAt = cache.resolve("jobs-cleared");
        this.clock = clock;
    }

    @Override
    public List<Job> all() {
        return engine.runs().stream().flatMap(run -> told(jobs.of(run, engine.steps(run.id()))).stream()).toList();
    }

    @Override
    public Map<String, Integer> lanes() {
        return lanes;
    }

    @Override
    public Project.Subscription listen(Listener listener) {
        EngineApi.Subscription heard = engine.listen(new EngineListener() {
            @Override
            public void stepChanged(Step step) {
                runOf(step).ifPresent(run -> listener.changed(told(List.of(jobs.of(run, step)))));
            }

            /** What its open jobs wait for has changed. */
            @Override
            public void runChanged(Run run) {
                known.put(run.id(), run);
                List<Job> open = told(jobs.of(run, engine.steps(run.id())))
                        .stream()
                        .filter(job -> !job.state().ended())
                        .toList();
                listener.changed(open);
            }

            @Override
            public void progress(StepId step, double fraction, String note) {
                listener.progress(step.value(), fraction, note);
            }

            @Override
            public void glimpse(StepId step, Progress.Glimpse picture) {
                listener.glimpse(step.value(), picture);
            }
        });
        return heard::close;
    }

    /** One asks for all who wait at a cap: the others are not asking, they wait for that answer. */
    private List<Job> told(List<Job> some) {
        if (some.stream().noneMatch(job -> job.state() == Job.State.ASKING)) {
            return some;
        }
        Set<String> asking = engine.questions().stream().map(open -> open.step().value()).collect(Collectors.toSet());
        return some.stream()
                .map(job -> job.state() == Job.State.ASKING && !asking.contains(job.id())
                        ? job.standing(Job.State.BLOCKED)
                        : job)
                .toList();
    }

    private Optional<Run> runOf(Step step) {
        return Optional.ofNullable(known.computeIfAbsent(step.run(), id -> engine.run(id).orElse(null)));
    }

    @Override
    public Map<String, Rest> resting() {
        Map<String, Rest> resting = new HashMap<>();
        engine.dispatch()
                .lanes()
                .forEach(lane -> lane.pause()
                        .ifPresent(pause -> resting.put(lane.name(), new Rest(pause.reason(), pause
                                .until()))));
        return resting;
    }

    @Override
    public void wake(String lane) {
        boolean rests = engine.dispatch()
                .lanes()
                .stream()
                .anyMatch(each -> each.name().equals(lane) && each.pause().flatMap(Lane.Pause::until).isPresent());
        if (rests) {
            engine.dispatch().resume(lane);
        }
    }

    @Override
    public Outcome<Integer> pause() {
        return each(run -> run.state() == RunState.RUNNING, EngineApi::pause);
    }

    @Override
    public Outcome<Integer> resume() {
        return each(run -> run.state() == RunState.PAUSED || run.state() == RunState.PAUSING, EngineApi::resume);
    }

    private Outcome<Integer> each(Predicate<Run> which, BiFunction<EngineApi, RunId, Outcome<Run>> change) {
        Outcome<Integer> changed = Outcome.ok(0);
        for (Run run : engine.runs().stream().filter(which).toList()) {
            changed = changed.then(n -> change.apply(engine, run.id()).then(_ -> Outcome.ok(n + 1)));
        }
        return changed;
    }

    @Override
    public Outcome<List<Job>> move(Job job, Way way) {
        Dispatch.Place place = switch (way) {
            case FIRST -> Dispatch.Place.FRONT;
            case SOONER -> Dispatch.Place.UP;
            case LATER -> Dispatch.Place.DOWN;
        };
        return engine.dispatch().move(new StepId(job.id()), place).then(moved -> Outcome.ok(inLane(moved.lane())));
    }

    @Override
    public Outcome<List<Job>> moveTo(Job job, Job place) {
        List<String> line = engine.dispatch()
                .queue(job.work().lane(), Integer.MAX_VALUE)
                .stream()
                .map(step -> step.id().value())
                .toList();
        int from = line.indexOf(job.id());
        int to = line.indexOf(place.id());
        if (from < 0 || to < 0) {
            return Outcome.failed(new Failure.Refused("Only jobs that wait in the same queue change places.",
                    "Drop it on another job that waits there."));
        }
        Outcome<List<Job>> moved = Outcome.ok(inLane(job.work().lane()));
        for (int i = 0; i < Math.abs(to - from); i++) {
            moved = moved.then(_ -> move(job, to < from ? Way.SOONER : Way.LATER));
        }
        return moved;
    }

    @Override
    public Outcome<Job> drop(Job job) {
        StepId id = new StepId(job.id());
        boolean others = engine.steps(new RunId(job.run()))
                .stream()
                .map(step -> jobs.of(engine.run(step.run()).orElseThrow(), step))
                .anyMatch(other -> isOtherTake(other, job));
        if (!JobQueue.canDrop(job) || !others) {
            return Outcome.failed(new Failure.Refused(others
                    ? "The film cannot do without this job."
                    : "This is the last take of " + job.work().shot() + ", and the film needs one.",
                    "Stop the film to have none of it made."));
        }
        return engine.dispatch().drop(id).then(_ -> Outcome.ok(job));
    }

    /** Another take of the same shot that is drawn, or will be. */
    private static boolean isOtherTake(Job other, Job job) {
        return switch (other.state()) {
            case FAILED, STOPPED, DROPPED -> false;
            case RUNNING, ASKING, WAITING, RETRYING, BLOCKED, LACKING, PAUSED, HELD,
                    DONE -> !other.id().equals(job.id())
                            && other.work().task() == job.work().task()
                            && other.work().shot().equals(job.work().shot());
        };
    }

    private List<Job> inLane(String lane) {
        return engine.dispatch()
                .queue(lane, Integer.MAX_VALUE)
                .stream()
                .flatMap(step -> runOf(step).map(run -> jobs.of(run, step)).stream())
                .toList();
    }

    @Override
    public Outcome<Job> stop(Job job) {
        return engine.cancel(new RunId(job.run())).then(_ -> Outcome.ok(job));
    }

    @Override
    public Outcome<Integer> stopAll() {
        return each(run -> !run.state().ended() && run.state() != RunState.CANCELLING, EngineApi::cancel);
    }

    @Override
    public Outcome<Job> retry(Job job) {
        Outcome<Run> itsTurn = run(job).then(this::takeTurn);
        return (job.state() == Job.State.DONE
                ? itsTurn.then(_ -> engine.retry(new StepId(job.id())))
                : itsTurn).then(_ -> Outcome.ok(job));
    }

    @Override
    public Optional<FrameSize> smaller(Job job) {
        boolean full = job.failure()
                .filter(Failure.Exhausted.class::isInstance)
                .map(Failure.Exhausted.class::cast)
                .filter(ran -> ran.resource().contains("memory"))
                .isPresent();
        return full ? job.work().size().flatMap(EngineJobs::halved) : Optional.empty();
    }

    /** Even sides, as pictures in a film have. */
    private static Optional<FrameSize> halved(FrameSize size) {
        return size.height() / 2 < SMALLEST_HEIGHT
                ? Optional.empty()
                : Optional.of(new FrameSize(size.width() / 4 * 2, size.height() / 4 * 2));
    }

    @Override
    public Outcome<Job> retrySmaller(Job job) {
        Optional<Run> run = engine.run(new RunId(job.run()));
        Optional<MakeOrder> order = smaller(job)
                .flatMap(size -> run.flatMap(jobs::order).map(before -> before.at(size)));
        return order.map(smaller -> turn().take(run.orElseThrow().name(), smaller).then(_ -> Outcome.ok(job)))
                .orElseGet(() -> Outcome.failed(new Failure.Refused("This job cannot be made smaller.",
                        "Close other programs and retry it.")));
    }

    private Turn turn() {
        return new Turn(records, engine, clock, new FilmWorkflows(clearedAt.getParent().getParent()));
    }

    private Outcome<Run> run(Job job) {
        return engine.run(new RunId(job.run()))
                .map(Outcome::ok)
                .orElseGet(() -> Outcome.failed(new Failure.Refused("This job is no longer there.",
                        "Make the film again.")));
    }

    /** A project has one plan and one cut: the order that goes on makes the others rest. */
    private Outcome<Run> takeTurn(Run run) {
        return jobs.order(run)
                .map(_ -> turn().goOn(run.id()).then(id -> Outcome.ok(engine.run(id).orElseThrow())))
                .orElseGet(() -> engine.resume(run.id()));
    }

    @Override
    public Optional<Asked> asked(Job job) {
        return job.work().task() == Job.Task.CIRCLE ? Optional.empty() : new Gatekeeper(engine, clock).asked(job);
    }

    @Override
    public Outcome<Job> answer(Job job, String choice, String comment, Optional<String> edited) {
        return new Gatekeeper(engine, clock).answer(job, choice, comment, edited);
    }

    @Override
    public Optional<Path> film(Job job) {
        return engine.steps(new RunId(job.run()))
                .stream()
                .filter(_ -> job.work().task() == Job.Task.EXPORT || job.work().task() == Job.Task.STORYBOARD)
                .filter(step -> step.id().value().equals(job.id()))
                .findFirst()
                .flatMap((Step step) -> step.ending().output())
                .map(output -> Path.of(Json.tree(output).path("path").asText()));
    }

    @Override
    public List<Entry> log(Job job) {
        Optional<StepId> step = Optional.of(new StepId(job.id()));
        return engine.events(new RunId(job.run()))
                .stream()
                .filter(event -> event.step().equals(step))
                .map(event -> new Entry(event.at(), event.type(), event.detail()))
                .toList();
    }

    @Override
    public Optional<Instant> cleared() {
        try {
            return Files.isRegularFile(clearedAt)
                    ? Optional.of(Instant.ofEpochMilli(Long.parseLong(Files.readString(clearedAt).strip())))
                    : Optional.empty();
        } catch (NumberFormatException damaged) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Outcome<Instant> clearDone() {
        Instant now = Instant.ofEpochMilli(clock.millis());
        try {
            Files.createDirectories(clearedAt.getParent());
            Files.writeString(clearedAt, Long.toString(now.toEpochMilli()));
            return Outcome.ok(now);
        } catch (IOException e) {
            return Outcome.failed(new Failure.Exhausted("disk",
                    "Done jobs could not be cleared away: " + e.getMessage() + ". Nothing else changed."));
        }
    }
}
