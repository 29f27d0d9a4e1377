package org.filmwright.generate.local.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.filmwright.base.Failure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The process of models, asked from outside, in a thread of the test. */
@Timeout(60)
class RunnerProcessTest {
    @TempDir
    private Path folder;
    private Pipe requests;
    private Speaker ask;
    private Lines answers;
    private CompletableFuture<Boolean> life;

    @BeforeEach
    void begin() throws IOException {
        requests = Pipe.open();
        Pipe said = Pipe.open();
        ask = new Speaker(Channels.newOutputStream(requests.sink()));
        answers = new Lines(Channels.newInputStream(said.source()));
        RunnerProcess process = new RunnerProcess(Channels.newInputStream(requests.source()),
                Channels.newOutputStream(said.sink()), ScriptedPainter::load);
        life = CompletableFuture.supplyAsync(process::run, command -> Thread.ofPlatform().daemon().start(command));
    }

    @AfterEach
    void end() throws IOException {
        requests.sink().close();
    }

    private void load(String model) {
        ask.say(new Ask.Load(1, new Loader.Setup(folder.resolve(model), "cpu", false)));
    }

    private Path generate(long id, String prompt) {
        Path to = folder.resolve(id + ".png");
        ask.say(new Ask.Generate(id, Orders.order(to, prompt)));
        return to;
    }

    /** The next thing it says about a question, heartbeats and steps apart. */
    private Reply next() throws IOException {
        while (true) {
            Reply reply = any();
            if (!(reply instanceof Reply.Heartbeat || reply instanceof Reply.Progressed)) {
                return reply;
            }
        }
    }

    private Reply any() throws IOException {
        return assertInstanceOf(Protocol.Read.Ours.class, Protocol.read(answers.next().orElseThrow(), Reply.class))
                .value() instanceof Reply reply ? reply : null;
    }

    private void hearStep(String note) throws IOException {
        while (!(any() instanceof Reply.Progressed(long _, double _, String told) && told.equals(note))) {
            assertFalse(life.isDone());
        }
    }

    private Failure failed() throws IOException {
        return assertInstanceOf(Reply.Failed.class, next()).failure();
    }

    @Test
    void itBeatsBeforeAnythingIsAsked() throws IOException {
        assertInstanceOf(Reply.Heartbeat.class, any());
    }

    @Test
    void itPaintsWithTheModelThatIsLoaded() throws IOException {
        load("tiny");
        Path picture = generate(2, "step");
        assertEquals(new Reply.Loaded(1), next());
        assertEquals(picture, assertInstanceOf(Reply.Done.class, next()).painted().picture());
        assertTrue(Files.exists(picture));
        ask.say(new Ask.Status(3));
        Reply.Status status = assertInstanceOf(Reply.Status.class, next());
        assertEquals(1, status.pictures());
        assertEquals(Optional.of(folder.resolve("tiny")), status.model());
    }

    @Test
    void itAnswersAndStopsInTheMiddleOfAPicture() throws IOException {
        load("tiny");
        generate(2, "wait");
        hearStep("waiting");
        ask.say(new Ask.Status(3));
        assertEquals(3, next().id());
        ask.say(new Ask.Cancel(2));
        assertEquals(new Reply.Stopped(2), next());
    }

    @Test
    void whatIsCancelledBeforeItBeganDoesNotBegin() throws IOException {
        load("tiny");
        generate(2, "wait");
        Path never = generate(3, "step");
        hearStep("waiting");
        ask.say(new Ask.Cancel(3));
        ask.say(new Ask.Cancel(2));
        assertEquals(new Reply.Stopped(2), next());
        assertEquals(new Reply.Stopped(3), next());
        assertFalse(Files.exists(never));
    }

    @Test
    void itsMishapsAreFailuresAndItGoesOn() throws IOException {
        load("tiny");
        assertEquals(new Reply.Loaded(1), next());
        generate(2, "direct");
        assertEquals("memory", assertInstanceOf(Failure.Exhausted.class, failed()).resource());
        generate(3, "library");
        assertTrue(assertInstanceOf(Failure.Misconfigured.class, failed()).what().contains("no onnxruntime"));
        generate(4, "step");
        assertEquals(4, assertInstanceOf(Reply.Done.class, next()).id());
    }

    @Test
    void aModelThatCannotBeLoadedSaysWhyAndNothingIsPaintedWithIt() throws IOException {
        load("broken");
        assertEquals(new Failure.Misconfigured("The model is broken.", "Import it again."), failed());
        generate(2, "step");
        assertEquals("runner.unloaded", assertInstanceOf(Failure.Bug.class, failed()).code());
    }

    @Test
    void itEndsWithItsStudioAlsoWhenTheModelDoesNotYield() throws Exception {
        load("tiny");
        generate(2, "step stubborn");
        hearStep("step");
        requests.sink().close();
        assertEquals(false, life.get(30, TimeUnit.SECONDS));
    }

    @Test
    void itEndsWhenItIsTold() throws Exception {
        load("tiny");
        ask.say(new Ask.Quit());
        assertEquals(true, life.get(30, TimeUnit.SECONDS));
    }
}
