package org.filmwright;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.filmwright.base.Cancelled;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;
import org.filmwright.base.Progress;
import org.filmwright.generate.local.Companion.Answer;
import org.filmwright.generate.local.Companion.Question;
import org.filmwright.generate.local.runner.Runner;
import org.filmwright.generate.local.sample.Element;
import org.filmwright.generate.local.sample.SampleCompanions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Companions in a real process of models, killed and stopped in the middle of work that would take minutes. */
@ExtendWith(OwnSettings.class)
@Timeout(120)
class CompanionProcessTest {
    private static final long FOREVER = 1_000_000_000_000L;

    @TempDir
    private Path folder;
    private Path slow;
    private Path picture;
    private Runner runner;

    @BeforeEach
    void begin() throws IOException {
        slow = SampleCompanions.slow(folder.resolve("slow"), FOREVER);
        picture = folder.resolve("p.png");
        ImageIO.write(new BufferedImage(8, 6, BufferedImage.TYPE_INT_RGB), "png", picture.toFile());
        Files.createDirectory(folder.resolve("out"));
        runner = LocalModels.runner("cpu");
    }

    @AfterEach
    void end() {
        runner.close();
    }

    private Question enlarge() {
        return new Question.Enlarge(picture, folder.resolve("out/large.png"));
    }

    private CompletableFuture<Outcome<Answer>> begin(Progress progress) {
        return CompletableFuture.supplyAsync(() -> runner.consult(slow, enlarge(), progress),
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

    private void answersStill() throws IOException {
        Path quick = SampleCompanions.enlarge(folder.resolve("quick"), Element.FLOAT, 2, 0, false);
        CommandFailed.orFail(runner.consult(quick, enlarge(), Progress.NONE));
        assertEquals(List.of(folder.resolve("out/large.png")), left());
        assertEquals(16, ImageIO.read(folder.resolve("out/large.png").toFile()).getWidth());
        Path mini = SampleCompanions.meaning(folder.resolve("mini"), 0, true, "last_hidden_state");
        Answer read = CommandFailed.orFail(runner.consult(mini, new Question.Understand(List.of("red boat")),
                Progress.NONE));
        assertEquals(SampleCompanions.WIDTH, assertInstanceOf(Answer.Vectors.class, read).vectors().getFirst().length);
    }

    @Test
    void aProcessThatIsKilledIsStartedOnceMoreAndThenSaysWhy() throws Exception {
        Watched watched = new Watched();
        CompletableFuture<Outcome<Answer>> work = begin(watched);
        watched.hear("looking closely");
        long first = pid();
        ProcessHandle.of(first).orElseThrow().destroyForcibly();
        watched.hear("once more, with less memory");
        watched.hear("looking closely");
        long second = pid();
        assertNotEquals(first, second);
        ProcessHandle.of(second).orElseThrow().destroyForcibly();
        Failure failure = assertInstanceOf(Outcome.Failed.class, work.get(60, TimeUnit.SECONDS)).failure();
        String said = Wording.of(failure);
        assertTrue(said.contains("slow") && said.contains("killed") && said.contains("also with less memory"), said);
        assertEquals(List.of(), left());
        answersStill();
    }

    @Test
    void whoIsStoppedInTheMiddleOfATileStopsAndTheProcessGoesOn() throws Exception {
        Watched watched = new Watched();
        CompletableFuture<Outcome<Answer>> work = begin(watched);
        watched.hear("looking closely");
        long pid = pid();
        watched.cancel();
        ExecutionException stopped = assertThrows(ExecutionException.class, () -> work.get(60, TimeUnit.SECONDS));
        assertInstanceOf(Cancelled.class, stopped.getCause());
        assertEquals(List.of(), left());
        answersStill();
        assertEquals(pid, pid());
    }
}
