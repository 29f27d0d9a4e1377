package org.filmwright.generate.cloud;

import static org.filmwright.net.ScriptedServer.file;
import static org.filmwright.net.ScriptedServer.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.filmwright.base.Failure;
import org.filmwright.base.FrameSize;
import org.filmwright.base.Money;
import org.filmwright.base.Progress;
import org.filmwright.generate.Answer;
import org.filmwright.generate.RemoteGenerator;
import org.filmwright.generate.Request;
import org.filmwright.net.ScriptedServer;
import org.junit.jupiter.api.Test;

/** Replicate keeps the promises of artists, and a few of its own. */
class ReplicatePainterTest extends ArtistContract {
    private static final Instant NOW = Instant.parse("2026-06-24T10:00:00Z");

    @Override
    RemoteGenerator artist(URI address, Optional<String> key, Duration silence) {
        return artist("flux-schnell", address, key, silence);
    }

    private RemoteGenerator artist(String model, URI address, Optional<String> key, Duration silence) {
        Provider provider = Counter.at("replicate", address);
        return new ReplicatePainter(provider, Counter.offering("replicate:" + model),
                counter.access(provider, key, silence), InstantSource.fixed(NOW));
    }

    private RemoteGenerator model(String model, ScriptedServer server) {
        return artist(model, server.address(), Optional.of(Counter.KEY), PATIENT);
    }

    @Override
    Request order() {
        return Counter.image(folder);
    }

    @Override
    ScriptedServer.Turn taken(ScriptedServer server) {
        return json(201, "{\"id\":\"job1\",\"status\":\"starting\",\"output\":null}");
    }

    @Override
    Optional<ScriptedServer.Turn> stillWorking(ScriptedServer server) {
        return Optional.of(json(200, "{\"id\":\"job1\",\"status\":\"processing\"}"));
    }

    @Override
    List<ScriptedServer.Turn> made(ScriptedServer server, URI from) {
        return List.of(json(200, "{\"status\":\"succeeded\",\"output\":[\"" + from
                + "\"],\"metrics\":{\"predict_time\":0.52}}"));
    }

    @Override
    List<ScriptedServer.Turn> failed(ScriptedServer server, String why) {
        return List.of(json(200, "{\"status\":\"failed\",\"error\":\"" + why + "\",\"started_at\":\"" + NOW + "\"}"));
    }

    @Override
    ScriptedServer.Turn result() {
        return file("image/png", Counter.picture("png", 64, 36));
    }

    @Override
    Optional<Money> price() {
        return Optional.of(Money.of("0.003", "USD"));
    }

    private JsonNode body(String model, ScriptedServer server) {
        model(model, server).start(order(), "key-1", Progress.NONE);
        return server.asked().getLast().json();
    }

    private static List<String> names(JsonNode object) {
        return object.propertyStream().map(java.util.Map.Entry::getKey).sorted().toList();
    }

    private static List<String> sorted(String... names) {
        return Stream.of(names).sorted().toList();
    }

    @Test
    void schnellIsAskedForWithTheFieldsThatItKnowsAndNoOthers() {
        ScriptedServer server = new ScriptedServer(taken(null));
        JsonNode body = body("flux-schnell", server);
        assertEquals("POST /models/black-forest-labs/flux-schnell/predictions HTTP/1.1",
                server.asked().getFirst().line());
        assertEquals("Bearer " + Counter.KEY, server.asked().getFirst().headers().get("authorization"));
        assertEquals(List.of("input"), names(body));
        JsonNode input = body.get("input");
        assertEquals(sorted("prompt", "seed", "aspect_ratio", "num_outputs", "output_format", "megapixels"),
                names(input));
        assertEquals(List.of("A ferry at night", "16:9", "1", "png"),
                List.of(input.get("prompt").asText(), input.get("aspect_ratio").asText(),
                        input.get("megapixels").asText(), input.get("output_format").asText()));
        assertEquals(7, input.get("seed").asLong(), "their seeds have 31 bits");
        assertTrue(input.get("num_outputs").isInt() && input.get("megapixels").isTextual());
    }

    @Test
    void proAndSdxlAreAskedForWithTheFieldsThatTheyKnowAndNoOthers() {
        JsonNode pro = body("flux-pro", new ScriptedServer(taken(null))).get("input");
        assertEquals(sorted("prompt", "seed", "aspect_ratio", "output_format"), names(pro));
        ScriptedServer server = new ScriptedServer(json(200, "{\"latest_version\":{\"id\":\"abc123\"}}"), taken(null));
        JsonNode sdxl = body("sdxl", server);
        assertEquals(List.of("GET /models/stability-ai/sdxl HTTP/1.1", "POST /predictions HTTP/1.1"),
                server.asked().stream().map(ScriptedServer.Asked::line).toList());
        assertEquals(sorted("version", "input"), names(sdxl));
        assertEquals(sorted("prompt", "negative_prompt", "seed", "width", "height", "num_outputs", "apply_watermark"),
                names(sdxl.get("input")));
        assertEquals(List.of("abc123", "people", 1344, 768),
                List.of(sdxl.get("version").asText(), sdxl.at("/input/negative_prompt").asText(),
                        sdxl.at("/input/width").asInt(), sdxl.at("/input/height").asInt()));
    }

    @Test
    void aModelWithoutAPriceInTheListHasNoneAndOneAddressOrADataUriIsAnAnswerToo() {
        byte[] picture = Counter.picture("jpg", 64, 36);
        String inline = "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(picture);
        ScriptedServer server = new ScriptedServer(json(200, "{\"latest_version\":{\"id\":\"abc123\"}}"), taken(null),
                json(200, "{\"status\":\"succeeded\",\"output\":\"" + inline + "\"}"));
        RemoteGenerator sdxl = model("sdxl", server);
        assertEquals(Optional.empty(), sdxl.terms(order()).price());
        Answer.Done done = assertInstanceOf(Answer.Done.class, Counter.bought(sdxl, order()));
        assertEquals(Optional.empty(), done.usage().charged());
    }

    @Test
    void statesThatNobodyKnowsAreWaitedForAndOnesThatTakeTooLongAreStopped() {
        ScriptedServer server = new ScriptedServer(json(200, "{\"status\":\"meditating\"}"),
                json(200, "{\"status\":\"processing\",\"created_at\":\"2026-06-24T08:59:00Z\"}"), json(200, "{}"));
        RemoteGenerator artist = artist(server);
        assertInstanceOf(Answer.Pending.class, artist.resume(order(), "job1", Progress.NONE));
        Answer.Failed late = failed(artist.resume(order(), "job1", Progress.NONE));
        assertEquals(price(), late.charged());
        assertEquals("POST /predictions/job1/cancel HTTP/1.1", server.asked().getLast().line());
    }

    @Test
    void itsEndsAreToldApartByWhatTheyCost() {
        ScriptedServer server = new ScriptedServer(json(200, "{\"status\":\"aborted\"}"),
                json(200, "{\"status\":\"canceled\",\"started_at\":\"2026-06-24T09:59:00Z\"}"),
                json(200, "{\"status\":\"succeeded\",\"output\":[]}"), json(404, "{}"));
        RemoteGenerator artist = artist(server);
        Answer.Failed aborted = failed(artist.resume(order(), "job1", Progress.NONE));
        assertEquals(Optional.empty(), aborted.charged());
        assertTrue(aborted.failure().what().contains("Nothing was charged"), aborted.failure()::what);
        assertEquals(price(), failed(artist.resume(order(), "job1", Progress.NONE)).charged());
        Answer.Failed filtered = failed(artist.resume(order(), "job1", Progress.NONE));
        assertTrue(filtered.failure().what().contains("filtered"), filtered.failure()::what);
        assertEquals(price(), failed(artist.resume(order(), "job1", Progress.NONE)).charged());
        assertInstanceOf(Failure.Refused.class, failed(artist.resume(order(), "../account", Progress.NONE)).failure());
    }

    @Test
    void aStoppedJobSaysWhetherItIsCharged() {
        ScriptedServer server = new ScriptedServer(
                json(200, "{\"status\":\"canceled\",\"started_at\":null}"),
                json(200, "{\"status\":\"canceled\",\"started_at\":\"2026-06-24T09:59:00Z\"}"), json(500, "{}"));
        RemoteGenerator artist = artist(server);
        assertEquals(new RemoteGenerator.Stop(true, Optional.empty(),
                "Replicate stopped it before it began: nothing is charged."), artist.cancel("job1"));
        assertEquals(price(), artist.cancel("job1").charged());
        assertEquals(false, artist.cancel("job1").stopped());
    }

    @Test
    void aLostOrderIsAPersonsQuestionWithTheJobsFromAboutThen() {
        ScriptedServer server = new ScriptedServer(json(200,
                """
                        {"results":[{"id":"near","model":"black-forest-labs/flux-schnell","created_at":"2026-06-24T10:00:02.5Z"},
                        {"id":"old","model":"black-forest-labs/flux-schnell","created_at":"2026-06-23T10:00:02Z"},
                        {"id":"other","model":"x/y","created_at":"2026-06-24T10:00:02Z"}]}"""));
        String evidence = assertInstanceOf(RemoteGenerator.Trace.Unknown.class, artist(server).find("key", NOW))
                .evidence();
        assertTrue(evidence.contains("near") && !evidence.contains("old") && !evidence.contains("other"), evidence);
        assertInstanceOf(RemoteGenerator.Trace.Unanswered.class, artist(server).find("key", NOW));
    }

    @Test
    void theShapeThatComesNearestIsAskedFor() {
        List<String> names = List.of("1:1", "16:9", "21:9", "4:3", "9:16");
        assertEquals("21:9", Aspect.nearest(new FrameSize(2048, 858), names));
        assertEquals("9:16", Aspect.nearest(new FrameSize(720, 1280), names));
        assertEquals("1:1", Aspect.nearest(new FrameSize(512, 520), names));
    }
}
