package org.filmwright.export;

import org.filmwright.base.FrameRate;
import org.filmwright.base.FrameSize;

/** The film frame by frame; what the preview shows and the encoder writes. One thread at a time. */
public interface FilmFrames extends AutoCloseable {
    FrameSize size();

    FrameRate rate();

    int frames();

    /**
     * Draws frame {@code n}.
     *
     * @param n 0 to frames() - 1
     * @param argb filled with width x height pixels, row by row, 0xffRRGGBB
     * @throws java.io.UncheckedIOException when a clip cannot be read; its cause says which and what to do
     */
    void frame(int n, int[] argb);

    /** What the frame was made of that was drawn last. */
    default Stock stock() {
        return Stock.ORIGINAL;
    }

    @Override
    void close();
}
