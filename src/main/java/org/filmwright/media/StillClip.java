package org.filmwright.media;

import java.nio.file.Path;
import org.filmwright.base.Outcome;
import org.filmwright.base.Progress;

/** Films one picture into one clip: flat, or with its depth. */
public final class StillClip {
    private StillClip() {}

    /**
     * Renders {@code path} over {@code picture} into {@code out}, whole or not at all.
     *
     * @return what was made
     */
    public static Outcome<VideoInfo> render(Path picture, CameraPath path, VideoSettings settings, Path out,
            Progress progress) {
        try {
            return filmed(new RostrumCamera(Still.read(picture), path, settings.size()), settings, out, progress);
        } catch (MediaException e) {
            return Outcome.failed(e.failure());
        }
    }

    /**
     * Renders a move through the glasses of a picture, whole or not at all.
     *
     * @return what was made
     */
    public static Outcome<VideoInfo> render(Glasses glasses, DepthPath path, VideoSettings settings, Path out,
            Progress progress) {
        try {
            return filmed(new MultiplaneCamera(glasses, path, settings.size()), settings, out, progress);
        } catch (MediaException e) {
            return Outcome.failed(e.failure());
        }
    }

    /**
     * Renders what a camera sees, whole or not at all.
     *
     * @return what was made
     */
    public static Outcome<VideoInfo> render(Camera camera, VideoSettings settings, Path out, Progress progress) {
        try {
            return filmed(camera, settings, out, progress);
        } catch (MediaException e) {
            return Outcome.failed(e.failure());
        }
    }

    private static Outcome<VideoInfo> filmed(Camera camera, VideoSettings settings, Path out, Progress progress)
            throws MediaException {
        try (VideoWriter film = VideoWriter.open(out, settings)) {
            shoot(camera, film, progress);
            film.finish();
        }
        return Outcome.ok(VideoProbe.of(out));
    }

    private static void shoot(Camera camera, VideoWriter film, Progress progress) throws MediaException {
        for (int n = 0; n < camera.frames(); n++) {
            int frame = n;
            film.write(place -> camera.frame(frame, place));
            tell(film, camera, progress);
        }
        film.settle(() -> tell(film, camera, progress));
    }

    private static void tell(VideoWriter film, Camera camera, Progress progress) {
        progress.checkCancelled();
        progress.report((double) film.coded() / camera.frames(), "filming");
    }
}
