package org.filmwright.generate.cloud;

import static org.filmwright.net.ScriptedServer.breaksOff;
import static org.filmwright.net.ScriptedServer.hangsUp;
import static org.filmwright.net.ScriptedServer.json;
import static org.filmwright.net.ScriptedServer.says;
import static org.filmwright.net.ScriptedServer.streams;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.filmwright.base.Cancelled;
import org.filmwright.base.Failure;
import org.filmwright.base.Progress;
import org.filmwright.generate.TextAnswer;
import org.filmwright.generate.TextGenerator;
import org.filmwright.generate.TextRequest;
import org.filmwright.net.Door;
import org.filmwright.net.ScriptedServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every server on one's own machine against the same promises, each in its own language. */
class LocalWritersTest {
    private static final LocalServer.Setup SETUP = new LocalServer.Setup("llama3.2", 16_384);
    private final Correspondence post = new Correspondence();

    @AfterEach
    void close() {
        post.close();
    }

    private static TextGenerator writer(LocalServer server, Door door) {
        return server == LocalServer.OLLAMA ? new OllamaWriter(door, SETUP) : new ChatWriter(door, server, SETUP);
    }

    private TextAnswer ask(LocalServer server, ScriptedServer there) {
        return writer(server, post.door(there.address())).write(Correspondence.REQUEST, post::hear, Progress.NONE);
    }

    private Stream<DynamicTest> each(Consumer<LocalServer> promise) {
        return Stream.of(LocalServer.values())
                .map(server -> DynamicTest.dynamicTest(server.id(), () -> promise.accept(server)));
    }

    private static String type(LocalServer server) {
        return server == LocalServer.OLLAMA ? "application/x-ndjson" : "text/event-stream";
    }

    /** A piece of text, as this server says it. */
    private static String piece(LocalServer server, String text) {
        String quoted = Wire.object().put("content", text).toString();
        return server == LocalServer.OLLAMA
                ? "{\"message\":" + quoted + ",\"done\":false}\n"
                : "data: {\"choices\":[{\"index\":0,\"delta\":" + quoted + ",\"finish_reason\":null}]}\n\n";
    }

    private static String end(LocalServer server, String reason) {
        return server == LocalServer.OLLAMA
                ? "{\"message\":{\"content\":\"\"},\"done\":true,\"done_reason\":\"" + reason
                        + "\",\"total_duration\":1500000000,\"prompt_eval_count\":40}\n"
                : "data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"" + reason + "\"}]}\n\n"
                        + "data: {\"choices\":[],\"usage\":{\"prompt_tokens\":40}}\n\ndata: [DONE]\n\n";
    }

    private static String trouble(LocalServer server) {
        return (server == LocalServer.OLLAMA ? "" : "data: ") + "{\"error\":{\"message\":\"out of memory\"}}\n\n";
    }

    private static Failure failure(TextAnswer answer) {
        return assertInstanceOf(TextAnswer.Failed.class, answer, answer::toString).failure();
    }

    private static TextAnswer.Written written(TextAnswer answer) {
        return assertInstanceOf(TextAnswer.Written.class, answer, answer::toString);
    }

    @TestFactory
    Stream<DynamicTest> aGoodAnswerIsHeardAsItComesAndNothingOfItIsLost() {
        return each(server -> {
            ScriptedServer there = new ScriptedServer(
                    streams(type(server),
                            ": waking up\n\n".repeat(server == LocalServer.OLLAMA ? 0 : 1)
                                    + piece(server, "{\"title\":\"Fähr"),
                            piece(server, "e\"}"),
                            end(server, "stop")));
            post.heard.setLength(0);
            TextAnswer.Written answer = written(ask(server, there));
            assertEquals("{\"title\":\"Fähre\"}", answer.text());
            assertEquals(answer.text(), post.heard.toString());
            assertEquals(TextAnswer.Ending.FINISHED, answer.ending());
            assertTrue(answer.usage().charged().isEmpty(), "free");
        });
    }

    @TestFactory
    Stream<DynamicTest> theTalkTheSchemaAndTheLimitsAreSentInTheServersOwnWay() {
        return each(server -> {
            ScriptedServer there = new ScriptedServer(streams(type(server), piece(server, "{}"), end(server, "stop")));
            written(ask(server, there));
            JsonNode body = Wire.read(there.asked().getFirst().body());
            assertEquals(List.of("system", "user", "assistant", "user"), body.get("messages")
                    .valueStream()
                    .map(each -> each.get("role").asText())
                    .toList());
            assertTrue(body.get("stream").asBoolean());
            if (server == LocalServer.OLLAMA) {
                assertEquals("POST /api/chat HTTP/1.1", there.asked().getFirst().line());
                assertEquals(Wire.read(Correspondence.SCHEMA), body.get("format"));
                assertEquals(16_384, body.at("/options/num_ctx").asInt());
                assertEquals(700, body.at("/options/num_predict").asInt());
            } else {
                assertEquals("POST /v1/chat/completions HTTP/1.1", there.asked().getFirst().line());
                assertEquals(Wire.read(Correspondence.SCHEMA), body.at("/response_format/json_schema/schema"));
                assertEquals("answer", body.at("/response_format/json_schema/name").asText());
                assertEquals(700, body.get("max_tokens").asInt());
                assertFalse(body.has("max_completion_tokens"));
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> anAnswerAtItsLongestIsSaidToBeCut() {
        return each(server -> assertEquals(TextAnswer.Ending.CUT_OFF, written(ask(server,
                new ScriptedServer(streams(type(server), piece(server, "{\"ti"), end(server, "length"))))).ending()));
    }

    @TestFactory
    Stream<DynamicTest> anAnswerWithoutAnEndIsNoAnswer() {
        return each(server -> {
            for (ScriptedServer.Turn turn : List.of(breaksOff(type(server), piece(server, "{\"ti")),
                    streams(type(server), piece(server, "{\"ti")), streams(type(server)), hangsUp(),
                    says(200, "text/html", "<html>Log in to the hotel's network</html>"),
                    json(200, "{\"choices\":\"none\",\"message\":7}"))) {
                assertInstanceOf(Failure.Transient.class, failure(ask(server, new ScriptedServer(turn))));
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> troubleInTheMiddleOfAnAnswerIsSaid() {
        return each(server -> {
            ScriptedServer there = new ScriptedServer(
                    streams(type(server), piece(server, "{\"ti"), trouble(server)));
            assertTrue(failure(ask(server, there)).what().contains("out of memory"));
        });
    }

    @TestFactory
    Stream<DynamicTest> aServerThatFallsSilentIsLate() {
        return each(server -> {
            ScriptedServer there = new ScriptedServer();
            there.then(there.fallsSilent(type(server), piece(server, "{\"ti")));
            TextAnswer answer = writer(server, post.hasty(there.address())).write(Correspondence.REQUEST,
                    TextGenerator.Reader.NOBODY, Progress.NONE);
            assertInstanceOf(Failure.Transient.class, failure(answer));
            assertTrue(failure(answer).what().contains("too long"), failure(answer)::what);
        });
    }

    @TestFactory
    Stream<DynamicTest> aStopClosesTheConnectionAtOnce() {
        return each(server -> {
            ScriptedServer there = new ScriptedServer();
            there.then(there.fallsSilent(type(server), piece(server, "{\"ti")));
            Correspondence.Stoppable work = new Correspondence.Stoppable();
            CompletableFuture<TextAnswer> answer = CompletableFuture.supplyAsync(() -> writer(server,
                    post.door(there.address())).write(Correspondence.REQUEST, TextGenerator.Reader.NOBODY, work));
            try {
                there.awaitSilence();
                work.stop();
                assertTrue(there.wasLeft());
            } catch (InterruptedException e) {
                Assertions.fail(e);
            }
            CompletionException stopped = Assertions.assertThrows(CompletionException.class, answer::join);
            assertInstanceOf(Cancelled.class, stopped.getCause());
        });
    }

    @TestFactory
    Stream<DynamicTest> everyWayToSayNoHasItsKindOfFailure() {
        return each(server -> {
            assertInstanceOf(Failure.Misconfigured.class, no(server, 401, "{\"error\":\"bad key\"}"));
            assertTrue(no(server, 404, "{\"error\":{\"message\":\"model 'llama3.2' not found\"}}").what()
                    .contains("not found"));
            assertInstanceOf(Failure.Misconfigured.class, no(server, 404, ""));
            assertInstanceOf(Failure.Transient.class, no(server, 503, "{\"error\":{\"message\":\"Loading model\"}}"));
            assertInstanceOf(Failure.Transient.class, no(server, 500, "<html><b>Oops</b></html>"));
            assertInstanceOf(Failure.Refused.class, no(server, 413, "{\"object\":\"error\",\"message\":\"too big\"}"));
            assertEquals(Duration.ofSeconds(7), assertInstanceOf(Failure.Transient.class,
                    failure(ask(server, new ScriptedServer(json(429, "{}", "Retry-After: 7"))))).retryAfter());
        });
    }

    private Failure no(LocalServer server, int status, String body) {
        return failure(ask(server, new ScriptedServer(json(status, body))));
    }

    @TestFactory
    Stream<DynamicTest> aServerThatDoesNotRunIsToldWithTheWayToStartIt() throws IOException {
        URI nobody;
        try (ServerSocket free = new ServerSocket(0)) {
            nobody = URI.create("http://127.0.0.1:" + free.getLocalPort());
        }
        return each(server -> {
            Failure.Misconfigured failure = assertInstanceOf(Failure.Misconfigured.class,
                    failure(writer(server, post.door(nobody)).write(Correspondence.REQUEST,
                            TextGenerator.Reader.NOBODY, Progress.NONE)));
            assertTrue(failure.what().contains(nobody.toString()) && failure.remedy().startsWith("Start"),
                    failure::toString);
        });
    }

    @Test
    void whatAServerDoesNotKnowOfJsonIsAskedForInAnotherWayAndThenNeverAgain() {
        String no = "{\"error\":\"'response_format.type' must be 'json_schema' or 'text'\"}";
        LocalServer server = LocalServer.VLLM;
        ScriptedServer there = new ScriptedServer(json(400, no), json(400, no),
                streams(type(server), piece(server, "{}"), end(server, "stop")),
                streams(type(server), piece(server, "{}"), end(server, "stop")));
        TextGenerator writer = writer(server, post.door(there.address()));
        for (int i = 0; i < 2; i++) {
            written(writer.write(Correspondence.REQUEST, TextGenerator.Reader.NOBODY, Progress.NONE));
        }
        assertEquals(List.of("json_schema", "json_object", "", ""), there.asked()
                .stream()
                .map(asked -> Wire.read(asked.body()).at("/response_format/type").asText(""))
                .toList());
    }

    @Test
    void lmStudioIsNeverAskedForAnObjectWithoutItsSchema() {
        ScriptedServer there = new ScriptedServer(json(400, "{\"error\":\"no\"}"), json(400, "{\"error\":\"no\"}"));
        assertInstanceOf(Failure.Refused.class, failure(ask(LocalServer.LM_STUDIO, there)));
        assertEquals(List.of("json_schema", ""), there.asked()
                .stream()
                .map(asked -> Wire.read(asked.body()).at("/response_format/type").asText(""))
                .toList());
    }

    @Test
    void aServerThatAnswersInOnePieceIsReadAllTheSame() {
        ScriptedServer there = new ScriptedServer(json(200, """
                {"object":"chat.completion","choices":[{"message":{"role":"assistant","content":"{\\"title\\":\\"x\\"}",
                "reasoning_content":"hm"},"finish_reason":"stop"}],"usage":{"prompt_tokens":40}}"""));
        assertEquals("{\"title\":\"x\"}", written(ask(LocalServer.LLAMA_CPP, there)).text());
    }

    @Test
    void whatAModelThinksAloudIsNotPartOfItsAnswer() {
        LocalServer server = LocalServer.LLAMA_CPP;
        ScriptedServer there = new ScriptedServer(streams(type(server),
                "data: {\"choices\":[{\"delta\":{\"reasoning_content\":\"a {brace}\"}}]}\n\n",
                piece(server, "<think>\n{no}\n</think>\n{\"title\":\"x\"}"), end(server, "stop")));
        assertEquals("{\"title\":\"x\"}", written(ask(server, there)).text());
    }

    @Test
    void aServerThatReadOnlyTheEndOfALongScriptIsFoundOut() {
        TextRequest request = new TextRequest("You name films.",
                List.of(new TextRequest.Turn(TextRequest.Voice.ASKED, "A ferry at night. ".repeat(1000))),
                Correspondence.SCHEMA, Correspondence.REQUEST.style());
        LocalServer server = LocalServer.OPENAI;
        ScriptedServer there = new ScriptedServer(
                streams(type(server), piece(server, "{}"), end(server, "stop")));
        TextAnswer answer = writer(server, post.door(there.address())).write(request, TextGenerator.Reader.NOBODY,
                Progress.NONE);
        assertTrue(failure(answer).what().contains("cut the material"), failure(answer)::what);
    }

    @Test
    void aFilterThatHeldTheAnswerBackIsARefusal() {
        LocalServer server = LocalServer.OPENAI;
        assertInstanceOf(Failure.Refused.class, failure(ask(server,
                new ScriptedServer(streams(type(server), end(server, "content_filter"))))));
    }
}
