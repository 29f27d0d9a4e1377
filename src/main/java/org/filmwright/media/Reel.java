package org.filmwright.media;

import java.nio.file.Path;
import java.util.List;
import org.filmwright.base.Outcome;
import org.filmwright.base.Progress;

/** Joins clips end to end into one file. */
public final class Reel {
    private Reel() {}

    /** Joins {@code clips} in order: coded frames are copied where the settings agree, else decoded and coded again. */
    public static Outcome<VideoInfo> join(List<Path> clips, VideoSettings settings, Path out, Progress progress) {
        try (VideoWriter film = VideoWriter.open(out, settings)) {
            for (int i = 0; i < clips.size(); i++) {
                progress.checkCancelled();
                append(film, clips.get(i), settings);
                progress.report((i + 1.0) / clips.size(), "joining");
            }
            film.finish();
            return Outcome.ok(VideoProbe.of(out));
        } catch (MediaException e) {
            return Outcome.failed(e.failure());
        }
    }

    private static void append(VideoWriter film, Path clip, VideoSettings settings) throws MediaException {
        try (VideoReader reader = VideoReader.open(clip)) {
            if (film.copy(clip, 0, reader.frames()) > 0) {
                return;
            }
            int[] argb = new int[settings.size().width() * settings.size().height()];
            for (int n = 0; n < reader.frames(); n++) {
                reader.read(n, settings.size(), argb);
                film.write(argb);
            }
        }
    }
}
