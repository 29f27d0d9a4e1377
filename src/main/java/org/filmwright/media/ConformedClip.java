package org.filmwright.media;

import java.nio.file.Path;
import org.filmwright.base.Failure;
import org.filmwright.base.FrameSize;
import org.filmwright.base.Outcome;
import org.filmwright.base.Progress;

/** Makes a clip from outside one of the film: its size, its rate and its length in frames. */
public final class ConformedClip {
    /** No model makes longer shots. */
    private static final int MOST_FRAMES = 20_000;

    /** A clip on its side is four times as high as the widest film. */
    private static final double WIDEST = 8;

    private ConformedClip() {}

    /**
     * Fills the frame (what is too much at the sides is cut off), keeps the speed (frames are repeated or left out), and ends
     * where the shot ends; where the clip is shorter its last frame is held.
     *
     * @return what was made, whole or not at all
     */
    public static Outcome<VideoInfo> of(Path clip, VideoSettings settings, int frames, Path out, Progress progress) {
        try (VideoReader reader = VideoReader.open(clip)) {
            if (reader.frames() < 1 || reader.frames() > MOST_FRAMES) {
                return Outcome.failed(new Failure.Refused("The clip has " + reader.frames() + " frames.",
                        "Have it made again."));
            }
            if (isRibbon(reader.size(), settings.size())) {
                return Outcome.failed(new Failure.Refused("The clip is " + reader.size().width() + "x" + reader.size()
                        .height() + " pixels, a ribbon of which hardly anything would be seen.",
                        "Have it made in the shape of the film."));
            }
            try (VideoWriter film = VideoWriter.open(out, settings)) {
                copy(reader, film, settings, frames, progress);
                film.finish();
            }
            return Outcome.ok(VideoProbe.of(out));
        } catch (MediaException e) {
            return Outcome.failed(e.failure());
        }
    }

    private static void copy(VideoReader reader, VideoWriter film, VideoSettings settings, int frames,
            Progress progress) throws MediaException {
        FrameSize filled = filling(reader.size(), settings.size());
        int[] all = new int[filled.width() * filled.height()];
        int[] frame = new int[settings.size().width() * settings.size().height()];
        double step = reader.rate().perSecond() / settings.rate().perSecond();
        for (int n = 0; n < frames; n++) {
            progress.checkCancelled();
            reader.read(Math.min((int) Math.round(n * step), reader.frames() - 1), filled, all);
            crop(all, filled, frame, settings.size());
            film.write(frame);
            progress.report((double) n / frames, "conforming");
        }
        film.settle(progress::checkCancelled);
    }

    /** So much longer or higher than the film that most of it would be cut off, and too large in memory before that. */
    private static boolean isRibbon(FrameSize clip, FrameSize film) {
        double apart = clip.aspect() / film.aspect();
        return Math.max(apart, 1 / apart) > WIDEST;
    }

    /** The smallest size in the clip's own shape that covers the film's. */
    private static FrameSize filling(FrameSize clip, FrameSize film) {
        double scale = Math.max((double) film.width() / clip.width(), (double) film.height() / clip.height());
        return new FrameSize(Math.max(film.width(), (int) Math.round(clip.width() * scale)),
                Math.max(film.height(), (int) Math.round(clip.height() * scale)));
    }

    private static void crop(int[] from, FrameSize of, int[] to, FrameSize size) {
        int left = (of.width() - size.width()) / 2;
        int top = (of.height() - size.height()) / 2;
        for (int y = 0; y < size.height(); y++) {
            System.arraycopy(from, (y + top) * of.width() + left, to, y * size.width(), size.width());
        }
    }
}
