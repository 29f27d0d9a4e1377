package org.filmwright.media;

import org.filmwright.base.FrameRate;
import org.filmwright.base.FrameSize;

/**
 * What a video file says of itself, and what reading it showed.
 *
 * @param frames counted, not estimated
 * @param codec {@code h264}; @param profile {@code High}; @param pixels {@code yuv420p}
 * @param colours range, matrix, primaries, transfer: {@code tv,bt709,bt709,bt709}
 * @param captions number of subtitle tracks; @param sounds number of audio tracks
 * @param faststart whether the index stands before the pictures
 */
public record VideoInfo(FrameSize size, FrameRate rate, int frames, String codec, String profile, String pixels,
        String colours, int captions, int sounds, boolean faststart) {
    public double seconds() {
        return rate.seconds(frames);
    }
}
