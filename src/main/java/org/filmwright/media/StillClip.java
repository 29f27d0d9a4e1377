package org.filmwright.media;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
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

    /** One frame is drawn while the one before it is encoded. */
    private static void shoot(RostrumCamera camera, VideoWriter film, Progress progress) throws MediaException {
        try (YuvFrame even = new YuvFrame(camera.size()); YuvFrame odd = new YuvFrame(camera.size())) {
            camera.frame(0, even);
            for (int n = 0; n < camera.frames(); n++) {
                progress.checkCancelled();
                CompletableFuture<Void> ahead = ahead(camera, n + 1, n % 2 == 0 ? odd : even);
                try {
                    film.write(n % 2 == 0 ? even : odd);
                } finally {
                    ahead.join();
                }
                progress.report((n + 1.0) / camera.frames(), "filming");
            }
        }
    }

    private static CompletableFuture<Void> ahead(RostrumCamera camera, int n, YuvFrame into) {
        return n < camera.frames()
                ? CompletableFuture.runAsync(() -> camera.frame(n, into))
                : CompletableFuture.completedFuture(null);
    }
}
