package org.filmwright.media;

import static org.bytedeco.opencv.global.opencv_core.CV_16U;
import static org.bytedeco.opencv.global.opencv_core.CV_32F;
import static org.bytedeco.opencv.global.opencv_core.CV_8U;
import static org.bytedeco.opencv.global.opencv_core.max;
import static org.bytedeco.opencv.global.opencv_core.min;
import static org.bytedeco.opencv.global.opencv_core.split;
import static org.bytedeco.opencv.global.opencv_core.transform;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LANCZOS4;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LINEAR;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import java.util.List;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.MatVector;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;
import org.filmwright.base.FrameSize;

/** The part of a picture that a camera sees, in its pixels, and how much it is scaled before it is sampled. */
record FilmedPart(int x, int y, int width, int height, double average, int scaledWidth, int scaledHeight) {
    /** Y, U and V. */
    static final int PLANES = 3;

    /** Source pixels for one of the closest window that the prepared planes keep. */
    private static final double DENSITY = 2;
    /** A source finer than this for the closest window is averaged down to {@link #KEPT} first. */
    private static final double FINEST = 1.5;
    private static final double KEPT = 1.25;
    /** Scaling is done on 16 bits: OpenCV scales 8 bits with rounded weights, and white would lose a level. */
    private static final int FINE = 256;
    /** Limited range: Y from black to white, U and V as far above 128 as below. */
    private static final int BLACK = 16;
    private static final int WHITE = 235;
    private static final int MOST_COLOUR = 240;
    /** BT.709 to limited range from B, G, R times {@link #FINE}: one row each for Y, U, V with its offset. */
    private static final float[] BT709 = {0.0722f * 219 / 255, 0.7152f * 219 / 255, 0.2126f * 219 / 255, 16 * FINE,
        0.5f * 224 / 255, -0.7152f / 1.8556f * 224 / 255, -0.2126f / 1.8556f * 224 / 255, 128 * FINE,
        -0.0722f / 1.5748f * 224 / 255, -0.7152f / 1.5748f * 224 / 255, 0.5f * 224 / 255, 128 * FINE};

    /** Y, U and V of a picture, times {@link #FINE}. */
    static MatVector developed(Mat bgr) {
        try (Mat fine = new Mat(); Mat yuv = new Mat(); Mat rule = new Mat(3, 4, CV_32F)) {
            new FloatPointer(rule.data()).put(BT709);
            bgr.convertTo(fine, CV_16U, FINE, 0);
            transform(fine, yuv, rule);
            MatVector planes = new MatVector(3);
            split(yuv, planes);
            return planes;
        }
    }

    /** @param windows all that will be drawn @param still whether they are all the same */
    static FilmedPart of(List<CameraPath.Window> windows, FrameSize picture, FrameSize out, boolean still) {
        double left = picture.width();
        double top = picture.height();
        double right = 0;
        double bottom = 0;
        double closest = picture.width();
        for (CameraPath.Window w : windows) {
            left = Math.min(left, w.x() - w.boxWidth() / 2);
            right = Math.max(right, w.x() + w.boxWidth() / 2);
            top = Math.min(top, w.y() - w.boxHeight() / 2);
            bottom = Math.max(bottom, w.y() + w.boxHeight() / 2);
            closest = Math.min(closest, w.width());
        }
        int margin = 4;
        int x = (int) Math.max(0, left - margin);
        int y = (int) Math.max(0, top - margin);
        int width = (int) Math.min(picture.width(), Math.ceil(right) + margin) - x;
        int height = (int) Math.min(picture.height(), Math.ceil(bottom) + margin) - y;
        double ratio = closest / out.width();
        double average = ratio > FINEST ? KEPT / ratio : 1;
        double scale = still && ratio == 1 ? 1 : Math.max(average, DENSITY / ratio);
        return new FilmedPart(x, y, width, height, average, side(width, scale), side(height, scale));
    }

    private static int side(int length, double scale) {
        return Math.max(2, (int) Math.round(length * scale));
    }

    Rect rect() {
        return new Rect(x, y, width, height);
    }

    double scaleX() {
        return (double) scaledWidth / width;
    }

    double scaleY() {
        return (double) scaledHeight / height;
    }

    int chromaWidth() {
        return (scaledWidth + 1) / 2;
    }

    int chromaHeight() {
        return (scaledHeight + 1) / 2;
    }

    /** Pixels of the prepared picture for one of its chroma planes: 2, a little less where a side is odd. */
    double chromaStepX() {
        return (double) scaledWidth / chromaWidth();
    }

    double chromaStepY() {
        return (double) scaledHeight / chromaHeight();
    }

    /** A plane of the seen part at the size that sampling wants: Y as scaled, U and V at half of that. */
    SamplePlane prepared(Mat fine, int plane) {
        boolean luma = plane == 0;
        try (Mat down = luma && average < 1 ? averaged(fine) : new Mat(fine);
                Mat scaled = new Mat();
                Mat sampled = new Mat();
                Size size = luma ? new Size(scaledWidth, scaledHeight) : new Size(chromaWidth(), chromaHeight())) {
            boolean smaller = size.width() < down.cols() && size.height() < down.rows();
            resize(down, scaled, size, 0, 0, smaller ? INTER_AREA : INTER_LANCZOS4);
            scaled.convertTo(sampled, CV_8U, 1.0 / FINE, 0);
            limit(sampled, BLACK, luma ? WHITE : MOST_COLOUR);
            return new SamplePlane(sampled);
        }
    }

    /** A source that is too fine, before it is drawn up again to the density that sampling wants. */
    private Mat averaged(Mat fine) {
        Mat down = new Mat();
        try (Size size = new Size(side(width, average), side(height, average))) {
            resize(fine, down, size, 0, 0, INTER_AREA);
        }
        return down;
    }

    /** Scaling overshoots at hard edges, beyond what film may hold. */
    private static void limit(Mat plane, int least, int most) {
        try (Mat low = new Mat(1, 1, CV_8U, new Scalar(least)); Mat high = new Mat(1, 1, CV_8U, new Scalar(most))) {
            max(plane, low, plane);
            min(plane, high, plane);
        }
    }

    /**
     * Where a plane's samples of a frame lie in it. With pixel centres at +0.5, output point (i, j) lies at distance d
     * from the middle of the frame and shows the source at centre + rotation x scale x d. Chroma samples of the output
     * sit on the left one of their two columns and between their two rows; those of the source in the middle of four.
     */
    SamplePlane.Affine map(CameraPath.Window window, FrameSize out, int plane) {
        return plane == 0
                ? map(window, out, false, scaleX(), scaleY())
                : map(window, out, true, scaleX() / chromaStepX(), scaleY() / chromaStepY());
    }

    /** The same for a plane as fine as that of Y, seen where the frame has its chroma samples. */
    SamplePlane.Affine fineMap(CameraPath.Window window, FrameSize out, boolean chroma) {
        return map(window, out, chroma, scaleX(), scaleY());
    }

    private SamplePlane.Affine map(CameraPath.Window window, FrameSize out, boolean chroma, double kx, double ky) {
        double step = chroma ? 2 : 1;
        double left = 0.5 - out.width() / 2.0;
        double top = (chroma ? 1 : 0.5) - out.height() / 2.0;
        double scale = window.width() / out.width();
        double cos = scale * Math.cos(window.angle());
        double sin = scale * Math.sin(window.angle());
        double x0 = window.x() - x + cos * left - sin * top;
        double y0 = window.y() - y + sin * left + cos * top;
        return new SamplePlane.Affine(cos * step * kx, -sin * step * kx, x0 * kx - 0.5, sin * step * ky,
                cos * step * ky, y0 * ky - 0.5);
    }

    /** How much of each point there is, 0 to 255, as fine as Y. */
    SamplePlane matte(Mat eightBits) {
        try (Mat scaled = new Mat(); Size size = new Size(scaledWidth, scaledHeight)) {
            boolean smaller = size.width() < eightBits.cols() && size.height() < eightBits.rows();
            resize(eightBits, scaled, size, 0, 0, smaller ? INTER_AREA : INTER_LINEAR);
            return new SamplePlane(scaled);
        }
    }

    boolean meets(Rect box) {
        return box.x() < x + width && box.x() + box.width() > x && box.y() < y + height && box.y() + box.height() > y;
    }

    /** The part of this within a box of the picture, as much scaled. */
    FilmedPart within(Rect box) {
        int left = Math.max(x, box.x());
        int top = Math.max(y, box.y());
        int wide = Math.max(1, Math.min(x + width, box.x() + box.width()) - left);
        int high = Math.max(1, Math.min(y + height, box.y() + box.height()) - top);
        return new FilmedPart(left, top, wide, high, average, side(wide, scaleX()), side(high, scaleY()));
    }
}
