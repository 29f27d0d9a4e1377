package org.filmwright.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.filmwright.engine.EngineListener;
import org.filmwright.engine.LedgerView;
import org.filmwright.engine.ManualEngine;
import org.filmwright.engine.Run;
import org.filmwright.engine.RunState;
import org.filmwright.engine.Step;
import org.filmwright.engine.StepState;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** P5: after every kill work goes on within five seconds of the start, and after the last one it drains: nothing is stuck. */
@Tag("recovery")
class P5NothingStuckTest {
    private static final int KILLS = Integer.getInteger("filmwright.kills", 6);
    private static final long PROMISED_S = 5;
    private final long seed = Long.getLong("filmwright.seed", System.nanoTime());
    private final SplittableRandom random = new SplittableRandom(seed);
    private Duration longest = Duration.ZERO;

    @TempDir
    private Path folder;

    @Test
    void whateverAKillLeftGoesOnWithinFiveSecondsAndInTheEndNothingIsLeft() throws IOException, InterruptedException {
        int left = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            killAfter(random.nextInt(20, 250));
            left += left().size();
            goesOn();
        }
        try (CrashingFilm film = new CrashingFilm(folder)) {
            for (Run begun : film.engine().runs()) {
                assertEquals(RunState.SUCCEEDED, film.make(begun.key()).state(), "seed " + seed);
            }
            LedgerView rows = film.project().ledger().view();
            for (StepState open : StepState.values()) {
                assertTrue(open.ended() || rows.inState(open).isEmpty(), "seed " + seed + ": left " + open);
            }
            assertEquals(List.of(), film.project().check(), "seed " + seed);
        }
        System.out.println("P5: " + KILLS + " kills, seed " + seed + ": " + left + " steps were left running or waiting"
                + " for room, the first went on " + longest.toMillis() + " ms after the start at the latest,"
                + " and everything was done in the end");
    }

    private void killAfter(int changes) throws IOException, InterruptedException {
        try (CrashChild child = CrashChild.start(CrashingFilm.class, folder)) {
            assertTrue(child.skip(changes), "The child ended by itself, seed " + seed);
            child.kill();
        }
    }

    /** What could be worked on, as the kill left it. */
    private List<Step> left() {
        try (ProjectFolder project = ManualEngine
                .value(ProjectFolder.open(folder.resolve("film"), Clock.systemUTC()))) {
            LedgerView rows = project.ledger().view();
            return java.util.stream.Stream.of(StepState.RUNNING, StepState.READY)
                    .flatMap(state -> rows.inState(state).stream())
                    .toList();
        }
    }

    /** Opens as the program does, starts nothing, and waits for what was left to begin by itself. */
    private void goesOn() throws InterruptedException {
        if (left().isEmpty()) {
            return;
        }
        long start = System.nanoTime();
        try (CrashingFilm film = new CrashingFilm(folder)) {
            CountDownLatch begun = new CountDownLatch(1);
            film.engine().listen(new EngineListener() {
                @Override
                public void stepChanged(Step step) {
                    begun.countDown();
                }
            });
            LedgerView rows = film.project().ledger().view();
            boolean moves = !rows.inState(StepState.RUNNING).isEmpty() || rows.inState(StepState.READY).isEmpty();
            assertTrue(moves || begun.await(PROMISED_S, TimeUnit.SECONDS), "seed " + seed + ": stuck");
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            longest = took.compareTo(longest) > 0 ? took : longest;
        }
    }
}
