package org.filmwright.generate.cloud;

import static org.filmwright.net.ScriptedServer.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.filmwright.base.Failure;
import org.filmwright.base.Money;
import org.filmwright.base.Progress;
import org.filmwright.generate.Answer;
import org.filmwright.generate.RemoteGenerator;
import org.filmwright.generate.Request;
import org.filmwright.net.ScriptedServer;
import org.junit.jupiter.api.Test;

/** Gemini keeps the promises of artists, and a few of its own: it answers with the picture itself. */
class GeminiPainterTest extends ArtistContract {
    @Override
    RemoteGenerator artist(URI address, Optional<String> key, Duration silence) {
        Provider provider = Counter.at("gemini", address);
        return new GeminiPainter(provider, Counter.offering("gemini:3.1-flash-image"),
                counter.access(provider, key, silence));
    }

    @Override
    Request order() {
        return Counter.image(folder);
    }

    private static String part(byte[] picture, String more) {
        return "{" + more + "\"inlineData\":{\"mimeType\":\"image/jpeg\",\"data\":\""
                + Base64.getEncoder().encodeToString(picture) + "\"}}";
    }

    private static ScriptedServer.Turn says(String parts, String finish) {
        return json(200, "{\"candidates\":[{\"content\":{\"role\":\"model\",\"parts\":[" + parts
                + "]},\"finishReason\":\"" + finish + "\"}],\"responseId\":\"r1\"}");
    }

    @Override
    ScriptedServer.Turn taken(ScriptedServer server) {
        return says("{\"text\":\"Here is..\"}," + part(Counter.picture("jpg", 64, 36), ""), "STOP");
    }

    @Override
    Optional<ScriptedServer.Turn> stillWorking(ScriptedServer server) {
        return Optional.empty();
    }

    @Override
    List<ScriptedServer.Turn> made(ScriptedServer server, URI from) {
        return List.of();
    }

    @Override
    List<ScriptedServer.Turn> failed(ScriptedServer server, String why) {
        return List.of(says("{\"text\":\"" + why + "\"}", "STOP"));
    }

    @Override
    ScriptedServer.Turn result() {
        return json(500, "{}");
    }

    @Override
    Optional<Money> price() {
        return Optional.of(Money.of("0.101", "USD"));
    }

    private Answer answered(ScriptedServer.Turn turn) {
        return artist(new ScriptedServer(turn)).start(order(), "key-1", Progress.NONE);
    }

    @Test
    void itIsAskedInTheFormThatItKnowsAndTheKeyIsInAHeader() {
        ScriptedServer server = new ScriptedServer(taken(null));
        artist(server).start(order(), "key-1", Progress.NONE);
        ScriptedServer.Asked asked = server.asked().getFirst();
        assertEquals("POST /v1beta/models/gemini-3.1-flash-image:generateContent HTTP/1.1", asked.line());
        assertEquals(Counter.KEY, asked.headers().get("x-goog-api-key"));
        assertFalse(asked.headers().containsKey("authorization"));
        JsonNode body = asked.json();
        assertEquals("A ferry at night\nNot in the picture: people.", body.at("/contents/0/parts/0/text").asText());
        assertEquals(Wire.read("""
                {"seed":7,"responseModalities":["TEXT","IMAGE"],
                "imageConfig":{"aspectRatio":"16:9","imageSize":"2K"}}"""), body.get("generationConfig"));
        assertEquals(2, body.size(), body::toString);
    }

    @Test
    void draftsInItsThoughtsAreNoPictures() {
        Answer answer = answered(says(part(new byte[]{1}, "\"thought\":true,\"thoughtSignature\":\"x\",") + ","
                + part(Counter.picture("png", 64, 36), ""), "STOP"));
        assertInstanceOf(Answer.Done.class, answer, answer::toString);
    }

    @Test
    void whatWasBlockedOrAnsweredInWordsIsToldApartAndNothingIsCharged() {
        for (ScriptedServer.Turn turn : List.of(json(200, "{\"promptFeedback\":{\"blockReason\":\"SAFETY\"}}"),
                json(200, "{\"candidates\":[{\"content\":{},\"finishReason\":\"IMAGE_SAFETY\"}]}"),
                json(200, "{\"candidates\":[{\"finishReason\":\"NO_IMAGE\"}]}"))) {
            Answer.Failed failed = failed(answered(turn));
            assertTrue(failed.failure().what().matches(".*\\((SAFETY|IMAGE_SAFETY|NO_IMAGE)\\).*"),
                    failed.failure()::what);
            assertTrue(failed.failure().what().contains("Nothing was charged"), failed.failure()::what);
            assertEquals(Optional.empty(), failed.charged());
        }
    }

    @Test
    void aPictureThatIsNoneHasBeenCharged() {
        for (byte[] none : List.of(new byte[]{1, 2, 3}, "<html>sign in</html>".getBytes(StandardCharsets.UTF_8))) {
            Answer.Failed failed = failed(answered(says(part(none, ""), "STOP")));
            assertInstanceOf(Failure.Refused.class, failed.failure());
            assertEquals(price(), failed.charged());
        }
    }

    @Test
    void itsWaysToRefuseAreToldApart() {
        Failure key = failed(answered(json(400, "[{\"error\":{\"code\":400,\"message\":\"API key not valid\","
                + "\"details\":[{\"@type\":\"type.googleapis.com/google.rpc.ErrorInfo\",\"reason\":\"API_KEY_INVALID\"}]}}]")))
                .failure();
        assertInstanceOf(Failure.Misconfigured.class, key, key::toString);
        assertInstanceOf(Failure.Exhausted.class,
                failed(answered(json(400, "{\"error\":{\"status\":\"FAILED_PRECONDITION\",\"message\":\"x\"}}")))
                        .failure());
        Failure day = failed(answered(json(429, "{\"error\":{\"message\":\"x\",\"details\":[{\"violations\":"
                + "[{\"quotaId\":\"GenerateRequestsPerDayPerProject\"}]}]}}"))).failure();
        assertTrue(day instanceof Failure.Exhausted && day.what().contains("tomorrow"), day::toString);
        Failure minute = failed(answered(json(429, "{\"error\":{\"message\":\"x\",\"details\":[{\"violations\":"
                + "[{\"quotaId\":\"PerMinute\"}]},{\"retryDelay\":\"34.4s\"}]}}"))).failure();
        assertEquals(Duration.ofMillis(34_400),
                assertInstanceOf(Failure.Transient.class, minute, minute::toString).retryAfter());
    }

    @Test
    void thereIsNoJobToAskForOrToStop() {
        RemoteGenerator artist = artist(new ScriptedServer());
        assertInstanceOf(Failure.Refused.class, failed(artist.resume(order(), "job1", Progress.NONE)).failure());
        assertInstanceOf(RemoteGenerator.Trace.Unknown.class, artist.find("key", Instant.EPOCH));
        assertFalse(artist.cancel("job1").stopped());
    }
}
