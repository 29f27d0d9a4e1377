package org.filmwright.media;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;

import java.util.Optional;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.filmwright.base.FrameSize;

/**
 * One glass of a multiplane camera: a picture, how much of each point of it is painted, and how near it hangs.
 *
 * @param colour of the whole glass: beyond what is painted it goes on, so that no edge ever mixes with something else
 * @param matte 0 to 255 a point, row by row; nothing where the glass is painted all over
 * @param nearness 1 / distance from the camera, above 0
 */
record Glass(Still colour, Optional<byte[]> matte, double nearness) {
    /** Samples around what is painted that belong to its soft edge. */
    private static final int MARGIN = 2;

    Glass {
        if (!(nearness > 0) || matte.isPresent() && matte.get().length != colour.argb().length) {
            throw new IllegalArgumentException("A glass hangs before the camera and has a matte of its own size");
        }
    }

    FrameSize size() {
        return colour.size();
    }

    /** 0 to 255. */
    int painted(int x, int y) {
        return matte.map(points -> points[y * size().width() + x] & 255).orElse(255);
    }

    /** A new 8-bit matte in native memory; the caller closes it. */
    Mat matteMat() {
        Mat mat = new Mat(size().height(), size().width(), CV_8UC1);
        mat.data().put(matte.orElseThrow());
        return mat;
    }

    /** The least box around all that is painted; nothing where nothing is. */
    Optional<Rect> box() {
        int width = size().width();
        int left = width;
        int right = -1;
        int top = size().height();
        int bottom = -1;
        for (int y = 0; y < size().height(); y++) {
            for (int x = 0; x < width; x++) {
                if (painted(x, y) != 0) {
                    left = Math.min(left, x);
                    right = Math.max(right, x);
                    top = Math.min(top, y);
                    bottom = y;
                }
            }
        }
        return right < 0 ? Optional.empty() : Optional.of(around(left, top, right, bottom));
    }

    private Rect around(int left, int top, int right, int bottom) {
        int x = Math.max(0, left - MARGIN);
        int y = Math.max(0, top - MARGIN);
        return new Rect(x, y, Math.min(size().width(), right + 1 + MARGIN) - x,
                Math.min(size().height(), bottom + 1 + MARGIN) - y);
    }
}
