package org.filmwright.media;

import static org.bytedeco.opencv.global.opencv_core.CV_64F;
import static org.bytedeco.opencv.global.opencv_core.countNonZero;
import static org.bytedeco.opencv.global.opencv_core.inRange;
import static org.bytedeco.opencv.global.opencv_core.meanStdDev;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGR2GRAY;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.Laplacian;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;
import org.filmwright.base.Region;

/**
 * What can be measured about a picture, at 640 pixels of width so that pictures of different sizes compare.
 *
 * @param sharpness variance of the Laplacian, 8-bit
 * @param contrast standard deviation of luma, 0..1
 * @param luma mean, 0..1
 * @param subjectContrast difference of luma between subject and a rim around it, 0..1
 * @param clipped share of pixels of luma 0, 1, 254 or 255
 */
public record PictureMeter(double sharpness, double contrast, double luma, double subjectContrast, double clipped) {
    static final int WIDTH = 640;

    /** Measures a picture; {@code subject} is where the eye should land. */
    public static PictureMeter of(Still still, Region subject) {
        try (Mat grey = grey(still, WIDTH)) {
            Spread luma = Spread.of(grey);
            return new PictureMeter(sharpness(grey), luma.deviation() / 255, luma.mean() / 255,
                    subjectContrast(grey, subject), clipped(grey));
        }
    }

    /** Luma at a width, 8-bit; the caller closes it. */
    static Mat grey(Still still, int width) {
        Mat grey = new Mat();
        try (Mat bgr = still.bgr();
                Mat full = new Mat();
                Size size = new Size(width, Math.max(1, (int) Math.round(width / still.size().aspect())))) {
            cvtColor(bgr, full, COLOR_BGR2GRAY);
            resize(full, grey, size, 0, 0, INTER_AREA);
        }
        return grey;
    }

    static double sharpness(Mat grey) {
        try (Mat edges = new Mat()) {
            Laplacian(grey, edges, CV_64F);
            double deviation = Spread.of(edges).deviation();
            return deviation * deviation;
        }
    }

    static double clipped(Mat grey) {
        return (share(grey, 0, 1) + share(grey, 254, 255)) / grey.total();
    }

    private static double share(Mat grey, int from, int to) {
        try (Mat in = new Mat();
                Mat low = new Mat(1, 1, CV_64F, new Scalar(from));
                Mat high = new Mat(1, 1, CV_64F, new Scalar(to))) {
            inRange(grey, low, high, in);
            return countNonZero(in);
        }
    }

    /** Mean luma of the subject against the rim, half its size on each side. */
    private static double subjectContrast(Mat grey, Region subject) {
        Rect inner = pixels(grey, subject.x(), subject.y(), subject.width(), subject.height());
        Rect outer = pixels(grey, subject.x() - subject.width() / 2, subject.y() - subject.height() / 2,
                2 * subject.width(), 2 * subject.height());
        try (Mat in = new Mat(grey, inner); Mat all = new Mat(grey, outer)) {
            double rimArea = all.total() - in.total();
            double inMean = Spread.of(in).mean();
            double rimMean = rimArea < 1
                    ? inMean
                    : (Spread.of(all).mean() * all.total() - inMean * in.total()) / rimArea;
            return Math.abs(inMean - rimMean) / 255;
        }
    }

    private static Rect pixels(Mat grey, double x, double y, double width, double height) {
        int left = Math.clamp(Math.round(x * grey.cols()), 0, grey.cols() - 1);
        int top = Math.clamp(Math.round(y * grey.rows()), 0, grey.rows() - 1);
        int right = Math.clamp(Math.round((x + width) * grey.cols()), left + 1, grey.cols());
        int bottom = Math.clamp(Math.round((y + height) * grey.rows()), top + 1, grey.rows());
        return new Rect(left, top, right - left, bottom - top);
    }

    /** Mean and standard deviation of a plane. */
    record Spread(double mean, double deviation) {
        static Spread of(Mat plane) {
            try (Mat mean = new Mat(1, 1, CV_64F); Mat deviation = new Mat(1, 1, CV_64F)) {
                meanStdDev(plane, mean, deviation);
                return new Spread(new DoublePointer(mean.data()).get(), new DoublePointer(deviation.data()).get());
            }
        }
    }
}
