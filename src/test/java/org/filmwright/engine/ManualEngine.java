package org.filmwright.engine;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import org.filmwright.base.Failure;
import org.filmwright.base.MediaRef;
import org.filmwright.base.Outcome;

/** An engine that works on the test's own thread, step by step, with a clock that the test sets. */
public final class ManualEngine implements AutoCloseable {
    private final SettableClock clock = new SettableClock();
    private final Ledger ledger;
    private final Map<String, StepHandler> handlers;
    private final Path staging;
    private List<LaneSpec> lanes = List.of(LaneSpec.local("cpu", 1), LaneSpec.local("media", 1));
    private Predicate<MediaRef> published = _ -> false;
    private ManualCrew crew;
    private Engine engine;

    public ManualEngine(Ledger ledger, Map<String, StepHandler> handlers, Path staging) {
        this.ledger = ledger;
        this.handlers = handlers;
        this.staging = staging;
        restart();
    }

    public Engine engine() {
        return engine;
    }

    public SettableClock clock() {
        return clock;
    }

    public Ledger ledger() {
        return ledger;
    }

    public ManualCrew crew() {
        return crew;
    }

    /** How many steps may run at once from the next restart on. */
    public ManualEngine withLanes(Map<String, Integer> room) {
        return withLanes(room.entrySet().stream().map(lane -> LaneSpec.local(lane.getKey(), lane.getValue())).toList());
    }

    public ManualEngine withLanes(List<LaneSpec> specs) {
        lanes = specs;
        restart();
        return this;
    }

    /** Which media files are there, from the next restart on. */
    public ManualEngine withPublished(Predicate<MediaRef> there) {
        published = there;
        restart();
        return this;
    }

    /** What a crash leaves and a new process finds: the rows, and nothing else. */
    public void restart() {
        crew = new ManualCrew(clock);
        engine = Engine.open(ledger, handlers,
                new EngineSettings(lanes, staging, clock, new SplittableRandom(7), published), crew);
    }

    public Run start(RunSpec spec) {
        RunId id = value(engine.start(spec));
        return engine.run(id).orElseThrow();
    }

    /** Starts a run and works until nothing is left to do. */
    public Run finish(RunSpec spec) {
        Run run = start(spec);
        crew.runAll();
        return engine.run(run.id()).orElseThrow();
    }

    public void pass(Duration time) {
        crew.passAtWork(time);
    }

    public Step step(RunId run, String path) {
        return ledger.view().step(StepId.of(run, path)).orElseThrow();
    }

    public List<String> log(RunId run) {
        return engine.events(run).stream().map(Event::type).toList();
    }

    public static <T> T value(Outcome<T> outcome) {
        return outcome.orElse(failure -> {
            throw new AssertionError(failure);
        });
    }

    public static Failure failure(Outcome<?> outcome) {
        return switch (outcome) {
            case Outcome.Failed<?>(Failure failure) -> failure;
            case Outcome.Ok<?>(Object value) -> throw new AssertionError("Expected a failure, not " + value);
        };
    }

    @Override
    public void close() {
        engine.close();
    }
}
