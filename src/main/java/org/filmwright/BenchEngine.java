package org.filmwright;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.filmwright.engine.Engine;
import org.filmwright.engine.EngineSettings;
import org.filmwright.engine.Question;
import org.filmwright.engine.RunId;
import org.filmwright.engine.RunSpec;
import org.filmwright.engine.StepResult;
import org.filmwright.engine.StepSpec;
import org.filmwright.engine.ThreadCrew;
import org.filmwright.store.ProjectFolder;

/**
 * {@code bench engine}: the engine on a project folder against bare db-scheduler on the same kind of H2 file, in turn and
 * in one run. Ours records every step with its events, attempts and counts; theirs a row for each job.
 */
final class BenchEngine implements Bench {
    private static final int ROOM = 4;
    private static final int STEPS = 1000;
    private static final int PER_RUN = 100;
    /** Until the code of both is compiled for good; before that each is several times slower, ours still after twenty. */
    private static final int WARMING = 30;
    private static final int ROUNDS = 9;
    private static final int GROWTH_ROUNDS = 15;
    private static final int SINGLES = 1000;
    private static final int QUERIES = 1000;
    private static final int STORED = 100_000;
    private volatile long startedAt;
    private int runs;

    @Override
    public List<BenchResult> run() {
        return ScratchFolder.with(folder -> {
            try (ProjectFolder project = project(folder);
                    Engine engine = engine(project);
                    BenchScheduler peer = new BenchScheduler(folder, ROOM);
                    BenchDisk disk = new BenchDisk(folder)) {
                List<BenchResult> results = measure(engine, peer, disk);
                results.add(new BenchAgents().run());
                return results;
            }
        });
    }

    private static ProjectFolder project(Path folder) {
        return CommandFailed.orFail(ProjectFolder.openOrCreate(folder.resolve("p"), Desk.clock()));
    }

    private Engine engine(ProjectFolder project) {
        return Engine.open(project.ledger(), Map.of("trivial", _ -> {
            startedAt = System.nanoTime();
            return StepResult.done("{}");
        }), new EngineSettings(Map.of("cpu", ROOM), project.staging(), Desk.clock(), new SecureRandom()),
                new ThreadCrew());
    }

    private List<BenchResult> measure(Engine engine, BenchScheduler peer, BenchDisk disk) throws InterruptedException {
        for (int round = 0; round < WARMING; round++) {
            throughput(engine, STEPS);
            peer.throughput(STEPS, "warm" + round);
        }
        double[] ours = new double[ROUNDS];
        double[] theirs = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            ours[round] = throughput(engine, STEPS);
            theirs[round] = peer.throughput(STEPS, "round" + round);
        }
        List<BenchResult> results = new ArrayList<>();
        results.add(throughput(median(ours), median(theirs)));
        results.addAll(latency(engine, peer, disk));
        results.addAll(status(engine, peer));
        results.add(growth(engine));
        return results;
    }

    private static BenchResult throughput(double ours, double theirs) {
        return new BenchResult("steps end to end", ours * 60, "/min", theirs * 60, BenchScheduler.NAME, ours / theirs,
                "ratio >= 0.5", ours / theirs >= 0.5);
    }

    /** Steps per second, from the first run started to the last one done. */
    private double throughput(Engine engine, int steps) {
        long start = System.nanoTime();
        List<RunId> begun = IntStream.range(0, steps / PER_RUN).mapToObj(_ -> start(engine, PER_RUN)).toList();
        begun.forEach(run -> CommandFailed.orFail(engine.await(run)));
        return steps / ((System.nanoTime() - start) / 1e9);
    }

    private RunId start(Engine engine, int steps) {
        List<StepSpec> specs = IntStream.range(0, steps)
                .mapToObj(i -> StepSpec.task("step/" + i, "trivial", "cpu", "{}", List.of()))
                .toList();
        return CommandFailed.orFail(engine.start(new RunSpec("bench", "run " + runs++, "{}", specs)));
    }

    /** Ours is in the journal, and so on the disk, before it starts; how long that takes is told beside it. */
    private List<BenchResult> latency(Engine engine, BenchScheduler peer, BenchDisk disk) throws InterruptedException {
        long[] ours = new long[SINGLES];
        long[] theirs = new long[SINGLES];
        long[] bare = new long[SINGLES];
        for (int i = 0; i < SINGLES; i++) {
            long start = System.nanoTime();
            CommandFailed.orFail(engine.await(start(engine, 1)));
            ours[i] = startedAt - start;
            theirs[i] = peer.latency("single" + i);
            bare[i] = disk.write();
        }
        double late = quantile(ours, 0.99);
        return List.of(millis("submit to start, p50", quantile(ours, 0.5), quantile(theirs, 0.5), 50),
                millis("submit to start, p99", late, quantile(theirs, 0.99), 50),
                new BenchResult("the same beside the disk", late / 1e6, "ms", quantile(bare, 0.99) / 1e6,
                        BenchDisk.NAME, late / quantile(bare, 0.99), "for reading", true));
    }

    /** While a hundred runs are active, and as many jobs are busy in the peer in its turn. */
    private List<BenchResult> status(Engine engine, BenchScheduler peer) throws InterruptedException {
        List<RunId> active = IntStream.range(0, 100).mapToObj(_ -> start(engine, PER_RUN)).toList();
        long[] ours = sampled(new int[1], at -> engine.run(active.get(at % active.size())).isPresent());
        active.forEach(run -> CommandFailed.orFail(engine.await(run)));
        AtomicBoolean busy = new AtomicBoolean(true);
        Thread load = Thread.ofPlatform().daemon().start(() -> load(peer, busy));
        long[] theirs = sampled(new int[1], at -> peer.knows("load0-" + at));
        busy.set(false);
        load.join();
        return List.of(millis("status query, p50", quantile(ours, 0.5), quantile(theirs, 0.5), 10),
                millis("status query, p99", quantile(ours, 0.99), quantile(theirs, 0.99), 10));
    }

    private static void load(BenchScheduler peer, AtomicBoolean busy) {
        try {
            for (int round = 0; busy.get(); round++) {
                peer.throughput(STEPS, "load" + round);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private interface Query {
        boolean ask(int number);
    }

    private static long[] sampled(int[] seen, Query query) {
        LongSupplier one = () -> {
            long start = System.nanoTime();
            query.ask(seen[0]++);
            return System.nanoTime() - start;
        };
        return LongStream.generate(one).limit(QUERIES).toArray();
    }

    /** The same work with 1,000 and with 100,000 steps in the rows, in turn: a round to be warm, and one that counts. */
    private BenchResult growth(Engine engine) {
        for (long all = stored(engine); all < STORED; all += STEPS) {
            store(engine);
        }
        double[] few = new double[GROWTH_ROUNDS];
        double[] many = new double[GROWTH_ROUNDS];
        for (int round = 0; round < GROWTH_ROUNDS; round++) {
            few[round] = amongFew();
            many[round] = second(engine);
        }
        double ratio = median(few) / median(many);
        return new BenchResult("a step among 100,000", 1e3 / median(many), "ms", 1e3 / median(few),
                "the same among 1,000", ratio, "ratio <= 1.3", ratio <= 1.3);
    }

    private static long stored(Engine engine) {
        return engine.statistics().byState().values().stream().mapToLong(Long::longValue).sum();
    }

    /** Steps that wait behind a question: rows, events and dependencies like any others. */
    private void store(Engine engine) {
        Question question = new Question("Go on?",
                List.of(new Question.Option("yes", "Yes", "", Question.Then.SUCCEED, "{}")));
        Stream<StepSpec> behind = IntStream.range(1, STEPS)
                .mapToObj(i -> StepSpec.task("step/" + i, "trivial", "cpu", "{}", List.of("gate")));
        CommandFailed.orFail(engine.start(new RunSpec("bench", "run " + runs++, "{}",
                Stream.concat(Stream.of(StepSpec.gate("gate", question, List.of())), behind).toList())));
    }

    /** In a new project, whose first thousand steps are there when those that count begin. */
    private double amongFew() {
        return ScratchFolder.with(folder -> {
            try (ProjectFolder project = project(folder); Engine engine = engine(project)) {
                return second(engine);
            }
        });
    }

    private double second(Engine engine) {
        throughput(engine, STEPS);
        return throughput(engine, STEPS);
    }

    private static BenchResult millis(String name, double ours, double theirs, double most) {
        return new BenchResult(name, ours / 1e6, "ms", theirs / 1e6, BenchScheduler.NAME, ours / theirs,
                "value < " + (int) most, ours / 1e6 < most);
    }

    static double quantile(long[] values, double q) {
        long[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(q * sorted.length))];
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
