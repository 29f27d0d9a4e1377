package org.filmwright.generate.cloud;

import static org.filmwright.net.ScriptedServer.hangsUp;
import static org.filmwright.net.ScriptedServer.json;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.filmwright.base.CameraMove;
import org.filmwright.base.Failure;
import org.filmwright.base.FrameRate;
import org.filmwright.base.FrameSize;
import org.filmwright.base.Outcome;
import org.filmwright.base.Progress;
import org.filmwright.base.Region;
import org.filmwright.generate.Answer;
import org.filmwright.generate.Generator;
import org.filmwright.generate.Request;
import org.filmwright.net.ScriptedServer;
import org.junit.jupiter.api.Test;

/** Clips of a ComfyUI at home: the picture is handed in, the video is found in its history, and conformed to the film. */
class ComfyFilmerTest extends MakerContract {
    private static final byte[] FILM = "a film, to this lab".getBytes(StandardCharsets.UTF_8);
    private static final String GRAPH = """
            {"1":{"class_type":"LoadImage","inputs":{"image":"${image}"}},
            "2":{"class_type":"WanImageToVideo","inputs":{"start_image":["1",0],"width":"${width}","height":"${height}",
            "length":"${frames}","text":"${prompt}","not":"${negative}"}},
            "3":{"class_type":"KSampler","inputs":{"seed":"${seed}"}},
            "4":{"class_type":"VHS_VideoCombine","inputs":{"frame_rate":"${fps}"}}}""";
    private static final String FORM = "{\"fps\":16,\"frames\":{\"step\":4,\"plus\":1,\"most\":81},\"pixels\":399360}";

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
        return FILM;
    }

    @Override
    Answer ordering(ScriptedServer.Turn answered) {
        return filmed(new ComfyHouse().posted(answered), 72);
    }

    @Override
    Answer fetching(ScriptedServer.Turn answered) {
        return filmed(new ComfyHouse().ends(in("gifs", "a.mp4")).view(answered), 72);
    }

    @Override
    int requestsUntil(ScriptedServer.Turn answered) {
        ComfyHouse house = new ComfyHouse().ends(in("gifs", "a.mp4")).view(answered);
        filmed(house, 72);
        return house.lines().size();
    }

    private static String in(String list, String name) {
        return "{\"outputs\":{\"5\":{\"images\":[{\"filename\":\"first.png\",\"subfolder\":\"\",\"type\":\"output\"}]},"
                + "\"4\":{\"" + list + "\":[{\"filename\":\"" + name + "\",\"subfolder\":\"clips\","
                + "\"type\":\"output\"}],\"animated\":[true]}},\"status\":{\"status_str\":\"success\"}}";
    }

    private Answer filmed(ComfyHouse house, int frames) {
        return filmed(house, ComfyGraphTest.read(GRAPH), frames);
    }

    private Answer filmed(ComfyHouse house, ComfyGraph graph, int frames) {
        return filmer(house, graph).start(clip(frames), Progress.NONE);
    }

    private ComfyFilmer filmer(ComfyHouse house, ComfyGraph graph) {
        Provider provider = Counter.at("comfyui", house.server.address());
        Offering offering = Offering.of(Wire.read("{\"provider\":\"comfyui\",\"name\":\"wan\",\"makes\":\"clip\","
                + "\"model\":\"wan i2v.safetensors\",\"form\":" + FORM + "}"), Optional.empty());
        return new ComfyFilmer(provider, offering, counter.access(provider, Optional.of("unused"),
                Duration.ofSeconds(60)), () -> Outcome.ok(graph), ComfyFilmerTest::conformed, ComfyHouse.SOON);
    }

    private static Outcome<Path> conformed(Path raw, Request.Clip order, Path to, Progress progress) {
        try {
            return Files.readString(raw, StandardCharsets.ISO_8859_1).startsWith("a film")
                    ? Outcome.ok(Files.copy(raw, to, java.nio.file.StandardCopyOption.REPLACE_EXISTING))
                    : Outcome.failed(new Failure.Refused("It is no film.", "Have it made again."));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    private static Failure failure(Answer answer) {
        return assertInstanceOf(Answer.Failed.class, answer, answer::toString).failure();
    }

    @Test
    void theApprovedPictureIsHandedInAndMovedForAsLongAsTheShot() throws IOException {
        ComfyHouse house = new ComfyHouse().ends(in("gifs", "a.mp4"))
                .view(ScriptedServer.file("video/mp4", FILM));
        Answer.Done done = assertInstanceOf(Answer.Done.class, filmed(house, 72));
        assertArrayEquals(FILM, Files.readAllBytes(done.outputs().getFirst().file()));
        JsonNode nodes = house.prompt();
        assertTrue(nodes.at("/1/inputs/image").asText().matches("filmwright-[0-9a-f]{32}\\.png"), nodes::toString);
        assertEquals(List.of("slow push in", "", 49, 848, 480, 7, 16), List.of(nodes.at("/2/inputs/text").asText(),
                nodes.at("/2/inputs/not").asText(), nodes.at("/2/inputs/length").asInt(),
                nodes.at("/2/inputs/width").asInt(), nodes.at("/2/inputs/height").asInt(),
                nodes.at("/3/inputs/seed").asInt(), nodes.at("/4/inputs/frame_rate").asInt()));
        assertTrue(house.lines().stream().anyMatch(line -> line.contains("/view?filename=a.mp4&subfolder=clips")));
        assertEquals("comfyui:wan", done.outputs().getFirst().receipt().get("generator"));
        assertEquals(house.id(), done.outputs().getFirst().receipt().get("job"));
    }

    @Test
    void aShotThatIsLongerThanTheModelCanIsAskedForAtItsLongest() {
        ComfyHouse house = new ComfyHouse().ends(in("gifs", "a.mp4"));
        filmed(house, 2400);
        assertEquals(81, house.prompt().at("/2/inputs/length").asInt());
    }

    @Test
    void theVideoIsFoundInWhateverListNamesItAndAPictureIsNone() {
        for (String list : List.of("gifs", "images", "videos", "files")) {
            for (String name : List.of("a.mp4", "a.WEBM")) {
                Answer answer = filmed(new ComfyHouse().ends(in(list, name))
                        .view(ScriptedServer.file("video/mp4", FILM)), 72);
                assertInstanceOf(Answer.Done.class, answer, () -> list + " " + name + ": " + answer);
            }
        }
        Failure none = failure(filmed(new ComfyHouse().ends(in("images", "last.png")), 72));
        assertTrue(none instanceof Failure.Refused && none.what().contains("there is no video"), none::toString);
    }

    @Test
    void aPictureThatIsNotTakenEndsItBeforeAnythingIsOrdered() {
        for (ScriptedServer.Turn turn : List.of(json(413, "{}"), json(500, "{}"), hangsUp(), json(200, "[]"),
                json(403, "{}"))) {
            ComfyHouse house = new ComfyHouse().upload(turn);
            failure(filmed(house, 72));
            assertEquals(0, house.orders());
        }
        Failure large = failure(filmed(new ComfyHouse().upload(json(413, "{}")), 72));
        assertTrue(large instanceof Failure.Refused(String _, String remedy) && remedy.contains("--max-upload-size"),
                large::toString);
        assertInstanceOf(Failure.Transient.class, failure(filmed(new ComfyHouse().upload(hangsUp()), 72)));
    }

    @Test
    void theNameThatTheServerGivesThePictureIsTheOneInTheGraph() {
        ComfyHouse house = new ComfyHouse().ends(in("gifs", "a.mp4"))
                .upload(json(200, "{\"name\":\"x (1).png\",\"subfolder\":\"guests\",\"type\":\"input\"}"));
        filmed(house, 72);
        assertEquals("guests/x (1).png", house.prompt().at("/1/inputs/image").asText());
    }

    @Test
    void aGraphWithoutAPlaceForThePictureIsRefusedBeforeAnythingIsSent() {
        ComfyHouse house = new ComfyHouse();
        Failure failure = failure(filmed(house, ComfyGraph.usual(), 72));
        assertTrue(failure instanceof Failure.Misconfigured && failure.what()
                .contains("no place for the picture that is to be moved: ${image}"), failure::toString);
        assertEquals(List.of(), house.lines());
    }

    @Test
    void theGraphThatComesWithTheProgramFitsAndPicturesAreNotItsBusiness() {
        ComfyHouse house = new ComfyHouse().ends(in("images", "a.mp4"))
                .view(ScriptedServer.file("video/mp4", FILM));
        assertInstanceOf(Answer.Done.class, filmed(house, ComfyGraph.usualClip(), 72));
        ComfyFilmer filmer = filmer(house, ComfyGraph.usualClip());
        assertEquals(Generator.Makes.CLIPS, filmer.makes());
        assertInstanceOf(Failure.Refused.class, failure(filmer.start(Counter.image(folder), Progress.NONE)));
    }

    @Test
    void theSameClipAfterACrashIsFoundAndNotMadeAgain() {
        ComfyHouse house = new ComfyHouse().ends(in("gifs", "a.mp4")).view(ScriptedServer.file("video/mp4", FILM));
        assertInstanceOf(Answer.Done.class, filmed(house, 72));
        assertInstanceOf(Answer.Done.class, filmed(house, 72));
        assertEquals(1, house.orders());
    }
}
