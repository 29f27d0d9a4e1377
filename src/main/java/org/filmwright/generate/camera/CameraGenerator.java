package org.filmwright.generate.camera;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.filmwright.base.Failure;
import org.filmwright.base.FrameSize;
import org.filmwright.base.Outcome;
import org.filmwright.base.Progress;
import org.filmwright.base.Region;
import org.filmwright.generate.Answer;
import org.filmwright.generate.RehearsingGenerator;
import org.filmwright.generate.Request;
import org.filmwright.media.Camera;
import org.filmwright.media.CameraPath;
import org.filmwright.media.CodingLoss;
import org.filmwright.media.DepthPath;
import org.filmwright.media.Glasses;
import org.filmwright.media.MediaException;
import org.filmwright.media.MultiplaneCamera;
import org.filmwright.media.RostrumCamera;
import org.filmwright.media.Still;
import org.filmwright.media.StillClip;
import org.filmwright.media.VideoInfo;
import org.filmwright.media.VideoSettings;
import org.filmwright.media.Viewfinder;

/** Our own camera: moves over the picture, and past what is near in it where its depth is known; needs no model. */
public final class CameraGenerator implements RehearsingGenerator {
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
        Path out = clip.folder().resolve("clip.mp4");
        VideoSettings settings = new VideoSettings(clip.size(), clip.rate(), VideoSettings.Purpose.CLIP);
        return camera(clip)
                .then(camera -> StillClip.render(camera, settings, out, progress).then(info -> done(camera, out, info)))
                .orElse(Answer.Failed::new);
    }

    @Override
    public Outcome<Rehearsal> rehearse(Request.Clip clip) {
        return camera(clip).then(Viewfinder::of).then(finder -> Outcome.ok(new Dry(finder)));
    }

    private record Dry(Viewfinder finder) implements Rehearsal {
        @Override
        public FrameSize size() {
            return finder.size();
        }

        @Override
        public int frames() {
            return finder.frames();
        }

        @Override
        public void frame(int n, int[] argb) {
            finder.frame(n, argb);
        }

        @Override
        public void close() {
            finder.close();
        }
    }

    /** The one camera for what is rehearsed and what is filmed. */
    private static Outcome<Camera> camera(Request.Clip clip) {
        Request.Motion motion = clip.motion();
        CameraPath path = CameraPath.of(motion.move(), motion.start(), motion.end(), motion.easing(), motion.frames(),
                clip.rate(), clip.seed());
        try {
            if (motion.move().travels() && clip.depth().isPresent()) {
                Glasses glasses = glasses(clip.picture(), clip.depth().get());
                DepthPath deep = new DepthPath(path, motion.move(), glasses.range(clip.depth().get().subject()));
                return Outcome.ok(new MultiplaneCamera(glasses, deep, clip.size()));
            }
            return Outcome.ok(new RostrumCamera(Still.read(clip.picture()), path, clip.size()));
        } catch (MediaException e) {
            return Outcome.failed(e.failure());
        }
    }

    private static Glasses glasses(Path picture, Request.Depth depth) throws MediaException {
        return switch (depth.source()) {
            case Request.Depth.Near near -> Glasses.cut(picture, near.map());
            case Request.Depth.Planes drawn -> Glasses.of(drawn.planes()
                    .stream()
                    .map(plane -> new Glasses.Pane(plane.picture(), plane.depth()))
                    .toList());
        };
    }

    private static Outcome<Answer> done(Camera camera, Path out, VideoInfo info) {
        try {
            CodingLoss loss = CodingLoss.of(camera, out);
            Answer.Output output = new Answer.Output(out, Region.WHOLE, Map.of("frames", Long.toString(info.frames()),
                    Answer.Output.SSIM, Double.toString(loss.ssim()), Answer.Output.PSNR,
                    Double.toString(loss.psnr())));
            return Outcome.ok(new Answer.Done(List.of(output), new Answer.Usage(0)));
        } catch (MediaException e) {
            return Outcome.failed(e.failure());
        }
    }

    @Override
    public Answer resume(String handle, Progress progress) {
        return new Answer.Failed(new Failure.Bug("camera.resume", "The camera never leaves work pending."));
    }

    @Override
    public void close() {}
}
