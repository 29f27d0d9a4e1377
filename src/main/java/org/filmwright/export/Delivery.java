package org.filmwright.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Function;
import org.filmwright.base.Digest;
import org.filmwright.base.Failure;
import org.filmwright.base.MediaRef;
import org.filmwright.base.Outcome;
import org.filmwright.base.Progress;
import org.filmwright.media.Reel;
import org.filmwright.media.VideoInfo;
import org.filmwright.media.VideoSettings;

/**
 * Lays the finished clips out for people: {@code scene_N/video.mp4}, the clips of a scene in one file, joined without
 * coding them again, and {@code metadata.json} beside it, which says what is in it and why. Each file appears whole.
 */
public final class Delivery {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path output;
    private final Function<MediaRef, Path> media;

    /** @param output the folder for the scenes; @param media the file behind a reference */
    public Delivery(Path output, Function<MediaRef, Path> media) {
        this.output = output;
        this.media = media;
    }

    /** Delivers a scene, in place of what was delivered before. @return the scene's video */
    public Outcome<Path> deliver(SceneReel scene, Progress progress) {
        Path folder = output.resolve("scene_" + scene.number());
        Path video = folder.resolve("video.mp4");
        VideoSettings settings = new VideoSettings(scene.size(), scene.rate(), VideoSettings.Purpose.CLIP);
        try {
            Files.createDirectories(folder);
            return Reel.join(scene.shots().stream().map(shot -> media.apply(shot.clip().media())).toList(), settings,
                    video, progress).then(info -> describe(scene, video, info));
        } catch (IOException e) {
            return unwritable(folder, e);
        }
    }

    private static Outcome<Path> describe(SceneReel scene, Path video, VideoInfo info) {
        Path target = video.resolveSibling("metadata.json");
        Path draft = video.resolveSibling(".metadata.json.part");
        try {
            ObjectNode facts = facts(scene, info, Digest.ofFile(video));
            Files.writeString(draft, text(facts), StandardCharsets.UTF_8);
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return Outcome.ok(video);
        } catch (IOException e) {
            return unwritable(target, e);
        }
    }

    private static Outcome<Path> unwritable(Path place, IOException e) {
        return Outcome.failed(new Failure.Exhausted("disk", "The scene could not be written to " + place + ": "
                + e.getMessage() + ". The clips themselves were kept. Make room or check the folder's permissions."));
    }

    private static String text(ObjectNode facts) throws IOException {
        DefaultIndenter step = new DefaultIndenter("  ", "\n");
        return JSON.writer(new DefaultPrettyPrinter().withObjectIndenter(step).withArrayIndenter(step))
                .writeValueAsString(facts) + "\n";
    }

    private static ObjectNode facts(SceneReel scene, VideoInfo info, Digest digest) {
        ObjectNode facts = JSON.createObjectNode();
        facts.put("scene", scene.number()).put("number", scene.label()).put("heading", scene.heading());
        facts.putObject("video")
                .put("file", "video.mp4")
                .put("sha256", digest.hex())
                .put("frames", info.frames())
                .put("seconds", info.seconds())
                .put("width", info.size().width())
                .put("height", info.size().height())
                .put("fps", info.rate().toString())
                .put("codec", info.codec());
        ArrayNode shots = facts.putArray("shots");
        int start = 0;
        for (SceneReel.Shot shot : scene.shots()) {
            describe(shots.addObject(), shot, start, scene);
            start += shot.clip().frames();
        }
        return facts;
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void describe(ObjectNode facts, SceneReel.Shot shot, int start, SceneReel scene) {
        facts.put("shot", shot.id().value())
                .put("slate", shot.label())
                .put("startFrame", start)
                .put("frames", shot.clip().frames())
                .put("seconds", scene.rate().seconds(shot.clip().frames()));
        ObjectNode camera = facts.putObject("camera");
        camera.put("move", shot.camera().move()).put("reason", shot.camera().reason()).put("by", shot.camera().by());
        if (!shot.camera().reasoning().isEmpty()) {
            camera.set("reasoning", tree(shot.camera().reasoning()));
        }
        facts.putObject("picture")
                .put("take", shot.picture().take().value())
                .put("file", shot.picture().media().path())
                .put("sha256", shot.picture().media().digest().hex())
                .put("approvedBecause", shot.picture().approvedBecause());
        facts.putObject("clip")
                .put("id", shot.clip().id().value())
                .put("file", shot.clip().media().path())
                .put("sha256", shot.clip().media().digest().hex());
    }
}
