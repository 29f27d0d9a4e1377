package org.filmwright.generate.cloud;

import static org.filmwright.net.ScriptedServer.file;
import static org.filmwright.net.ScriptedServer.hangsUp;
import static org.filmwright.net.ScriptedServer.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import org.filmwright.base.Cancelled;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;
import org.filmwright.base.Progress;
import org.filmwright.generate.Answer;
import org.filmwright.net.ScriptedServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A ComfyUI at home: what it is sent, what it tells, and that nothing is drawn twice or stopped that is not ours. */
class ComfyPainterTest {
    private static final Duration SOON = Duration.ofMillis(20);

    @TempDir
    private Path folder;
    private final Counter counter = new Counter();
    private final List<String> notes = new ArrayList<>();
    private final Correspondence.Stoppable work = new Correspondence.Stoppable() {
        @Override
        public void report(double fraction, String note) {
            notes.add(note);
        }
    };

    /** A ComfyUI that draws what it is given. */
    private class Studio {
        String id = "";
        String state = "nowhere";
        String history = "";
        ScriptedServer.Turn posted = null;
        String said = "";
        final List<String> stopped = new ArrayList<>();
        JsonNode body = Wire.object();
        final CountDownLatch drawing = new CountDownLatch(1);
        final ScriptedServer server = new ScriptedServer(this::answer);

        synchronized ScriptedServer.Turn answer(ScriptedServer.Asked asked) {
            String path = asked.line().split(" ")[1];
            if (path.startsWith("/ws")) {
                return said.isEmpty() ? json(404, "{}") : telling(said);
            }
            return switch (path.replaceFirst("[?].*", "").split("/")[1]) {
                case "prompt" -> order(asked);
                case "history" -> json(200,
                        history.isEmpty() ? "{}" : "{\"" + path.substring(9) + "\":" + history + "}");
                case "queue" -> asked.line().startsWith("POST") ? stop("delete " + asked.body()) : queue();
                case "interrupt" -> stop("interrupt " + asked.body());
                case "view" -> file("image/png", Counter.picture("png", 64, 36));
                default -> json(404, "{}");
            };
        }

        private ScriptedServer.Turn order(ScriptedServer.Asked asked) {
            body = asked.json();
            id = body.path("prompt_id").asText();
            return posted != null
                    ? posted
                    : json(200, "{\"prompt_id\":\"" + id + "\",\"number\":1,\"node_errors\":{}}");
        }

        private ScriptedServer.Turn stop(String what) {
            stopped.add(what);
            return json(200, "{}");
        }

        private ScriptedServer.Turn queue() {
            drawing.countDown();
            String job = "[[1,\"" + id + "\",{},{},[]]]";
            return json(200, "{\"queue_running\":" + (state.equals("running") ? job : "[[1,\"another\",{}]]")
                    + ",\"queue_pending\":" + (state.equals("waiting") ? job : "[]") + "}");
        }

        ComfyPainter painter() {
            return painter(() -> Outcome.ok(ComfyGraph.usual()));
        }

        ComfyPainter painter(Supplier<Outcome<ComfyGraph>> graph) {
            return ComfyPainterTest.this.painter(server.address(), graph);
        }

        Answer drawn() {
            return painter().start(Counter.image(folder), work);
        }
    }

    private ComfyPainter painter(URI address, Supplier<Outcome<ComfyGraph>> graph) {
        Provider provider = Counter.at("comfyui", address);
        Offering offering = Offering.of(
                Wire.read("{\"provider\":\"comfyui\",\"name\":\"sd15\",\"model\":\"sd 15.ckpt\"}"),
                Optional.empty());
        return new ComfyPainter(provider, offering, counter.access(provider, Optional.of("unused"),
                Duration.ofSeconds(60)), graph, SOON);
    }

    private static final String DONE = """
            {"outputs":{"9":{"images":[{"filename":"../p 1.png","subfolder":"","type":"temp"}]},
            "7":{"images":[{"filename":"a_00001_.png","subfolder":"x&y","type":"output"}]}},
            "status":{"status_str":"success","completed":true,"messages":[]}}""";

    @AfterEach
    void close() {
        counter.close();
    }

    private static ScriptedServer.Turn telling(String text) {
        return ScriptedServer.socket(new WebSocketListener() {
            @Override
            public void onOpen(WebSocket line, Response response) {
                line.send(text);
            }
        });
    }

    private static Failure failure(Answer answer) {
        return assertInstanceOf(Answer.Failed.class, answer, answer::toString).failure();
    }

    @Test
    void aPictureIsDrawnByTheGraphWithItsOwnValuesInTheSlots() throws IOException {
        Studio studio = new Studio();
        studio.state = "waiting";
        CompletableFuture<Answer> answer = CompletableFuture.supplyAsync(studio::drawn);
        assertDraws(studio);
        studio.history = DONE;
        Answer.Done done = assertInstanceOf(Answer.Done.class, answer.join(), () -> answer.join().toString());
        assertTrue(Files.size(done.outputs().getFirst().file()) > 0);
        JsonNode nodes = studio.body.get("prompt");
        assertEquals("A ferry at night", nodes.at("/2/inputs/text").asText());
        assertEquals("people", nodes.at("/3/inputs/text").asText());
        assertEquals(List.of(1344, 768, 7L, "sd 15.ckpt"),
                List.of(nodes.at("/4/inputs/width").asInt(), nodes.at("/4/inputs/height").asInt(),
                        nodes.at("/5/inputs/seed").asLong(), nodes.at("/1/inputs/ckpt_name").asText()));
        assertTrue(nodes.at("/4/inputs/width").isInt(), "a slot that is a whole text takes the type of its value");
        assertTrue(studio.server.asked()
                .stream()
                .anyMatch(asked -> asked.line().contains("/view?filename=a_00001_.png&subfolder=x%26y&type=output")));
        assertTrue(studio.server.asked().stream().noneMatch(asked -> asked.headers().containsKey("origin")));
    }

    private static void assertDraws(Studio studio) {
        try {
            assertTrue(studio.drawing.await(30, java.util.concurrent.TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whatItsSocketTellsIsShownAndTheSocketIsOpenBeforeTheOrder() {
        Studio studio = new Studio();
        studio.said = "{\"type\":\"progress\",\"data\":{\"value\":5,\"max\":20,\"node\":\"5\"}}";
        studio.state = "running";
        CompletableFuture<Answer> answer = CompletableFuture.supplyAsync(studio::drawn);
        while (!answer.isDone() && !notes.contains("step 5 of 20")) {
            Thread.onSpinWait();
        }
        studio.history = DONE;
        assertInstanceOf(Answer.Done.class, answer.join());
        List<String> lines = studio.server.asked().stream().map(ScriptedServer.Asked::line).toList();
        int socket = lines.indexOf(lines.stream().filter(line -> line.contains("/ws?")).findFirst().orElseThrow());
        assertTrue(lines.stream().noneMatch(line -> line.startsWith("POST"))
                || socket <= lines.indexOf("POST /prompt HTTP/1.1"), lines::toString);
    }

    @Test
    void whatIsDrawnAlreadyOrWaitsThereIsNotOrderedAgain() {
        Studio studio = new Studio();
        studio.history = DONE;
        assertInstanceOf(Answer.Done.class, studio.drawn());
        assertTrue(studio.server.asked().stream().noneMatch(asked -> asked.line().startsWith("POST")));
    }

    @Test
    void anAnswerThatWasLostIsNoHarmWhereItsQueueShowsTheJob() {
        Studio studio = new Studio();
        studio.posted = hangsUp();
        assertInstanceOf(Failure.Transient.class, failure(studio.drawn()));
        Studio there = new Studio();
        there.posted = hangsUp().after(() -> {
            there.state = "running";
            there.history = DONE;
        });
        assertInstanceOf(Answer.Done.class, there.drawn());
    }

    @Test
    void aStopTakesOurOwnOutAndNobodyElses() {
        for (String state : List.of("waiting", "running", "nowhere")) {
            Studio studio = new Studio();
            studio.posted = json(200, "{\"prompt_id\":\"x\"}").after(() -> studio.state = state);
            Correspondence.Stoppable stoppable = new Correspondence.Stoppable();
            CompletableFuture<Answer> answer = CompletableFuture
                    .supplyAsync(() -> studio.painter().start(Counter.image(folder), stoppable));
            while (studio.server.asked().stream().noneMatch(asked -> asked.line().startsWith("POST /prompt"))
                    || state.equals("nowhere") && !answer.isDone()) {
                Thread.onSpinWait();
            }
            stoppable.stop();
            if (!state.equals("nowhere")) {
                assertInstanceOf(Cancelled.class, assertThrows(CompletionException.class, answer::join).getCause());
            }
            assertEquals(switch (state) {
                case "waiting" -> List.of("delete {\"delete\":[\"" + studio.id + "\"]}");
                case "running" -> List.of("interrupt {\"prompt_id\":\"" + studio.id + "\"}");
                default -> List.of();
            }, studio.stopped);
        }
    }

    @Test
    void whatItForgotWasLostInARestart() {
        Studio studio = new Studio();
        assertTrue(failure(studio.drawn()).what().contains("restarted"));
    }

    @Test
    void itsRefusalsSayWhatIsMissing() {
        Failure model = refused(json(400, """
                {"error":{"type":"prompt_outputs_failed_validation","message":"Prompt outputs failed validation"},
                "node_errors":{"1":{"class_type":"CheckpointLoaderSimple","errors":[{"type":"value_not_in_list",
                "message":"Value not in list","details":"ckpt_name: 'sd 15.ckpt' not in []"}]}}}"""));
        assertTrue(model instanceof Failure.Misconfigured && model.what().contains("sd 15.ckpt"), model::toString);
        assertInstanceOf(Failure.Misconfigured.class, refused(json(400,
                "{\"error\":{\"type\":\"invalid_prompt\",\"message\":\"Node X does not exist.\"},\"node_errors\":{}}")));
        assertInstanceOf(Failure.Refused.class, refused(json(400,
                "{\"error\":{\"type\":\"prompt_no_outputs\",\"message\":\"Prompt has no outputs\"}}")));
        assertInstanceOf(Failure.Transient.class, refused(json(503, "{}")));
    }

    private Failure refused(ScriptedServer.Turn turn) {
        Studio studio = new Studio();
        studio.posted = turn;
        return failure(studio.drawn());
    }

    @Test
    void itsFailuresWhileDrawingAreToldApart() {
        assertInstanceOf(Failure.Exhausted.class, ended("[\"execution_error\",{\"node_type\":\"KSampler\","
                + "\"exception_type\":\"torch.OutOfMemoryError\",\"exception_message\":\"Allocation failed\"}]"));
        Failure node = ended("[\"execution_error\",{\"node_type\":\"VAEDecode\",\"exception_type\":\"ValueError\","
                + "\"exception_message\":\"bad shape\"}]");
        assertTrue(node instanceof Failure.Refused && node.what().contains("VAEDecode: bad shape"), node::toString);
        assertInstanceOf(Failure.Transient.class, ended("[\"execution_interrupted\",{}]"));
    }

    private Failure ended(String message) {
        Studio studio = new Studio();
        studio.posted = json(200, "{\"prompt_id\":\"x\"}")
                .after(() -> studio.history = "{\"outputs\":{},\"status\":{\"status_str\":\"error\",\"messages\":["
                        + message + "]}}");
        return failure(studio.drawn());
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
    void aGraphOfOnesOwnIsCheckedBeforeAnythingIsSent() {
        assertTrue(unread("{\"nodes\":[],\"links\":[]}").contains("editor"));
        assertTrue(unread("{\"1\":{\"class_type\":\"X\",\"inputs\":{}}}").contains("no place for the words"));
        assertTrue(unread("<html>").contains("no graph"));
        ComfyGraph odd = ComfyGraph
                .read("own", "{\"1\":{\"class_type\":\"X\",\"inputs\":{\"t\":\"${prompt}, ${mood}\"}}}")
                .orElse(failure -> {
                    throw new AssertionError(failure);
                });
        Studio studio = new Studio();
        Failure failure = failure(studio.painter(() -> Outcome.ok(odd)).start(Counter.image(folder), Progress.NONE));
        assertTrue(failure.what().contains("${mood}"), failure::what);
        assertEquals(List.of(), studio.server.asked());
        JsonNode filled = ComfyGraph
                .read("own", "{\"1\":{\"class_type\":\"X\",\"inputs\":{\"t\":\"film of ${prompt}\"}}}")
                .then(graph -> graph.with(Map.of("prompt", "a $boat \\ here")))
                .orElse(no -> {
                    throw new AssertionError(no);
                });
        assertEquals("film of a $boat \\ here", filled.at("/1/inputs/t").asText());
        assertFalse(filled.toString().contains("${"));
    }

    private static String unread(String json) {
        return ComfyGraph.read("own.json", json) instanceof Outcome.Failed<ComfyGraph>(Failure failure)
                ? failure.what()
                : "it was read";
    }
}
