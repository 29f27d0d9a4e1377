package org.filmwright.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.filmwright.base.Digest;
import org.filmwright.base.FrameRate;
import org.filmwright.base.MediaRef;
import org.filmwright.base.Outcome;
import org.filmwright.base.Progress;
import org.filmwright.base.TakeId;
import org.filmwright.media.VideoProbe;
import org.filmwright.timeline.Item;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeliveryTest {
    @TempDir
    Path folder;

    @Test
    void aSceneBecomesOneVideoAndItsFacts() throws IOException {
        Footage footage = Footage.threeShots(Files.createDirectory(folder.resolve("clips")));
        Path output = folder.resolve("output");
        Outcome<Path> delivered = new Delivery(output, footage::file).deliver(scene(footage), Progress.NONE);
        assertEquals(Outcome.ok(output.resolve("scene_2/video.mp4")), delivered);
        assertEquals(180, VideoProbe.of(output.resolve("scene_2/video.mp4")).frames());
        JsonNode facts = new ObjectMapper().readTree(output.resolve("scene_2/metadata.json").toFile());
        assertEquals(Digest.ofFile(output.resolve("scene_2/video.mp4")).hex(), facts.at("/video/sha256").asText());
        assertEquals(7.5, facts.at("/video/seconds").asDouble());
        assertEquals("2-B", facts.at("/shots/1/slate").asText());
        assertEquals(60, facts.at("/shots/1/startFrame").asInt());
        assertEquals("push-in", facts.at("/shots/1/camera/move").asText());
        assertEquals("she realises", facts.at("/shots/1/camera/reason").asText());
        assertEquals(footage.slots().get(1).media().path(), facts.at("/shots/1/clip/file").asText());
        try (Stream<Path> files = Files.list(output.resolve("scene_2"))) {
            assertEquals(2, files.count(), "nothing half-made lies about");
        }
    }

    @Test
    void aFolderThatCannotBeMadeIsAFailure() throws IOException {
        Footage footage = new Footage(folder).shot(12, org.filmwright.timeline.Join.CUT, 0xC04030);
        Path file = Files.writeString(folder.resolve("output"), "in the way");
        assertInstanceOf(Outcome.Failed.class,
                new Delivery(file, footage::file).deliver(scene(footage), Progress.NONE));
    }

    private static SceneReel scene(Footage footage) {
        List<SceneReel.Shot> shots = footage.slots().stream().map(slot -> shot(slot)).toList();
        return new SceneReel(2, "2A", "INT. WAREHOUSE - NIGHT", Footage.SIZE, FrameRate.FILM, shots);
    }

    private static SceneReel.Shot shot(Item.Clip slot) {
        String letter = slot.label().equals("2-A") ? "B" : slot.label().equals("1-A") ? "A" : "C";
        return new SceneReel.Shot(slot.shot(), "2-" + letter,
                new SceneReel.Picture(new TakeId("take-1"), new MediaRef(Digest.of("picture"), "png"), "sharpest"),
                new SceneReel.Clip(slot.clip(), slot.media(), slot.frames()),
                new SceneReel.Camera("push-in", "she realises", "rule", "{\"sceneType\":\"reaction\"}"));
    }
}
