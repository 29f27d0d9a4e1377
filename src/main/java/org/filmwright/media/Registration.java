package org.filmwright.media;

import static org.bytedeco.opencv.global.opencv_calib3d.RANSAC;
import static org.bytedeco.opencv.global.opencv_calib3d.estimateAffinePartial2D;
import static org.bytedeco.opencv.global.opencv_core.BORDER_REPLICATE;
import static org.bytedeco.opencv.global.opencv_core.CV_64F;
import static org.bytedeco.opencv.global.opencv_core.CV_8U;
import static org.bytedeco.opencv.global.opencv_core.minMaxLoc;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_CUBIC;
import static org.bytedeco.opencv.global.opencv_imgproc.TM_CCOEFF_NORMED;
import static org.bytedeco.opencv.global.opencv_imgproc.goodFeaturesToTrack;
import static org.bytedeco.opencv.global.opencv_imgproc.matchTemplate;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;
import static org.bytedeco.opencv.global.opencv_imgproc.warpAffine;
import static org.bytedeco.opencv.global.opencv_video.calcOpticalFlowPyrLK;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Point;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * Where the points of one grey picture lie in another: scale and turn (a, b), then shift, in pixels:
 * {@code x' = a x - b y + tx}, {@code y' = b x + a y + ty}.
 *
 * @param sure whether enough points could be followed
 */
record Registration(double a, double b, double tx, double ty, boolean sure) {
    private static final int CORNERS = 300;
    private static final int ENOUGH = 12;

    static Registration scaled(double scale, double tx, double ty) {
        return new Registration(scale, 0, tx, ty, true);
    }

    double zoom() {
        return Math.hypot(a, b);
    }

    double x(double px, double py) {
        return a * px - b * py + tx;
    }

    double y(double px, double py) {
        return b * px + a * py + ty;
    }

    /** Follows corners from one picture to another of the same size (Lucas-Kanade on five levels, then RANSAC). */
    static Registration between(Mat from, Mat to) {
        try (Mat corners = new Mat(); Mat found = new Mat(); Mat state = new Mat(); Mat error = new Mat()) {
            goodFeaturesToTrack(from, corners, CORNERS, 0.01, 6);
            if (corners.rows() < ENOUGH) {
                return new Registration(1, 0, 0, 0, false);
            }
            calcOpticalFlowPyrLK(from, to, corners, found, state, error, new Size(21, 21), 4, null, 0, 1e-4);
            return fit(corners, found, state);
        }
    }

    private static Registration fit(Mat corners, Mat found, Mat state) {
        int kept = keepFollowed(corners, found, state);
        if (kept < ENOUGH) {
            return new Registration(1, 0, 0, 0, false);
        }
        try (Mat inliers = new Mat();
                Mat source = corners.rowRange(0, kept);
                Mat target = found.rowRange(0, kept);
                Mat m = estimateAffinePartial2D(source, target, inliers, RANSAC, 1.5, 2000, 0.99, 10)) {
            if (m.empty() || org.bytedeco.opencv.global.opencv_core.countNonZero(inliers) < ENOUGH) {
                return new Registration(1, 0, 0, 0, false);
            }
            double[] v = new double[6];
            new DoublePointer(m.data()).get(v);
            return new Registration(v[0], v[3], v[2], v[5], true);
        }
    }

    /** Moves the points that were found again to the front; the answer is their number. */
    private static int keepFollowed(Mat corners, Mat found, Mat state) {
        int n = corners.rows();
        float[] from = new float[2 * n];
        float[] to = new float[2 * n];
        byte[] followed = new byte[n];
        new FloatPointer(corners.data()).get(from);
        new FloatPointer(found.data()).get(to);
        new BytePointer(state.data()).get(followed);
        int kept = 0;
        for (int i = 0; i < n; i++) {
            if (followed[i] != 0) {
                System.arraycopy(from, 2 * i, from, 2 * kept, 2);
                System.arraycopy(to, 2 * i, to, 2 * kept, 2);
                kept++;
            }
        }
        new FloatPointer(corners.data()).put(from);
        new FloatPointer(found.data()).put(to);
        return kept;
    }

    /** Where {@code frame} lies in {@code picture}, of which it shows the whole or a part down to two fifths. */
    static Registration locate(Mat frame, Mat picture) {
        Registration rough = search(frame, picture);
        try (Mat moved = rough.applied(picture, frame.size())) {
            Registration fine = between(moved, frame);
            return fine.sure() && Math.abs(fine.zoom() - 1) < 0.1 ? rough.then(fine) : rough;
        }
    }

    /** The best of 28 scales and all places, at a quarter of the size: from the picture to the frame. */
    private static Registration search(Mat frame, Mat picture) {
        int coarse = 4;
        double best = -2;
        Registration found = scaled(1, 0, 0);
        double cover = Math.min((double) picture.cols() / frame.cols(), (double) picture.rows() / frame.rows());
        try (Mat small = new Mat(); Mat part = new Mat(); Mat map = new Mat()) {
            resize(picture, small, new Size(picture.cols() / coarse, picture.rows() / coarse), 0, 0, INTER_AREA);
            for (double zoom = 1; zoom < 2.6; zoom *= 1.035) {
                double scale = cover / zoom / coarse;
                Size size = new Size((int) (frame.cols() * scale), (int) (frame.rows() * scale));
                resize(frame, part, size, 0, 0, INTER_AREA);
                matchTemplate(small, part, map, TM_CCOEFF_NORMED);
                try (DoublePointer score = new DoublePointer(1); Point at = new Point()) {
                    minMaxLoc(map, null, score, null, at, null);
                    if (score.get() > best) {
                        best = score.get();
                        double up = (double) frame.cols() / size.width() / coarse;
                        found = scaled(up, -at.x() * coarse * up, -at.y() * coarse * up);
                    }
                }
            }
        }
        return found;
    }

    /** This, then {@code next}. */
    Registration then(Registration next) {
        return new Registration(next.a * a - next.b * b, next.b * a + next.a * b, next.x(tx, ty), next.y(tx, ty),
                sure && next.sure);
    }

    /** {@code picture} drawn as this says, at a size; the caller closes it. */
    Mat applied(Mat picture, Size size) {
        Mat out = new Mat(size, CV_8U);
        try (Mat matrix = new Mat(2, 3, CV_64F)) {
            new DoublePointer(matrix.data()).put(a, -b, tx, b, a, ty);
            warpAffine(picture, out, matrix, size, INTER_CUBIC, BORDER_REPLICATE, new Scalar());
        }
        return out;
    }
}
