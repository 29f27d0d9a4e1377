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
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.filmwright.engine.Engine;
import org.filmwright.engine.EngineSettings;
import org.filmwright.engine.Event;
import org.filmwright.engine.ManualEngine;
import org.filmwright.engine.Run;
import org.filmwright.engine.RunId;
import org.filmwright.engine.RunSpec;
import org.filmwright.engine.StepContext;
import org.filmwright.engine.StepResult;
import org.filmwright.engine.StepSpec;
import org.filmwright.engine.StepState;
import org.filmwright.engine.ThreadCrew;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** P9: after a cancel nothing new starts and running work stops, however threads are interrupted; the database stays open. */
@Tag("recovery")
class P9CancelTest {
    private static final int CANCELS = Integer.getInteger("filmwright.cancels", 200);
    private static final Duration PROMISED = Duration.ofSeconds(10);
    private static final Set<String> STARTS = Set.of("step.running", "step.ready", "step.pending", "run.running");

    @TempDir
    private Path folder;
    /** Steps that were worked on after the cancel of their run was answered, and were not told to stop. */
    private final ConcurrentLinkedQueue<String> untold = new ConcurrentLinkedQueue<>();
    private final Set<RunId> cancelled = ConcurrentHashMap.newKeySet();
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
                Tally tally = new Tally(0, 0, Duration.ZERO);
                for (RunId run : runs) {
                    Run end = ManualEngine.value(engine.await(run));
                    assertTrue(end.state().ended(), "seed " + seed + ": " + end);
                    assertEquals(0, end.count(StepState.RUNNING), "seed " + seed);
                    tally = tally.plus(engine.events(run), "seed " + seed + ", " + run);
                }
                assertTrue(interrupts.get() > CANCELS / 4, interrupts + " interrupts");
                assertTrue(tally.cancelled > CANCELS / 4, "seed " + seed + ": most were over before: " + tally);
                assertTrue(tally.longest.compareTo(PROMISED) <= 0, "seed " + seed + ": " + tally);
                assertEquals(List.of(), List.copyOf(untold), "seed " + seed);
                System.out.println("P9: " + CANCELS + " cancels, " + interrupts + " interrupts, seed " + seed + ": "
                        + tally.cancelled + " found a film under way, " + tally.running + " of those at work; nothing"
                        + " started after any of them, the last work ended " + tally.longest.toMillis()
                        + " ms after its cancel at the latest, and the database stayed open");
            }
            assertEquals(List.of(), project.check(), "seed " + seed);
        }
    }

    /**
     * What the event logs tell of the cancels, in the order in which it was recorded.
     *
     * @param cancelled runs that were under way @param running those in which something was being worked on
     * @param longest from a cancel to the end of the last work
     */
    private record Tally(int cancelled, int running, Duration longest) {
        Tally plus(List<Event> log, String where) {
            Optional<Event> cancel = log.stream().filter(event -> event.type().equals("run.cancelling")).findFirst();
            if (cancel.isEmpty()) {
                return this;
            }
            List<Event> after = log.stream().filter(event -> event.seq() > cancel.get().seq()).toList();
            assertEquals(List.of(), after.stream().map(Event::type).filter(STARTS::contains).toList(), where);
            assertEquals("run.cancelled", after.getLast().type(), where);
            Duration took = Duration.between(cancel.get().at(), after.getLast().at());
            boolean worked = log.stream().filter(event -> event.type().equals("step.running")).count() > log.stream()
                    .filter(event -> event.seq() < cancel.get().seq() && event.type().equals("step.succeeded"))
                    .count();
            return new Tally(cancelled + 1, running + (worked ? 1 : 0), took.compareTo(longest) > 0 ? took : longest);
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
        cancelled.add(run);
        return run;
    }

    /** Writes a file, as handlers do, and is interrupted now and then by what it uses. */
    private StepResult work(StepContext context) {
        if (cancelled.contains(context.step().run())) {
            context.progress().checkCancelled();
            untold.add(context.step().path());
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
