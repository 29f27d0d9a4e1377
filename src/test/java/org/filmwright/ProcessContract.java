package org.filmwright;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.filmwright.base.Cancelled;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;
import org.filmwright.base.Progress;
import org.filmwright.generate.local.runner.Runner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What holds for whatever the real process of models does, killed and stopped in the middle of work that takes minutes. */
@ExtendWith(OwnSettings.class)
@Timeout(120)
abstract class ProcessContract {
    static final long FOREVER = 1_000_000_000_000L;

    @TempDir
    Path folder;
    Runner runner;

    @BeforeEach
    void begin() throws IOException {
        Files.createDirectory(folder.resolve("out"));
        runner = LocalModels.runner("cpu");
    }

    @AfterEach
    void end() {
        runner.close();
    }

    /** Work of a model called {@code slow} that takes minutes and writes into {@code out}. */
    abstract Outcome<?> slowWork(Progress progress);

    /** What is said once it works. */
    abstract String working();

    /** The process does quick work, and only that has left something. */
    abstract void worksStill() throws IOException;

    private CompletableFuture<Outcome<?>> begin(Progress progress) {
        return CompletableFuture.supplyAsync(() -> slowWork(progress),
                work -> Thread.ofPlatform().daemon().start(work));
    }

    long pid() {
        return runner.condition().orElseThrow().pid();
    }

    List<Path> left() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("out"))) {
            return files.toList();
        }
    }

    @Test
    void aProcessThatIsKilledIsStartedOnceMoreAndThenSaysWhy() throws Exception {
        Watched watched = new Watched();
        CompletableFuture<Outcome<?>> work = begin(watched);
        watched.hear(working());
        long first = pid();
        ProcessHandle.of(first).orElseThrow().destroyForcibly();
        watched.hear("once more, with less memory");
        watched.hear(working());
        long second = pid();
        assertNotEquals(first, second);
        ProcessHandle.of(second).orElseThrow().destroyForcibly();
        Failure failure = assertInstanceOf(Outcome.Failed.class, work.get(60, TimeUnit.SECONDS)).failure();
        String said = Wording.of(failure);
        assertTrue(said.contains("slow") && said.contains("killed") && said.contains("also with less memory"), said);
        assertEquals(List.of(), left());
        worksStill();
    }

    @Test
    void whoIsStoppedInTheMiddleStopsAndTheProcessGoesOn() throws Exception {
        Watched watched = new Watched();
        CompletableFuture<Outcome<?>> work = begin(watched);
        watched.hear(working());
        long pid = pid();
        watched.cancel();
        ExecutionException stopped = assertThrows(ExecutionException.class, () -> work.get(60, TimeUnit.SECONDS));
        assertInstanceOf(Cancelled.class, stopped.getCause());
        assertEquals(List.of(), left());
        worksStill();
        assertEquals(pid, pid());
    }
}
