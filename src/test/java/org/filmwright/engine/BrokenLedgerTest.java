package org.filmwright.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.filmwright.base.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When nothing can be recorded any more, nobody waits for ever, and everybody hears the reason. */
class BrokenLedgerTest {
    private static final Failure FULL = new Failure.Exhausted("disk", "The disk is full.");

    @TempDir
    private Path folder;
    private final AtomicBoolean full = new AtomicBoolean();

    /** Rows that can be written until the disk is full. */
    private final class FillingLedger implements Ledger {
        private final MemoryLedger rows = new MemoryLedger();

        @Override
        public LedgerView view() {
            return rows.view();
        }

        @Override
        public synchronized <T> T write(Function<LedgerTx, T> work) {
            if (full.get()) {
                throw new LedgerFailed(FULL, new IllegalStateException("disk"));
            }
            return rows.write(work);
        }

        @Override
        public <T> T record(EngineFact fact, Function<LedgerTx, T> work) {
            return write(work);
        }
    }

    @Test
    void aDiskThatFillsUpWhileAStepRunsEndsTheWaiting() {
        StepHandler handler = context -> {
            full.set(true);
            return StepResult.done("{}");
        };
        RunSpec spec = new RunSpec("make", "k", "{}", List.of(StepSpec.task("a", "w", "cpu", "{}", List.of())));
        EngineSettings settings = new EngineSettings(Map.of("cpu", 1), folder, new SettableClock(),
                new SplittableRandom(1));
        try (Engine engine = Engine.open(new FillingLedger(), Map.of("w", handler), settings, new ThreadCrew())) {
            RunId run = ManualEngine.value(engine.start(spec));
            Failure failure = assertTimeoutPreemptively(Duration.ofSeconds(20),
                    () -> ManualEngine.failure(engine.await(run)));
            assertEquals(FULL, failure);
            assertEquals(FULL, ManualEngine.failure(engine.pause(run)));
        }
    }
}
