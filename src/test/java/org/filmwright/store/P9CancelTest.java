package org.filmwright.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.filmwright.engine.Engine;
import org.filmwright.engine.EngineSettings;
import org.filmwright.engine.ManualEngine;
import org.filmwright.engine.Run;
import org.filmwright.engine.RunId;
import org.filmwright.engine.RunSpec;
import org.filmwright.engine.StepContext;
import org.filmwright.engine.StepResult;
import org.filmwright.engine.StepSpec;
import org.filmwright.engine.StepState;
import org.filmwright.engine.ThreadCrew;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** P9: after a cancel nothing new starts and running work stops, however threads are interrupted; the database stays open. */
class P9CancelTest {
    private static final int CANCELS = Integer.getInteger("filmwright.cancels", 200);

    @TempDir
    private Path folder;
    /** Steps that began after the answer to the cancel of their run. */
    private final ConcurrentLinkedQueue<String> late = new ConcurrentLinkedQueue<>();
    private final Map<String, Long> cancelledAt = new ConcurrentHashMap<>();
    private final AtomicLong interrupts = new AtomicLong();

    @Test
    void cancelsAtRandomMomentsAndInterruptsEverywhereLeaveTheProjectWhole() {
        long seed = Long.getLong("filmwright.seed", System.nanoTime());
        SplittableRandom random = new SplittableRandom(seed);
        try (ProjectFolder project = ManualEngine.value(ProjectFolder.openOrCreate(folder, Clock.systemUTC()))) {
            try (Engine engine = Engine.open(project.ledger(), Map.of("work", this::work),
                    new EngineSettings(Map.of("cpu", 4), project.staging(), Clock.systemUTC(), random.split()),
                    new ThreadCrew())) {
                List<RunId> runs = new ArrayList<>();
                for (int i = 0; i < CANCELS; i++) {
                    runs.add(cancelled(engine, "run " + i, random));
                }
                Thread.interrupted();
                for (RunId run : runs) {
                    Run end = ManualEngine.value(engine.await(run));
                    assertTrue(end.state().ended(), "seed " + seed + ": " + end);
                    assertEquals(0, end.count(StepState.RUNNING), "seed " + seed);
                }
                assertTrue(interrupts.get() > CANCELS / 4, interrupts + " interrupts");
                assertEquals(List.of(), List.copyOf(late), "seed " + seed);
            }
            assertEquals(List.of(), project.check(), "seed " + seed);
        }
    }

    private RunId cancelled(Engine engine, String key, SplittableRandom random) {
        StepSpec[] steps = IntStream.range(0, 6)
                .mapToObj(i -> StepSpec.task("s" + i, "work", "cpu", "{}", i < 3 ? List.of() : List.of("s" + (i - 3))))
                .toArray(StepSpec[]::new);
        maybeInterrupt(random.nextInt(8) == 0);
        RunId run = ManualEngine.value(engine.start(new RunSpec("make", key, "{}", List.of(steps))));
        for (int spin = random.nextInt(3000); spin > 0; spin--) {
            Thread.onSpinWait();
        }
        maybeInterrupt(random.nextInt(4) == 0);
        ManualEngine.value(engine.cancel(run));
        cancelledAt.put(run.value(), System.nanoTime());
        return run;
    }

    /** Writes a file, as handlers do, and is interrupted now and then by what it uses. */
    private StepResult work(StepContext context) {
        Long since = cancelledAt.get(context.step().run().value());
        if (since != null && System.nanoTime() - since > Duration.ofSeconds(10).toNanos()) {
            late.add(context.step().path());
        }
        try {
            Files.writeString(context.staging().resolve("x"), "x".repeat(1000));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        context.progress().checkCancelled();
        maybeInterrupt(ThreadLocalRandom.current().nextInt(3) == 0);
        return StepResult.done("{}");
    }

    private void maybeInterrupt(boolean now) {
        if (now) {
            interrupts.incrementAndGet();
            Thread.currentThread().interrupt();
        }
    }
}
