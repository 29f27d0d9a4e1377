package org.filmwright.media;

import static org.bytedeco.opencv.global.opencv_core.CV_16U;
import static org.bytedeco.opencv.global.opencv_core.CV_32F;
import static org.bytedeco.opencv.global.opencv_core.CV_8U;
import static org.bytedeco.opencv.global.opencv_core.split;
import static org.bytedeco.opencv.global.opencv_core.transform;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LANCZOS4;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import java.util.stream.IntStream;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.MatVector;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Size;
import org.filmwright.base.FrameSize;

/**
 * Films a still along a path, sub-pixel exact (film.md 4.2). The still is cut to what the camera sees, scaled once so
 * that every frame takes about two of its pixels for one of its own (sampling between them is then free of shimmer) and
 * turned into Y, U and V once; each frame is three affine draws. One thread at a time.
 */
public final class RostrumCamera {
    /** Source pixels for one of the closest window that the prepared planes keep. */
    private static final double DENSITY = 2;
    /** A source finer than this for the closest window is averaged down to {@link #KEPT} first. */
    private static final double FINEST = 1.5;
    private static final double KEPT = 1.25;
    /** Scaling is done on 16 bits: OpenCV scales 8 bits with rounded weights, and white would lose a level. */
    private static final int FINE = 256;
    /** BT.709 to limited range from B, G, R times {@link #FINE}: one row each for Y, U, V with its offset. */
    private static final float[] BT709 = {0.0722f * 219 / 255, 0.7152f * 219 / 255, 0.2126f * 219 / 255, 16 * FINE,
        0.5f * 224 / 255, -0.7152f / 1.8556f * 224 / 255, -0.2126f / 1.8556f * 224 / 255, 128 * FINE,
        -0.0722f / 1.5748f * 224 / 255, -0.7152f / 1.5748f * 224 / 255, 0.5f * 224 / 255, 128 * FINE};

    private final CameraPath path;
    private final FrameSize picture;
    private final FrameSize out;
    private final View view;
    private final SamplePlane[] planes = new SamplePlane[3];

    public RostrumCamera(Still still, CameraPath path, FrameSize out) {
        this.path = path;
        this.picture = still.size();
        this.out = out;
        view = View.of(path, picture, out);
        try (Mat bgr = still.bgr(); Mat part = new Mat(bgr, view.rect()); Mat seen = new Mat()) {
            part.convertTo(seen, CV_16U, FINE, 0);
            try (Mat prepared = view.prepared(seen)) {
                develop(prepared);
            }
        }
    }

    public FrameSize size() {
        return out;
    }

    public int frames() {
        return path.frames();
    }

    /** Draws frame {@code n}, 0 to frames() - 1. */
    public void frame(int n, YuvFrame into) {
        CameraPath.Window window = path.window(n, picture.width(), picture.height(), out.aspect());
        IntStream.range(0, planes.length).parallel().forEach(plane -> draw(window, into, plane));
    }

    /** Y, U and V of the prepared picture, the latter two at half its size. */
    private void develop(Mat bgr) {
        try (Mat fine = new Mat();
                Mat yuv = new Mat();
                Mat rule = new Mat(3, 4, CV_32F);
                MatVector parts = new MatVector(3)) {
            new FloatPointer(rule.data()).put(BT709);
            transform(bgr, fine, rule);
            fine.convertTo(yuv, CV_8U, 1.0 / FINE, 0);
            split(yuv, parts);
            planes[0] = new SamplePlane(parts.get(0));
            planes[1] = halved(parts.get(1));
            planes[2] = halved(parts.get(2));
        }
    }

    private SamplePlane halved(Mat plane) {
        try (Mat half = new Mat(); Size size = new Size(view.chromaWidth(), view.chromaHeight())) {
            resize(plane, half, size, 0, 0, INTER_AREA);
            return new SamplePlane(half);
        }
    }

    /**
     * One plane through the window. With pixel centres at +0.5, output point (i, j) lies at distance d from the middle
     * of the frame and shows the source at centre + rotation x scale x d. Chroma samples of the output sit on the left
     * one of their two columns and between their two rows; those of the source in the middle of four.
     */
    private void draw(CameraPath.Window window, YuvFrame into, int plane) {
        boolean chroma = plane > 0;
        double step = chroma ? 2 : 1;
        double left = 0.5 - out.width() / 2.0;
        double top = (chroma ? 1 : 0.5) - out.height() / 2.0;
        double kx = view.scaleX() / (chroma ? view.chromaStepX() : 1);
        double ky = view.scaleY() / (chroma ? view.chromaStepY() : 1);
        double scale = window.width() / out.width();
        double cos = scale * Math.cos(window.angle());
        double sin = scale * Math.sin(window.angle());
        double x0 = window.x() - view.x() + cos * left - sin * top;
        double y0 = window.y() - view.y() + sin * left + cos * top;
        SamplePlane.Affine map = new SamplePlane.Affine(cos * step * kx, -sin * step * kx, x0 * kx - 0.5,
                sin * step * ky, cos * step * ky, y0 * ky - 0.5);
        into.draw(plane, planes[plane], map);
    }

    /** The part of the picture that the camera sees, in its pixels, and how much it is scaled. */
    private record View(int x, int y, int width, int height, double average, int scaledWidth, int scaledHeight) {
        static View of(CameraPath path, FrameSize picture, FrameSize out) {
            double left = picture.width();
            double top = picture.height();
            double right = 0;
            double bottom = 0;
            double closest = picture.width();
            for (int n = 0; n < path.frames(); n++) {
                CameraPath.Window w = path.window(n, picture.width(), picture.height(), out.aspect());
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
            double scale = path.still() && ratio == 1 ? 1 : Math.max(average, DENSITY / ratio);
            return new View(x, y, width, height, average, side(width, scale), side(height, scale));
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

        /** Averaged down if the source is too fine, then drawn up to the density that sampling wants. */
        Mat prepared(Mat seen) {
            Mat up = new Mat();
            try (Mat down = new Mat()) {
                if (average < 1) {
                    resize(seen, down, new Size(side(width, average), side(height, average)), 0, 0, INTER_AREA);
                } else {
                    seen.copyTo(down);
                }
                resize(down, up, new Size(scaledWidth, scaledHeight), 0, 0, INTER_LANCZOS4);
            }
            return up;
        }
    }
}
