package org.filmwright.export;

import org.filmwright.base.FrameSize;
import org.filmwright.media.VideoSettings;
import org.filmwright.timeline.Cut;

/**
 * What is made of a cut: how large, how fine, which part of it. Every frame is the renderer's own at this size.
 *
 * @param size even sides; those of the cut's shape, since nothing is cropped
 * @param quality one of the purposes of a film
 * @param from the first frame of the cut that is in the film
 * @param to the frame after the last one; above {@code from}
 * @param subtitles whether the cut's subtitles become a soft track and an {@code .srt} beside the film
 */
public record FilmSpec(FrameSize size, VideoSettings.Purpose quality, int from, int to, boolean subtitles) {
    public FilmSpec {
        if (from < 0 || to <= from) {
            throw new IllegalArgumentException("A film lasts a frame or more: " + from + " to " + to);
        }
    }

    /** All of a cut as it is. */
    public static FilmSpec whole(Cut cut, boolean subtitles) {
        return new FilmSpec(cut.size(), VideoSettings.Purpose.FILM, 0, Math.max(1, cut.frames()), subtitles);
    }

    public int frames() {
        return to - from;
    }

    /** The size of a film of {@code lines} lines in the shape of another one; both sides even. */
    public static FrameSize lines(FrameSize shape, int lines) {
        return new FrameSize(Math.max(2, 2 * (int) Math.round(lines * shape.aspect() / 2)), lines / 2 * 2);
    }
}
