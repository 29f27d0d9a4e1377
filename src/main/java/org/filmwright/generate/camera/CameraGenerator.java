package org.filmwright.generate.camera;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;
import org.filmwright.base.Progress;
import org.filmwright.base.Region;
import org.filmwright.generate.Answer;
import org.filmwright.generate.Generator;
import org.filmwright.generate.Request;
import org.filmwright.media.CameraPath;
import org.filmwright.media.StillClip;
import org.filmwright.media.VideoInfo;
import org.filmwright.media.VideoSettings;

/** Our own camera: moves over the picture, needs no model. */
public final class CameraGenerator implements Generator {
    @Override
    public Descriptor describe() {
        return new Descriptor("camera", "Camera moves", "1", "media");
    }

    @Override
    public Makes makes() {
        return Makes.CLIPS;
    }

    @Override
    public Answer start(Request request, Progress progress) {
        return switch (request) {
            case Request.Clip clip -> film(clip, progress);
            case Request.Image _ -> new Answer.Failed(new Failure.Refused("The camera makes clips, not pictures.",
                    "Choose another image generator, such as draft."));
        };
    }

    private static Answer film(Request.Clip clip, Progress progress) {
        Request.Motion motion = clip.motion();
        CameraPath path = CameraPath.of(motion.move(), motion.start(), motion.end(), motion.frames(), clip.rate(),
                clip.seed());
        Path out = clip.folder().resolve("clip.mp4");
        VideoSettings settings = new VideoSettings(clip.size(), clip.rate(), VideoSettings.Purpose.CLIP);
        return StillClip.render(clip.picture(), path, settings, out, progress)
                .then(info -> done(out, info))
                .orElse(Answer.Failed::new);
    }

    private static Outcome<Answer> done(Path out, VideoInfo info) {
        Answer.Output output = new Answer.Output(out, Region.WHOLE, Map.of("frames", Long.toString(info.frames())));
        return Outcome.ok(new Answer.Done(List.of(output), new Answer.Usage(0)));
    }

    @Override
    public Answer resume(String handle, Progress progress) {
        return new Answer.Failed(new Failure.Bug("camera.resume", "The camera never leaves work pending."));
    }

    @Override
    public void close() {}
}
