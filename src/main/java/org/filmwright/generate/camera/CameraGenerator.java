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
import org.filmwright.media.DepthPath;
import org.filmwright.media.Glasses;
import org.filmwright.media.MediaException;
import org.filmwright.media.StillClip;
import org.filmwright.media.VideoInfo;
import org.filmwright.media.VideoSettings;

/** Our own camera: moves over the picture, and past what is near in it where its depth is known; needs no model. */
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
        Outcome<VideoInfo> made = motion.move().travels() && clip.depth().isPresent()
                ? glasses(clip.picture(), clip.depth().get()).then(glasses -> {
                    DepthPath deep = new DepthPath(path, motion.move(), glasses.range(clip.depth().get().subject()));
                    return StillClip.render(glasses, deep, settings, out, progress);
                })
                : StillClip.render(clip.picture(), path, settings, out, progress);
        return made.then(info -> done(out, info)).orElse(Answer.Failed::new);
    }

    private static Outcome<Glasses> glasses(Path picture, Request.Depth depth) {
        try {
            return Outcome.ok(switch (depth.source()) {
                case Request.Depth.Near near -> Glasses.cut(picture, near.map());
                case Request.Depth.Planes drawn -> Glasses.of(drawn.planes()
                        .stream()
                        .map(plane -> new Glasses.Pane(plane.picture(), plane.depth()))
                        .toList());
            });
        } catch (MediaException e) {
            return Outcome.failed(e.failure());
        }
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
