package org.filmwright.generate.cloud;

import static org.filmwright.net.ScriptedServer.file;
import static org.filmwright.net.ScriptedServer.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.filmwright.base.CameraMove;
import org.filmwright.base.Failure;
import org.filmwright.base.FrameRate;
import org.filmwright.base.FrameSize;
import org.filmwright.base.Money;
import org.filmwright.base.Outcome;
import org.filmwright.base.Progress;
import org.filmwright.base.Region;
import org.filmwright.generate.Answer;
import org.filmwright.generate.RemoteGenerator;
import org.filmwright.generate.Request;
import org.filmwright.net.ScriptedServer;
import org.junit.jupiter.api.Test;

/** fal keeps the promises of artists, and a few of its own: pictures are handed in, and failures come as results. */
class FalFilmerTest extends ArtistContract {
    private static final byte[] FILM = "a film, to this lab".getBytes(StandardCharsets.UTF_8);

    @Override
    RemoteGenerator artist(URI address, Optional<String> key, Duration silence) {
        return artist("kling-v2.1", address, key, silence);
    }

    private RemoteGenerator artist(String model, URI address, Optional<String> key, Duration silence) {
        Provider provider = Counter.at("fal", address);
        return new FalFilmer(provider, Counter.offering("fal:" + model), counter.access(provider, key, silence),
                FalFilmerTest::conformed);
    }

    private static Outcome<Path> conformed(Path raw, Request.Clip order, Path to, Progress progress) {
        try {
            return Files.readString(raw, StandardCharsets.ISO_8859_1).startsWith("a film")
                    ? Outcome.ok(Files.copy(raw, to))
                    : Outcome.failed(new Failure.Refused("It is no film.", "Have it made again."));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    Request order() {
        return clip(72);
    }

    private Request.Clip clip(int frames) {
        Path picture = folder.resolve("take.png");
        try {
            Files.write(picture, Counter.picture("png", 64, 36));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Request.Clip(picture, new Request.Motion(CameraMove.values()[0], Region.WHOLE, Region.WHOLE, frames,
                "slow push in"), FrameSize.HD, FrameRate.FILM, 7, folder);
    }

    @Override
    List<ScriptedServer.Turn> before(ScriptedServer server) {
        return List.of(json(200, "{\"upload_url\":\"" + server.address() + "/files/up?sig=a%20b\",\"file_url\":\""
                + server.address() + "/files/take.png\"}"), json(200, ""));
    }

    @Override
    ScriptedServer.Turn taken(ScriptedServer server) {
        return json(200, "{\"status\":\"IN_QUEUE\",\"request_id\":\"job1\",\"queue_position\":0}");
    }

    @Override
    Optional<ScriptedServer.Turn> stillWorking(ScriptedServer server) {
        return Optional.of(json(202, "{\"status\":\"IN_PROGRESS\",\"logs\":[]}"));
    }

    @Override
    List<ScriptedServer.Turn> made(ScriptedServer server, URI from) {
        return List.of(json(200, "{\"status\":\"COMPLETED\",\"logs\":null}"),
                json(200, "{\"video\":{\"url\":\"" + from + "\",\"content_type\":\"video/mp4\"}}"));
    }

    @Override
    List<ScriptedServer.Turn> failed(ScriptedServer server, String why) {
        return List.of(json(200, "{\"status\":\"COMPLETED\"}"), json(422,
                "{\"detail\":[{\"loc\":[\"body\",\"image_url\"],\"msg\":\"" + why
                        + "\",\"type\":\"content_policy_violation\"}]}"));
    }

    @Override
    byte[] good() {
        return FILM;
    }

    @Override
    ScriptedServer.Turn result() {
        return file("video/mp4", FILM);
    }

    @Override
    Optional<Money> price() {
        return Optional.empty();
    }

    private JsonNode input(String model, int frames) {
        ScriptedServer server = new ScriptedServer();
        before(server).forEach(server::then);
        server.then(taken(server));
        artist(model, server.address(), Optional.of(Counter.KEY), PATIENT).start(clip(frames), "key-1", Progress.NONE);
        JsonNode input = server.asked().getLast().json();
        String picture = input.has("image_url") ? "image_url" : "start_image_url";
        assertEquals(server.address() + "/files/take.png", input.get(picture).asText());
        assertEquals("slow push in", input.get("prompt").asText());
        ((com.fasterxml.jackson.databind.node.ObjectNode) input).remove(List.of(picture, "prompt"));
        return input;
    }

    @Test
    void eachModelIsAskedWithTheFieldsThatItKnowsInTheirOwnTypes() {
        for (Map.Entry<String, String> each : Map.of(
                "kling-v2.1", "{\"duration\":\"5\",\"cfg_scale\":0.5}",
                "kling-v2.5-turbo", "{\"duration\":\"5\",\"cfg_scale\":0.5}",
                "kling-v3", "{\"duration\":\"3\",\"generate_audio\":false,\"cfg_scale\":0.5}",
                "ltx-13b", "{\"seed\":7,\"resolution\":\"720p\",\"num_frames\":121,\"frame_rate\":24}",
                "ltx-2.3-fast", "{\"duration\":6,\"resolution\":\"1080p\",\"fps\":24,\"generate_audio\":false}",
                "hailuo-02", "{\"duration\":\"6\",\"resolution\":\"768P\",\"prompt_optimizer\":true}",
                "wan-i2v", "{\"seed\":7,\"resolution\":\"720p\",\"num_frames\":81,\"frames_per_second\":16}")
                .entrySet()) {
            assertEquals(Wire.read(each.getValue()), Wire.read(input(each.getKey(), 72).toString()), each.getKey());
        }
        assertEquals("10", input("kling-v2.1", 24 * 7).get("duration").asText());
        assertEquals("10", input("kling-v2.1", 24 * 60).get("duration").asText(), "the longest there is");
    }

    @Test
    void thePictureIsHandedInWithoutTheKeyAndTheJobIsAskedForByOwnerAndApp() {
        ScriptedServer server = new ScriptedServer();
        before(server).forEach(server::then);
        server.then(taken(server), stillWorking(server).orElseThrow());
        RemoteGenerator artist = artist(server);
        artist.start(order(), "key-1", Progress.NONE);
        artist.resume(order(), "job1", Progress.NONE);
        List<ScriptedServer.Asked> asked = server.asked();
        assertEquals(List.of("POST /storage/upload/initiate?storage_type=fal-cdn-v3 HTTP/1.1",
                "PUT /files/up?sig=a%20b HTTP/1.1",
                "POST /fal-ai/kling-video/v2.1/standard/image-to-video HTTP/1.1",
                "GET /fal-ai/kling-video/requests/job1/status HTTP/1.1"),
                asked.stream().map(ScriptedServer.Asked::line).toList());
        assertEquals("Key " + Counter.KEY, asked.get(0).headers().get("authorization"));
        assertFalse(asked.get(1).headers().containsKey("authorization"));
        assertEquals("image/png", asked.get(1).headers().get("content-type"));
        assertEquals(Wire.read("{\"content_type\":\"image/png\",\"file_name\":\"take.png\"}"), asked.get(0).json());
    }

    @Test
    void aLargePictureIsHandedInInPartsWhoseMarksEndIt() throws IOException {
        ScriptedServer server = new ScriptedServer();
        server.then(before(server).getFirst(), json(200, "", "ETag: \"one\""), json(200, "", "ETag: \"two\""),
                json(200, "", "ETag: \"three\""), json(200, "{}"));
        Provider provider = Counter.at("fal", server.address());
        Path picture = Files.write(folder.resolve("large.jpg"), new byte[2500]);
        Outcome<URI> seen = new FalUpload(counter.access(provider, Optional.of(Counter.KEY), PATIENT), provider,
                new FalUpload.Sizes(2000, 1000)).handedIn(picture, Progress.NONE);
        assertEquals(Outcome.ok(server.address().resolve("/files/take.png")), seen);
        List<ScriptedServer.Asked> asked = server.asked();
        assertEquals(List.of("POST /storage/upload/initiate-multipart?storage_type=fal-cdn-v3 HTTP/1.1",
                "PUT /files/up/1?sig=a%20b HTTP/1.1", "PUT /files/up/2?sig=a%20b HTTP/1.1",
                "PUT /files/up/3?sig=a%20b HTTP/1.1", "POST /files/up/complete?sig=a%20b HTTP/1.1"),
                asked.stream().map(ScriptedServer.Asked::line).toList());
        assertEquals(List.of("1000", "1000", "500"),
                asked.subList(1, 4).stream().map(part -> part.headers().get("content-length")).toList());
        asked.stream().skip(1).forEach(part -> assertFalse(part.headers().containsKey("authorization"), part::line));
        assertEquals("{\"content_type\":\"image/jpeg\",\"file_name\":\"take.jpg\"}", asked.getFirst().body());
        assertEquals(Wire.read("""
                {"parts":[{"partNumber":1,"etag":"\\"one\\""},{"partNumber":2,"etag":"\\"two\\""},
                {"partNumber":3,"etag":"\\"three\\""}]}"""), asked.getLast().json());
    }

    @Test
    void aPartThatIsRefusedEndsItAndNothingWasCharged() throws IOException {
        ScriptedServer server = new ScriptedServer();
        server.then(before(server).getFirst(), json(200, ""), json(500, "{}"));
        Provider provider = Counter.at("fal", server.address());
        Path picture = Files.write(folder.resolve("large.png"), new byte[2500]);
        Outcome<URI> seen = new FalUpload(counter.access(provider, Optional.of(Counter.KEY), PATIENT), provider,
                new FalUpload.Sizes(2000, 1000)).handedIn(picture, Progress.NONE);
        Failure failure = assertInstanceOf(Outcome.Failed.class, seen).failure();
        assertInstanceOf(Failure.Transient.class, failure);
        assertTrue(failure.what().contains("Nothing was charged"), failure::what);
        assertEquals(3, server.asked().size());
    }

    @Test
    void aPictureGoesToNobodyElseAndWhatCannotBeHandedInIsNotCharged() {
        ScriptedServer stranger = new ScriptedServer();
        ScriptedServer server = new ScriptedServer(json(200, "{\"upload_url\":\"" + stranger.address()
                + "/up\",\"file_url\":\"" + stranger.address() + "/x.png\"}"), json(500, "{}"),
                json(403, "{\"detail\":\"User is locked. Reason: Exhausted balance.\"}"));
        RemoteGenerator artist = artist(server);
        for (int i = 0; i < 3; i++) {
            Failure failure = failed(artist.start(order(), "key-1", Progress.NONE)).failure();
            assertTrue(failure.what().contains("Nothing was charged"), failure::what);
        }
        assertEquals(List.of(), stranger.asked());
    }

    @Test
    void anEmptyPurseIsToldFromABadKey() {
        ScriptedServer server = new ScriptedServer();
        before(server).forEach(server::then);
        server.then(json(403, "{\"detail\":\"User is locked. Reason: Exhausted balance. Top up.\"}"));
        assertInstanceOf(Failure.Exhausted.class, failed(artist(server).start(order(), "key-1", Progress.NONE))
                .failure());
    }

    @Test
    void itsEndsAreToldApart() {
        ScriptedServer server = new ScriptedServer(json(200, "{\"status\":\"COMPLETED\",\"error\":\"boom\"}"),
                json(200, "{\"status\":\"COMPLETED\"}"), json(400, "{\"detail\":\"Request is still in progress\"}"),
                json(200, "{\"status\":\"COMPLETED\"}"), json(404, "{}"),
                json(200, "{\"status\":\"COMPLETED\"}"),
                json(500, "{\"detail\":\"x\",\"error_type\":\"runner_server_error\"}"),
                json(200, "{\"status\":\"COMPLETED\"}"), json(502, "gateway"), json(404, "{}"));
        RemoteGenerator artist = artist(server);
        assertTrue(failed(artist.resume(order(), "job1", Progress.NONE)).failure().what().contains("boom"));
        assertInstanceOf(Answer.Pending.class, artist.resume(order(), "job1", Progress.NONE));
        assertTrue(failed(artist.resume(order(), "job1", Progress.NONE)).failure().what().contains("expired"));
        assertInstanceOf(Failure.Refused.class, failed(artist.resume(order(), "job1", Progress.NONE)).failure());
        assertInstanceOf(Failure.Transient.class, failed(artist.resume(order(), "job1", Progress.NONE)).failure());
        assertInstanceOf(Failure.Refused.class, failed(artist.resume(order(), "job1", Progress.NONE)).failure());
    }

    @Test
    void aStoppedJobSaysWhetherItIsCharged() {
        ScriptedServer server = new ScriptedServer(json(200, "{\"status\":\"OK\"}"),
                json(202, "{\"status\":\"CANCELLATION_REQUESTED\"}"), json(400, "{\"status\":\"ALREADY_COMPLETED\"}"),
                json(404, "{\"status\":\"NOT_FOUND\"}"));
        RemoteGenerator artist = artist(server);
        assertTrue(artist.cancel("job1").stopped());
        assertEquals("PUT /fal-ai/kling-video/requests/job1/cancel HTTP/1.1", server.asked().getFirst().line());
        for (String words : List.of("may be charged", "it is charged", "may be charged")) {
            RemoteGenerator.Stop stop = artist.cancel("job1");
            assertTrue(!stop.stopped() && stop.words().contains(words), stop::words);
        }
    }
}
