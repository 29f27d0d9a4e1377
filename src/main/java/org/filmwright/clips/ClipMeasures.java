package org.filmwright.clips;

import java.util.Optional;
import org.filmwright.base.FrameRate;
import org.filmwright.base.FrameSize;

/** The numbers of a finished clip (film.md 4.6). */
public record ClipMeasures(Technical technical, Picture picture, Optional<AgainstSource> source) {
    /**
     * @param colours range, matrix, primaries, transfer as in {@code tv,bt709,bt709,bt709}
     * @param damaged frames that are missing or did not decode cleanly
     */
    public record Technical(FrameSize size, FrameRate rate, int frames, String codec, String pixels, String colours,
            boolean faststart, int damaged) {}

    /**
     * @param black frames that are black in 98 % of their pixels
     * @param longestFreeze most frames in a row that equal the one before
     * @param jumps unwanted cuts
     * @param flicker standard deviation of mean luma about its 5-frame median, of 255
     * @param motion from the first to the last frame
     */
    public record Picture(int black, int longestFreeze, int jumps, double flicker, Motion motion) {}

    /**
     * How what is seen moved.
     *
     * @param right shift of the picture in the frame, of its width; a pan to the right moves it left: below 0
     * @param down the same downwards, of its height
     * @param zoom growth of what is seen; above 1 for a push-in
     * @param sure whether enough could be followed to say so
     */
    public record Motion(double right, double down, double zoom, boolean sure) {}

    /**
     * @param sharpness variance of the Laplacian, first frame against the same part of the picture; 1 is equal
     * @param likeness SSIM of the first frame with that part
     * @param clipping more share of pixels at black or white than in it
     * @param exposure shift of mean luma against it, of 255
     */
    public record AgainstSource(double sharpness, double likeness, double clipping, double exposure) {}
}
