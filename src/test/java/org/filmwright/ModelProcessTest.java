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
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.filmwright.base.Cancelled;
import org.filmwright.base.Failure;
import org.filmwright.base.FrameSize;
import org.filmwright.base.Outcome;
import org.filmwright.base.Progress;
import org.filmwright.generate.local.Painter;
import org.filmwright.generate.local.runner.ChildJvm;
import org.filmwright.generate.local.runner.Limits;
import org.filmwright.generate.local.runner.Runner;
import org.filmwright.generate.local.sample.Family;
import org.filmwright.generate.local.sample.SampleModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The real process of models, killed and stopped in the middle of a step that would take minutes. */
@ExtendWith(OwnSettings.class)
@Timeout(120)
class ModelProcessTest {
    private static final long FOREVER = 1_000_000_000_000L;
    /** So small that all of its heap was used once before it counts. */
    private static final ChildJvm.Room TIGHT = new ChildJvm.Room(64, 256);
    private static final int PICTURES = 100;
    private static final int WARM = 40;
    private static final long TOLERANCE = 32L << 20;

    @TempDir
    private Path folder;
    private Path slow;
    private Path quick;
    private Runner runner;

    @BeforeEach
    void begin() throws IOException {
        slow = SampleModel.of(Family.FLUX)
                .answering(new org.filmwright.generate.local.sample.Denoiser.Slow(FOREVER))
                .write(folder.resolve("slow"));
        quick = SampleModel.of(Family.FLUX).write(folder.resolve("quick"));
        Files.createDirectory(folder.resolve("out"));
        runner = LocalModels.runner("cpu");
    }

    @AfterEach
    void end() {
        runner.close();
    }

    private Painter.Order order() {
        return new Painter.Order("a red cat", "", new FrameSize(64, 32), OptionalInt.of(2), OptionalDouble.empty(), 1,
                Optional.empty(), folder.resolve("out").resolve("cat.png"),
                new Painter.Extras(Optional.empty(), OptionalInt.empty(), Map.of()));
    }

    private CompletableFuture<Outcome<Painter.Painted>> begin(Path model, Progress progress) {
        return CompletableFuture.supplyAsync(() -> runner.paint(model, order(), progress),
                work -> Thread.ofPlatform().daemon().start(work));
    }

    private long pid() {
        return runner.condition().orElseThrow().pid();
    }

    private List<Path> left() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("out"))) {
            return files.toList();
        }
    }

    private void paintsStill() throws IOException {
        Painter.Painted painted = CommandFailed.orFail(runner.paint(quick, order(), Progress.NONE));
        assertEquals(List.of(painted.picture()), left());
    }

    @Test
    void aHundredPicturesLeaveTheProcessAsLargeAsTheFirstOnes() throws IOException {
        runner.close();
        runner = new Runner("cpu", new ChildJvm(ModelProcess.class, TIGHT, List.of(folder.resolve("cache").toString())),
                Limits.USUAL, Wiring.clock());
        long pid = 0;
        long warm = 0;
        for (int picture = 1; picture <= PICTURES; picture++) {
            paintsStill();
            if (picture == WARM) {
                pid = pid();
                warm = runner.condition().orElseThrow().rss();
            }
        }
        assertEquals(pid, pid(), "it was never started anew");
        long grown = runner.condition().orElseThrow().rss() - warm;
        assertTrue(grown < TOLERANCE, "grown by " + (grown >> 10) + " KiB from " + (warm >> 20) + " MiB");
    }

    @Test
    void aProcessThatIsKilledIsStartedOnceMoreAndThenSaysWhy() throws Exception {
        Watched watched = new Watched();
        CompletableFuture<Outcome<Painter.Painted>> work = begin(slow, watched);
        watched.hear("painting");
        long first = pid();
        ProcessHandle.of(first).orElseThrow().destroyForcibly();
        watched.hear("once more, with less memory");
        watched.hear("painting");
        long second = pid();
        assertNotEquals(first, second);
        ProcessHandle.of(second).orElseThrow().destroyForcibly();
        Failure failure = assertInstanceOf(Outcome.Failed.class, work.get(60, TimeUnit.SECONDS)).failure();
        String said = Wording.of(failure);
        assertTrue(said.contains("slow") && said.contains("killed") && said.contains("also with less memory"), said);
        assertEquals(List.of(), left());
        paintsStill();
    }

    @Test
    void whoIsStoppedInTheMiddleOfAStepStopsAndTheProcessGoesOn() throws Exception {
        Watched watched = new Watched();
        CompletableFuture<Outcome<Painter.Painted>> work = begin(slow, watched);
        watched.hear("painting");
        long pid = pid();
        watched.cancel();
        ExecutionException stopped = assertThrows(ExecutionException.class, () -> work.get(60, TimeUnit.SECONDS));
        assertInstanceOf(Cancelled.class, stopped.getCause());
        assertEquals(List.of(), left());
        paintsStill();
        assertEquals(pid, pid());
    }
}
