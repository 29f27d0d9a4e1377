package org.filmwright.generate.cloud;

import static org.filmwright.net.ScriptedServer.hangsUp;
import static org.filmwright.net.ScriptedServer.json;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.filmwright.base.Cancelled;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;
import org.filmwright.base.Progress;
import org.filmwright.generate.Answer;
import org.filmwright.net.ScriptedServer;
import org.junit.jupiter.api.Test;

/** A ComfyUI at home: what it is sent, what it tells, and that nothing is drawn twice or stopped that is not ours. */
class ComfyPainterTest extends MakerContract {
    private static final String DONE = """
            {"outputs":{"9":{"images":[{"filename":"../p 1.png","subfolder":"","type":"temp"}]},
            "8":{"gifs":[{"filename":"way.mp4","subfolder":"","type":"output"}]},
            "7":{"images":[{"filename":"a_00001_.png","subfolder":"x&y","type":"output"}]}},
            "status":{"status_str":"success","completed":true,"messages":[]}}""";

    private final List<String> notes = Collections.synchronizedList(new ArrayList<>());
    private final List<Progress.Glimpse> glimpses = Collections.synchronizedList(new ArrayList<>());
    private final Correspondence.Stoppable work = new Correspondence.Stoppable() {
        @Override
        public void report(double fraction, String note) {
            notes.add(note);
        }

        @Override
        public void glimpse(Glimpse picture) {
            glimpses.add(picture);
        }
    };

    @Override
    Stakes stakes() {
        return Stakes.FREE;
    }

    @Override
    Coming coming() {
        return Coming.FETCHED;
    }

    @Override
    byte[] good() {
        return Counter.picture("png", 64, 36);
    }

    @Override
    Answer ordering(ScriptedServer.Turn answered) {
        return drawn(new ComfyHouse().posted(answered));
    }

    @Override
    Answer fetching(ScriptedServer.Turn answered) {
        return drawn(new ComfyHouse().ends(DONE).view(answered));
    }

    @Override
    int requestsUntil(ScriptedServer.Turn answered) {
        ComfyHouse house = new ComfyHouse().ends(DONE).view(answered);
        drawn(house);
        return house.lines().size();
    }

    private ComfyPainter painter(URI address, Supplier<Outcome<ComfyGraph>> graph) {
        Provider provider = Counter.at("comfyui", address);
        Offering offering = Offering.of(
                Wire.read("{\"provider\":\"comfyui\",\"name\":\"sd15\",\"model\":\"sd 15.ckpt\"}"),
                Optional.empty());
        return new ComfyPainter(provider, offering, counter.access(provider, Optional.of("unused"),
                Duration.ofSeconds(60)), graph, ComfyHouse.SOON);
    }

    private Answer drawn(ComfyHouse house) {
        return drawn(house, () -> Outcome.ok(ComfyGraph.usual()));
    }

    private Answer drawn(ComfyHouse house, Supplier<Outcome<ComfyGraph>> graph) {
        return painter(house.server.address(), graph).start(Counter.image(folder), work);
    }

    private static Failure failure(Answer answer) {
        return assertInstanceOf(Answer.Failed.class, answer, answer::toString).failure();
    }

    @Test
    void aPictureIsDrawnByTheGraphWithItsOwnValuesInTheSlots() throws IOException {
        ComfyHouse house = new ComfyHouse().is(ComfyHouse.State.WAITING);
        CompletableFuture<Answer> answer = CompletableFuture.supplyAsync(() -> drawn(house));
        house.awaitLook();
        house.end(DONE);
        Answer.Done done = assertInstanceOf(Answer.Done.class, answer.join(), () -> answer.join().toString());
        assertTrue(Files.size(done.outputs().getFirst().file()) > 0);
        JsonNode nodes = house.prompt();
        assertEquals("A ferry at night", nodes.at("/2/inputs/text").asText());
        assertEquals("people", nodes.at("/3/inputs/text").asText());
        assertEquals(List.of(1344, 768, 7L, "sd 15.ckpt"),
                List.of(nodes.at("/4/inputs/width").asInt(), nodes.at("/4/inputs/height").asInt(),
                        nodes.at("/5/inputs/seed").asLong(), nodes.at("/1/inputs/ckpt_name").asText()));
        assertTrue(nodes.at("/4/inputs/width").isInt(), "a slot that is a whole text takes the type of its value");
        assertTrue(house.lines()
                .stream()
                .anyMatch(line -> line.contains("/view?filename=a_00001_.png&subfolder=x%26y&type=output")));
        assertTrue(house.server.asked().stream().noneMatch(asked -> asked.headers().containsKey("origin")));
    }

    @Test
    void whatItsSocketTellsIsShownAndTheSocketIsOpenBeforeTheOrder() {
        ComfyHouse house = new ComfyHouse().is(ComfyHouse.State.RUNNING)
                .says("{\"type\":\"progress\",\"data\":{\"value\":5,\"max\":20,\"node\":\"5\"}}");
        CompletableFuture<Answer> answer = CompletableFuture.supplyAsync(() -> drawn(house));
        while (!answer.isDone() && !notes.contains("step 5 of 20")) {
            Thread.onSpinWait();
        }
        house.end(DONE);
        assertInstanceOf(Answer.Done.class, answer.join());
        List<String> lines = house.lines();
        int socket = lines.indexOf(lines.stream().filter(line -> line.contains("/ws?")).findFirst().orElseThrow());
        assertTrue(socket < lines.indexOf("POST /prompt HTTP/1.1"), lines::toString);
        assertTrue(notes.contains("step 5 of 20"));
    }

    @Test
    void whatItShowsOfAPictureOnItsWayIsPassedOnSmallAndNothingElse() {
        byte[] cut = java.util.Arrays.copyOf(Counter.picture("png", 64, 36), 200);
        ComfyHouse house = new ComfyHouse().is(ComfyHouse.State.RUNNING)
                .shows(1, 1, "no picture".getBytes(StandardCharsets.UTF_8))
                .shows(1, 2, cut)
                .shows(1, 9, Counter.picture("png", 64, 36))
                .shows(3, 2, Counter.picture("png", 64, 36))
                .shows(1, 2, Counter.picture("png", 3000, 2000))
                .says("{\"type\":\"progress\",\"data\":{\"value\":1,\"max\":2}}")
                .shows(1, 1, Counter.picture("jpg", 1024, 512));
        CompletableFuture<Answer> answer = CompletableFuture.supplyAsync(() -> drawn(house));
        while (!answer.isDone() && glimpses.isEmpty()) {
            Thread.onSpinWait();
        }
        house.end(DONE);
        assertInstanceOf(Answer.Done.class, answer.join());
        assertEquals(List.of(512, 256), List.of(glimpses.getFirst().width(), glimpses.getFirst().height()));
        assertEquals(1, glimpses.size(), "of the others none is a picture that is shown");
    }

    @Test
    void whatIsDrawnAlreadyOrWaitsThereIsNotOrderedAgain() {
        ComfyHouse house = new ComfyHouse().ends(DONE);
        assertInstanceOf(Answer.Done.class, drawn(house));
        assertInstanceOf(Answer.Done.class, drawn(house));
        assertEquals(1, house.orders());
        String id = house.id();
        house.restart();
        house.is(ComfyHouse.State.RUNNING);
        CompletableFuture<Answer> answer = CompletableFuture.supplyAsync(() -> drawn(house));
        house.awaitLook();
        house.end(DONE);
        assertInstanceOf(Answer.Done.class, answer.join());
        assertEquals(List.of(1, id), List.of(house.orders(), house.id()), "it was in the queue");
    }

    @Test
    void anAnswerThatWasLostIsNoHarmWhereItsQueueShowsTheJob() {
        ComfyHouse house = new ComfyHouse();
        house.posted(hangsUp().after(() -> house.is(ComfyHouse.State.RUNNING).end(DONE)));
        assertInstanceOf(Answer.Done.class, drawn(house));
    }

    @Test
    void aStopTakesOurOwnOutAndNobodyElses() {
        for (ComfyHouse.State state : ComfyHouse.State.values()) {
            ComfyHouse house = new ComfyHouse().others("theirs", "theirs too");
            house.posted(usual -> usual.after(() -> house.is(state)));
            Correspondence.Stoppable stoppable = new Correspondence.Stoppable();
            ComfyPainter painter = painter(house.server.address(), () -> Outcome.ok(ComfyGraph.usual()));
            CompletableFuture<Answer> answer = CompletableFuture
                    .supplyAsync(() -> painter.start(Counter.image(folder), stoppable));
            boolean lost = state == ComfyHouse.State.NOWHERE;
            while (house.orders() == 0 || lost && !answer.isDone()) {
                Thread.onSpinWait();
            }
            stoppable.stop();
            if (!lost) {
                assertInstanceOf(Cancelled.class, assertThrows(CompletionException.class, answer::join).getCause());
            }
            assertEquals(switch (state) {
                case WAITING -> List.of("delete {\"delete\":[\"" + house.id() + "\"]}");
                case RUNNING -> List.of("interrupt {\"prompt_id\":\"" + house.id() + "\"}");
                case NOWHERE -> List.of();
            }, house.stopped());
        }
    }

    @Test
    void behindOtherPeoplesJobsItIsToldHowManyAreBefore() {
        ComfyHouse house = new ComfyHouse().others("theirs", "theirs too", "theirs as well")
                .is(ComfyHouse.State.WAITING);
        CompletableFuture<Answer> answer = CompletableFuture.supplyAsync(() -> drawn(house));
        while (!answer.isDone() && !notes.contains("waiting at ComfyUI, 3 before it")) {
            Thread.onSpinWait();
        }
        house.end(DONE);
        assertInstanceOf(Answer.Done.class, answer.join());
        assertTrue(notes.contains("waiting at ComfyUI, 3 before it"), notes::toString);
        assertEquals(List.of(), house.stopped());
    }

    @Test
    void aRestartInTheMidstIsToldAndTheNextTryOrdersAgain() {
        ComfyHouse house = new ComfyHouse();
        house.posted(usual -> usual.after(house::restart));
        Failure forgotten = failure(drawn(house));
        assertTrue(forgotten instanceof Failure.Transient && forgotten.what().contains("restarted"),
                forgotten::toString);
        String id = house.id();
        house.posted(usual -> usual).ends(DONE);
        assertInstanceOf(Answer.Done.class, drawn(house));
        assertEquals(List.of(2, id), List.of(house.orders(), house.id()));
    }

    @Test
    void aServerThatGoesInTheMidstIsToldAndOneThatIsGoneIsToBeStarted() throws IOException {
        ComfyHouse house = new ComfyHouse();
        house.posted(usual -> usual.after(() -> house.queue(hangsUp())));
        Failure going = failure(drawn(house));
        assertTrue(going instanceof Failure.Transient && going.what().contains("does not answer any more"),
                going::toString);
        house.close();
        assertInstanceOf(Failure.Misconfigured.class, failure(drawn(house)));
    }

    @Test
    void anInterruptBySomebodyElseIsToldAndDrawnAgainUnderAnotherId() {
        ComfyHouse house = new ComfyHouse().ends(
                "{\"outputs\":{},\"status\":{\"status_str\":\"error\",\"messages\":[[\"execution_interrupted\",{}]]}}");
        Failure stopped = failure(drawn(house));
        assertTrue(stopped instanceof Failure.Transient && stopped.what().contains("Somebody stopped ComfyUI"),
                stopped::toString);
        String id = house.id();
        assertInstanceOf(Failure.Transient.class, failure(drawn(house)));
        house.ends(DONE);
        assertInstanceOf(Answer.Done.class, drawn(house), "what was written down before does not end it");
        assertNotEquals(id, house.id());
        assertEquals(3, house.orders());
    }

    @Test
    void aResultThatIsNoLongerThereIsDrawnAgain() {
        ComfyHouse house = new ComfyHouse().ends(DONE).view(json(404, "{}"));
        assertInstanceOf(Failure.Refused.class, failure(drawn(house)));
        house.view(ScriptedServer.file("image/png", good()));
        assertInstanceOf(Answer.Done.class, drawn(house));
    }

    @Test
    void itsRefusalsSayWhatIsMissing() {
        Failure model = failure(ordering(json(400, """
                {"error":{"type":"prompt_outputs_failed_validation","message":"Prompt outputs failed validation"},
                "node_errors":{"1":{"class_type":"CheckpointLoaderSimple","errors":[{"type":"value_not_in_list",
                "message":"Value not in list","details":"ckpt_name: 'sd 15.ckpt' not in []"}]}}}""")));
        assertTrue(model instanceof Failure.Misconfigured && model.what().contains("sd 15.ckpt"), model::toString);
        assertInstanceOf(Failure.Misconfigured.class, failure(ordering(json(400,
                "{\"error\":{\"type\":\"invalid_prompt\",\"message\":\"Node X does not exist.\"},\"node_errors\":{}}"))));
        assertInstanceOf(Failure.Refused.class, failure(ordering(json(400,
                "{\"error\":{\"type\":\"prompt_no_outputs\",\"message\":\"Prompt has no outputs\"}}"))));
    }

    @Test
    void anOutputThatItLeftOutIsNamedWhereNothingCameOfTheRest() {
        ComfyHouse house = new ComfyHouse().ends("{\"outputs\":{},\"status\":{\"status_str\":\"success\"}}")
                .posted(json(200, """
                        {"prompt_id":"x","node_errors":{"7":{"class_type":"SaveImage","errors":[{"type":"x",
                        "message":"Required input is missing","details":"images"}]}}}"""));
        assertTrue(failure(drawn(house)).what().contains("SaveImage: Required input is missing images"));
        assertTrue(failure(drawn(new ComfyHouse().ends(
                "{\"outputs\":{},\"status\":{\"status_str\":\"success\"}}"))).what().contains("there is no picture"));
    }

    @Test
    void itsFailuresWhileDrawingAreToldApart() {
        assertInstanceOf(Failure.Exhausted.class, ended("[\"execution_error\",{\"node_type\":\"KSampler\","
                + "\"exception_type\":\"torch.OutOfMemoryError\",\"exception_message\":\"Allocation failed\"}]"));
        Failure node = ended("[\"execution_error\",{\"node_type\":\"VAEDecode\",\"exception_type\":\"ValueError\","
                + "\"exception_message\":\"bad shape\"}]");
        assertTrue(node instanceof Failure.Refused && node.what().contains("VAEDecode: bad shape"), node::toString);
    }

    private Failure ended(String message) {
        return failure(drawn(new ComfyHouse().ends(
                "{\"outputs\":{},\"status\":{\"status_str\":\"error\",\"messages\":[" + message + "]}}")));
    }

    @Test
    void whereNobodyAnswersItIsSaidHowToStartIt() throws IOException {
        URI nobody;
        try (ServerSocket free = new ServerSocket(0)) {
            nobody = URI.create("http://127.0.0.1:" + free.getLocalPort());
        }
        Failure failure = failure(painter(nobody, () -> Outcome.ok(ComfyGraph.usual()))
                .start(Counter.image(folder), Progress.NONE));
        assertTrue(failure instanceof Failure.Misconfigured && failure.what().contains("does not answer"),
                failure::toString);
    }

    @Test
    void aPictureOfOnesOwnGoesAlongWithEachOrder() throws IOException {
        byte[] look = Counter.picture("png", 20, 20);
        Path own = Files.write(folder.resolve("look.png"), look);
        ComfyGraph graph = ComfyGraphTest.read("{\"1\":{\"class_type\":\"LoadImage\",\"inputs\":{\"image\":"
                + "\"${image}\",\"t\":\"${prompt}\",\"s\":\"${seed}\"}}}");
        Failure unnamed = failure(drawn(new ComfyHouse(), () -> Outcome.ok(graph)));
        assertTrue(unnamed instanceof Failure.Misconfigured(String what, String remedy) && what.contains("${image}")
                && remedy.contains("\"image\""), unnamed::toString);
        ComfyHouse house = new ComfyHouse().ends(DONE);
        assertInstanceOf(Answer.Done.class, drawn(house, () -> Outcome.ok(graph.seeing(own))));
        String name = house.prompt().at("/1/inputs/image").asText();
        assertTrue(name.matches("filmwright-[0-9a-f]{32}\\.png"), name);
        byte[] sent = house.pictures().getFirst().toByteArray();
        int at = house.pictures().getFirst().indexOf(okio.ByteString.of(look));
        assertArrayEquals(look, java.util.Arrays.copyOfRange(sent, at, at + look.length));
        assertInstanceOf(Failure.Refused.class, failure(drawn(new ComfyHouse(),
                () -> Outcome.ok(graph.seeing(folder.resolve("none.png"))))));
    }
}
