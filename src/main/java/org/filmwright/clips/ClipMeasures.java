package org.filmwright.clips;

import java.util.Optional;
import org.filmwright.base.FrameRate;
import org.filmwright.base.FrameSize;

/** The numbers of a finished clip (film.md 4.6). */
public record ClipMeasures(Technical technical, Picture picture, Optional<AgainstSource> source,
        Optional<Coding> coding) {
    public ClipMeasures(Technical technical, Picture picture, Optional<AgainstSource> source) {
        this(technical, picture, source, Optional.empty());
    }

    /** The same, with what coding took away. */
    public ClipMeasures coded(Optional<Coding> loss) {
        return new ClipMeasures(technical, picture, source, loss);
    }

    /**
     * Frames of the file against the frames that were given to the encoder; the worst of some. Known only to who filmed it.
     *
     * @param psnr in dB
     */
    public record Coding(double ssim, double psnr) {}

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
     * @param light how the light itself changes
     * @param motion from the first to the last frame
     */
    public record Picture(int black, int longestFreeze, int jumps, double flicker, Light light, Motion motion) {}

    /**
     * @param flashes the most large flashes within a second: a quarter of the frame or more gets brighter and darker by a
     *        tenth
     * @param alternating most frames in a row that are brighter and darker in turn
     */
    public record Light(int flashes, int alternating) {
        public static final Light STEADY = new Light(0, 0);
    }

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
     * @param end the last frame against the part of the picture that it shows
     */
    public record AgainstSource(double sharpness, double likeness, double clipping, double exposure, End end) {}

    /** @param sharpness against the first frame's @param likeness SSIM with the picture */
    public record End(double sharpness, double likeness) {}
}
