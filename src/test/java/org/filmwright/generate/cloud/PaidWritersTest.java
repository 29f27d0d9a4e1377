package org.filmwright.generate.cloud;

import static org.filmwright.net.ScriptedServer.breaksOff;
import static org.filmwright.net.ScriptedServer.hangsUp;
import static org.filmwright.net.ScriptedServer.json;
import static org.filmwright.net.ScriptedServer.streams;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.filmwright.base.Cancelled;
import org.filmwright.base.Failure;
import org.filmwright.base.Money;
import org.filmwright.base.Progress;
import org.filmwright.generate.RemoteGenerator;
import org.filmwright.generate.RemoteText;
import org.filmwright.generate.TextAnswer;
import org.filmwright.generate.TextGenerator.Reader;
import org.filmwright.generate.TextRequest;
import org.filmwright.net.ScriptedServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Those who charge: what they are asked, what they may answer, and what it cost. */
class PaidWritersTest {
    private static final String EVENTS = "text/event-stream";
    private static final String START = """
            event: message_start
            data: {"type":"message_start","message":{"content":[],"usage":{"input_tokens":100,"output_tokens":1}}}

            event: ping
            data: {"type": "ping"}

            """;
    private static final String STOP = "event: message_stop\ndata: {\"type\":\"message_stop\"}\n\n";
    private final Correspondence post = new Correspondence();

    @AfterEach
    void close() {
        post.close();
    }

    private RemoteText anthropic(URI address) {
        return new AnthropicWriter(post.door(address, AnthropicWriter.headers("k-1")),
                new RemoteModel("claude-haiku-4-5", 200_000, Prices.usual("claude-haiku-4-5")));
    }

    private RemoteText replicate(URI address) {
        return new ReplicateWriter(post.door(address, ReplicateWriter.headers("k-2")),
                new RemoteModel("meta/meta-llama-3-70b-instruct", 8000,
                        Prices.usual("meta/meta-llama-3-70b-instruct")),
                InstantSource.fixed(Instant.parse("2026-06-24T10:00:00Z")));
    }

    private TextAnswer ask(RemoteText writer) {
        return writer.start(Correspondence.REQUEST, "key", post::hear, Progress.NONE);
    }

    private TextAnswer anthropic(ScriptedServer.Turn turn) {
        return ask(anthropic(new ScriptedServer(turn).address()));
    }

    private static String piece(String text) {
        return "event: content_block_delta\ndata: " + Wire.object()
                .put("type", "content_block_delta")
                .set("delta", Wire.object().put("type", "text_delta").put("text", text)) + "\n\n";
    }

    private static String end(String reason, int written) {
        return "event: message_delta\ndata: {\"type\":\"message_delta\",\"delta\":{\"stop_reason\":\"" + reason
                + "\"},\"usage\":{\"input_tokens\":1000,\"output_tokens\":" + written + "}}\n\n";
    }

    private static TextAnswer.Written written(TextAnswer answer) {
        return assertInstanceOf(TextAnswer.Written.class, answer, answer::toString);
    }

    private static TextAnswer.Failed failed(TextAnswer answer) {
        return assertInstanceOf(TextAnswer.Failed.class, answer, answer::toString);
    }

    @Test
    void theirCountAtTheEndIsTheBillAndIsNotAddedToTheOneAtTheBeginning() {
        ScriptedServer there = new ScriptedServer(
                streams(EVENTS, START, piece("{\"title\":"), piece("\"Fähre\"}"), end("end_turn", 200), STOP));
        TextAnswer.Written answer = written(ask(anthropic(there.address())));
        assertEquals("{\"title\":\"Fähre\"}", answer.text());
        assertEquals(answer.text(), post.heard.toString());
        assertEquals(Optional.of(Money.of("0.002", "USD")), answer.usage().charged());
        ScriptedServer.Asked asked = there.asked().getFirst();
        assertEquals("POST /v1/messages HTTP/1.1", asked.line());
        assertEquals("k-1", asked.headers().get("x-api-key"));
        assertEquals("2023-06-01", asked.headers().get("anthropic-version"));
        assertFalse(asked.headers().containsKey("authorization"));
    }

    @Test
    void theSchemaIsSentWithoutWhatTheyRefuseAndEveryObjectIsClosed() {
        ScriptedServer there = new ScriptedServer(streams(EVENTS, START, piece("{}"), end("end_turn", 1), STOP));
        written(ask(anthropic(there.address())));
        JsonNode body = Wire.read(there.asked().getFirst().body());
        assertEquals("You name films.", body.get("system").asText());
        assertEquals(List.of("user", "assistant", "user"),
                body.get("messages").valueStream().map(each -> each.get("role").asText()).toList());
        assertFalse(body.has("temperature"));
        JsonNode schema = body.at("/output_config/format/schema");
        assertFalse(schema.at("/properties/scenes/items/additionalProperties").asBoolean(true));
        for (String refused : List.of("maxLength", "minItems", "minimum")) {
            assertTrue(schema.findValues(refused).isEmpty(), schema::toString);
        }
    }

    @Test
    void aModelThatKnowsNoSchemasIsAskedWithoutOne() {
        ScriptedServer there = new ScriptedServer(json(400,
                "{\"type\":\"error\",\"error\":{\"type\":\"invalid_request_error\",\"message\":\"output_config: no\"}}"),
                streams(EVENTS, START, piece("{}"), end("end_turn", 1), STOP));
        written(ask(anthropic(there.address())));
        assertFalse(Wire.read(there.asked().getLast().body()).has("output_config"));
    }

    @Test
    void anAnswerAtItsLongestIsCutAndARefusalIsChargedAllTheSame() {
        assertEquals(TextAnswer.Ending.CUT_OFF,
                written(anthropic(streams(EVENTS, START, piece("{\"ti"), end("max_tokens", 700), STOP))).ending());
        TextAnswer.Failed refusal = failed(anthropic(streams(EVENTS, START, end("refusal", 0), STOP)));
        assertInstanceOf(Failure.Refused.class, refusal.failure());
        assertEquals(Optional.of(Money.of("0.001", "USD")), refusal.charged());
    }

    @Test
    void whatWasLostAfterItBeganMayHaveBeenCharged() {
        for (ScriptedServer.Turn turn : List.of(hangsUp(), breaksOff(EVENTS, START, piece("{")),
                streams(EVENTS, START, piece("{"), end("end_turn", 2)), json(500, "{}"), json(504, "oops"),
                json(408, "{}"), json(200, "{}"), streams(EVENTS, START,
                        "event: error\ndata: {\"type\":\"error\",\"error\":{\"message\":\"Overloaded\"}}\n\n"))) {
            assertInstanceOf(Failure.Ambiguous.class, failed(anthropic(turn)).failure());
        }
    }

    @Test
    void whatWasRefusedWasNotChargedAndSaysWhatToDo() {
        assertInstanceOf(Failure.Misconfigured.class, failed(anthropic(json(401, "{}"))).failure());
        assertInstanceOf(Failure.Exhausted.class, failed(anthropic(json(402, "{}"))).failure());
        assertInstanceOf(Failure.Misconfigured.class, failed(anthropic(json(404,
                "{\"error\":{\"message\":\"model: claude-3-haiku-20240307\"}}"))).failure());
        assertInstanceOf(Failure.Refused.class, failed(anthropic(json(413, "<html>too large</html>"))).failure());
        Failure.Transient busy = assertInstanceOf(Failure.Transient.class,
                failed(anthropic(json(429, "{}", "retry-after: 20", "request-id: req_7"))).failure());
        assertEquals(Duration.ofSeconds(20), busy.retryAfter());
        assertTrue(busy.what().contains("req_7") && busy.what().contains("Nothing was charged"), busy::what);
        assertInstanceOf(Failure.Transient.class, failed(anthropic(json(529, "{}"))).failure());
        assertInstanceOf(Failure.Transient.class, failed(anthropic(streams(EVENTS,
                "event: error\ndata: {\"type\":\"error\",\"error\":{\"message\":\"Overloaded\"}}\n\n"))).failure());
    }

    @Test
    void nobodyThereIsNoPurchase() throws IOException {
        URI nobody;
        try (ServerSocket free = new ServerSocket(0)) {
            nobody = URI.create("http://127.0.0.1:" + free.getLocalPort());
        }
        assertInstanceOf(Failure.Transient.class, failed(ask(anthropic(nobody))).failure());
        assertInstanceOf(Failure.Transient.class, failed(ask(replicate(nobody))).failure());
    }

    @Test
    void anotherStartBeginsTheAnswerAnew() {
        assertEquals("{}", written(anthropic(
                streams(EVENTS, START, piece("half"), START, piece("{}"), end("end_turn", 1), STOP))).text());
    }

    @Test
    void aStopClosesTheConnection() throws InterruptedException {
        ScriptedServer there = new ScriptedServer();
        there.then(there.fallsSilent(EVENTS, START, piece("{")));
        Correspondence.Stoppable work = new Correspondence.Stoppable();
        CompletableFuture<TextAnswer> answer = CompletableFuture
                .supplyAsync(() -> anthropic(there.address()).start(Correspondence.REQUEST, "key", Reader.NOBODY,
                        work));
        there.awaitSilence();
        work.stop();
        assertTrue(there.wasLeft());
        assertInstanceOf(Cancelled.class, assertThrows(CompletionException.class, answer::join).getCause());
    }

    @Test
    void theEstimateIsOnTheSafeSideAndAModelWithoutAPriceHasNone() {
        URI anywhere = URI.create("http://127.0.0.1:1");
        Money estimate = anthropic(anywhere).terms(Correspondence.REQUEST).price().orElseThrow();
        assertTrue(estimate.compareTo(Money.of("0.0035", "USD")) > 0, "700 tokens out alone: " + estimate);
        RemoteText strange = new AnthropicWriter(post.door(anywhere),
                new RemoteModel("claude-next", 1000, Prices.usual("claude-next")));
        assertEquals(Optional.empty(), strange.terms(Correspondence.REQUEST).price());
    }

    @Test
    void pastTheLedgerNothingIsSent() {
        ScriptedServer there = new ScriptedServer();
        TextAnswer answer = anthropic(there.address()).write(Correspondence.REQUEST, Reader.NOBODY, Progress.NONE);
        assertTrue(failed(answer).failure().what().contains("project"));
        assertEquals(List.of(), there.asked());
    }

    @Test
    void replicateGivesAJobThatIsAskedForUntilItIsDone() {
        ScriptedServer there = new ScriptedServer(json(201, "{\"id\":\"job1\",\"status\":\"starting\"}"),
                json(200, "{\"status\":\"processing\"}"), json(200, "{\"status\":\"meditating\"}"),
                json(503, "{}", "retry-after: 4"), json(200, """
                        {"status":"succeeded","output":["{\\"title\\"",":\\"x\\"}"],"input":{"max_tokens":700},
                        "metrics":{"input_token_count":1000,"output_token_count":200,"predict_time":2.5}}"""));
        RemoteText writer = replicate(there.address());
        assertEquals("job1", assertInstanceOf(TextAnswer.Pending.class, ask(writer)).handle());
        assertInstanceOf(TextAnswer.Pending.class, writer.resume("job1", Progress.NONE));
        assertInstanceOf(TextAnswer.Pending.class, writer.resume("job1", Progress.NONE));
        assertEquals(new Failure.Transient(
                "Replicate could not be asked for what was ordered (it answered 503: {}). It is asked again.",
                Duration.ofSeconds(4)), failed(writer.resume("job1", Progress.NONE)).failure());
        TextAnswer.Written answer = written(writer.resume("job1", Progress.NONE));
        assertEquals("{\"title\":\"x\"}", answer.text());
        assertEquals(Optional.of(Money.of("0.0012", "USD")), answer.usage().charged());
        assertEquals("POST /models/meta/meta-llama-3-70b-instruct/predictions HTTP/1.1",
                there.asked().getFirst().line());
        JsonNode input = Wire.read(there.asked().getFirst().body()).get("input");
        assertEquals(List.of("You name films.", "700"),
                List.of(input.get("system_prompt").asText(), input.get("max_tokens").asText()));
    }

    @Test
    void replicatesEndsAreToldApart() {
        RemoteText writer = replicate(new ScriptedServer(json(200, "{\"status\":\"failed\",\"error\":\"NSFW\"}"),
                json(200, "{\"status\":\"canceled\"}"), json(200, "{\"status\":\"aborted\"}"), json(404, "{}"),
                json(200, "{\"status\":\"meditating\",\"created_at\":\"2026-06-24T08:59:00Z\"}"), json(200, "{}"))
                .address());
        assertTrue(failed(writer.resume("j", Progress.NONE)).failure().what().contains("NSFW"));
        assertInstanceOf(Failure.Refused.class, failed(writer.resume("j", Progress.NONE)).failure());
        TextAnswer.Failed aborted = failed(writer.resume("j", Progress.NONE));
        assertInstanceOf(Failure.Refused.class, aborted.failure(), "a job that is over is not asked for again");
        assertTrue(aborted.failure().what().contains("Nothing was charged"), aborted.failure()::what);
        assertInstanceOf(Failure.Refused.class, failed(writer.resume("j", Progress.NONE)).failure());
        assertTrue(failed(writer.resume("j", Progress.NONE)).failure().what().contains("an hour"));
        assertInstanceOf(Failure.Refused.class, failed(writer.resume("../account", Progress.NONE)).failure());
    }

    @Test
    void aLostPurchaseAtReplicateIsAPersonsQuestionWithTheJobsFromAboutThen() {
        Instant sent = Instant.parse("2026-06-24T10:00:00Z");
        ScriptedServer there = new ScriptedServer(
                json(200,
                        """
                                {"results":[{"id":"near","model":"meta/meta-llama-3-70b-instruct","created_at":"2026-06-24T10:00:02.5Z"},
                                {"id":"old","model":"meta/meta-llama-3-70b-instruct","created_at":"2026-06-23T10:00:02Z"},
                                {"id":"other","model":"x/y","created_at":"2026-06-24T10:00:02Z"}]}"""),
                hangsUp());
        RemoteText writer = replicate(there.address());
        String evidence = assertInstanceOf(RemoteGenerator.Trace.Unknown.class, writer.find("key", sent)).evidence();
        assertTrue(evidence.contains("near") && !evidence.contains("old") && !evidence.contains("other"), evidence);
        assertInstanceOf(RemoteGenerator.Trace.Unanswered.class, writer.find("key", sent));
    }

    @Test
    void aTalkInSeveralTurnsReachesReplicateAsOneText() {
        ScriptedServer there = new ScriptedServer(json(201, "{\"id\":\"j\"}"));
        ask(replicate(there.address()));
        String prompt = Wire.read(there.asked().getFirst().body()).at("/input/prompt").asText();
        for (TextRequest.Turn turn : Correspondence.REQUEST.turns()) {
            assertTrue(prompt.contains(turn.text()), prompt);
        }
    }
}
