package org.filmwright;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.SplittableRandom;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.filmwright.base.Failure;
import org.filmwright.engine.Engine;
import org.filmwright.engine.EngineListener;
import org.filmwright.engine.EngineSettings;
import org.filmwright.engine.Run;
import org.filmwright.engine.RunId;
import org.filmwright.engine.RunSpec;
import org.filmwright.engine.StepContext;
import org.filmwright.engine.StepResult;
import org.filmwright.engine.StepSpec;
import org.filmwright.engine.StepState;
import org.filmwright.engine.ThreadCrew;
import org.filmwright.store.ProjectFolder;

/**
 * {@code bench engine --soak 5m}: promise P11. A hundred runs at once for as long as it is told, the next one started when
 * one ends; two executions of a hundred fail in passing; somebody asks for the state of a run all the while.
 */
final class BenchSoak implements Bench {
    private static final int AT_ONCE = 100;
    private static final int STEPS = 10;
    private static final int ROOM = 4;
    private static final double FAILING = 0.02;
    private static final double WANTED_PER_MINUTE = 1000;
    private static final long PAUSE_MS = 10;
    private static final double FLAT = 1.25;
    private static final double MIB = 1 << 20;
    private final Duration time;
    private final long seed;
    private final AtomicLong executions = new AtomicLong();
    private final AtomicLong failures = new AtomicLong();
    private final BlockingQueue<Run> ended = new LinkedBlockingQueue<>();
    private final SequencedSet<RunId> active = new LinkedHashSet<>();
    private final List<Long> status = new ArrayList<>();
    private int started;
    private int succeeded;

    BenchSoak(Duration time, long seed) {
        this.time = time;
        this.seed = seed;
    }

    /** What process and project take: the file at its largest in a third of the time, the heap at its end. */
    private record Weight(long fileBytes, long heapBytes) {}

    @Override
    public List<BenchResult> run() {
        return ScratchFolder.with(folder -> {
            Path place = folder.resolve("p");
            try (ProjectFolder project = CommandFailed.orFail(ProjectFolder.openOrCreate(place, Desk.clock()));
                    Engine engine = engine(project)) {
                return soak(engine, place.resolve("project.mv.db"));
            }
        });
    }

    private Engine engine(ProjectFolder project) {
        return Engine.open(project.ledger(), Map.of("soak", this::work), new EngineSettings(Map.of("cpu", ROOM),
                project.staging(), Desk.clock(), new SecureRandom()), new ThreadCrew());
    }

    /** Whether an execution fails follows from the seed, its run, its step and its attempt alone. */
    private StepResult work(StepContext context) {
        executions.incrementAndGet();
        long which = 31L * context.step().id().hashCode() + context.step().tries().attempt();
        boolean fails = new SplittableRandom(seed + which).nextDouble() < FAILING;
        if (fails) {
            failures.incrementAndGet();
            return new StepResult.Failed(new Failure.Transient("An injected failure.", Duration.ZERO));
        }
        return StepResult.done("{}");
    }

    private List<BenchResult> soak(Engine engine, Path file) throws InterruptedException, IOException {
        engine.listen(new EngineListener() {
            @Override
            public void runChanged(Run run) {
                if (run.state().ended()) {
                    ended.add(run);
                }
            }
        });
        IntStream.range(0, AT_ONCE).forEach(_ -> start(engine));
        long start = System.nanoTime();
        long beforehand = executions.get();
        Weight early = weight(keepOn(engine, start + time.toNanos() / 3, file));
        Weight middle = weight(keepOn(engine, start + time.toNanos() * 2 / 3, file));
        Weight late = weight(keepOn(engine, start + time.toNanos(), file));
        double minutes = (System.nanoTime() - start) / 60e9;
        long done = executions.get() - beforehand;
        drain(engine);
        return results(done / minutes, List.of(early, middle, late));
    }

    /**
     * Starts a run for every one that ends, and asks for the state of one of them after each and in every pause.
     *
     * @return the size of the file at its largest
     */
    private long keepOn(Engine engine, long until, Path file) throws InterruptedException, IOException {
        long largest = 0;
        do {
            note(ended.poll(PAUSE_MS, TimeUnit.MILLISECONDS));
            while (active.size() < AT_ONCE) {
                start(engine);
            }
            RunId asked = active.removeFirst();
            active.addLast(asked);
            long before = System.nanoTime();
            engine.run(asked);
            status.add(System.nanoTime() - before);
            largest = Math.max(largest, Files.size(file));
        } while (System.nanoTime() < until);
        return largest;
    }

    private void drain(Engine engine) {
        active.forEach(run -> {
            Run rest = CommandFailed.orFail(engine.await(run));
            succeeded += rest.count(StepState.SUCCEEDED);
        });
    }

    private void note(Run over) {
        if (over != null && active.remove(over.id())) {
            succeeded += over.count(StepState.SUCCEEDED);
        }
    }

    private void start(Engine engine) {
        List<StepSpec> specs = IntStream.range(0, STEPS)
                .mapToObj(i -> StepSpec.task("step/" + i, "soak", "cpu", "{}",
                        i < 2 ? List.of() : List.of("step/" + (i - 2))))
                .toList();
        active.addLast(CommandFailed.orFail(engine.start(new RunSpec("soak", "soak " + started++, "{}", specs))));
    }

    private List<BenchResult> results(double perMinute, List<Weight> weights) {
        long[] asked = status.stream().mapToLong(Long::longValue).toArray();
        double p95 = BenchEngine.quantile(asked, 0.95) / 1e6;
        double complete = 100.0 * succeeded / ((double) started * STEPS);
        double injected = 100.0 * failures.get() / executions.get();
        Weight early = weights.get(0);
        Weight middle = weights.get(1);
        Weight late = weights.get(2);
        return List.of(
                result("executions, " + AT_ONCE + " runs at once", perMinute, "/min", WANTED_PER_MINUTE,
                        "as many as are wanted", "value >= 1000", perMinute >= WANTED_PER_MINUTE),
                result("status query, p95", p95, "ms", BenchEngine.quantile(asked, 0.5) / 1e6,
                        "its p50, of " + asked.length, "value < 100", p95 < 100),
                result("steps completed", complete, "%", injected, "% of executions made fail", "value >= 99.9",
                        complete >= 99.9),
                result("heap after collection, end", late.heapBytes / MIB, "MiB",
                        early.heapBytes / MIB, "after a third of the time", "ratio <= " + FLAT,
                        late.heapBytes <= FLAT * early.heapBytes),
                result("file at its largest, last third", late.fileBytes / MIB, "MiB", middle.fileBytes / MIB,
                        "in the second third", "ratio <= " + FLAT, late.fileBytes <= FLAT * middle.fileBytes));
    }

    private static BenchResult result(String name, double value, String unit, double baseline, String baselineName,
            String budget, boolean ok) {
        return new BenchResult(name, value, unit, baseline, baselineName, value / baseline, budget, ok);
    }

    private static Weight weight(long fileBytes) {
        System.gc();
        return new Weight(fileBytes, ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
    }
}
