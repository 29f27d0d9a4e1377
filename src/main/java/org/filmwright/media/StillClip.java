package org.filmwright.media;

import java.nio.file.Path;
import org.filmwright.base.Outcome;
import org.filmwright.base.Progress;

/** Films one picture into one clip. */
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
            Still still = Still.read(picture);
            try (VideoWriter film = VideoWriter.open(out, settings)) {
                shoot(new RostrumCamera(still, path, settings.size()), film, progress);
                film.finish();
            }
            return Outcome.ok(VideoProbe.of(out));
        } catch (MediaException e) {
            return Outcome.failed(e.failure());
        }
    }

    private static void shoot(RostrumCamera camera, VideoWriter film, Progress progress) throws MediaException {
        for (int n = 0; n < camera.frames(); n++) {
            int frame = n;
            film.write(place -> camera.frame(frame, place));
            tell(film, camera, progress);
        }
        film.settle(() -> tell(film, camera, progress));
    }

    private static void tell(VideoWriter film, RostrumCamera camera, Progress progress) {
        progress.checkCancelled();
        progress.report((double) film.coded() / camera.frames(), "filming");
    }
}
