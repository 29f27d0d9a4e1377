package org.filmwright.media;

import static org.bytedeco.opencv.global.opencv_core.CV_32F;
import static org.bytedeco.opencv.global.opencv_core.add;
import static org.bytedeco.opencv.global.opencv_core.divide;
import static org.bytedeco.opencv.global.opencv_core.mean;
import static org.bytedeco.opencv.global.opencv_core.multiply;
import static org.bytedeco.opencv.global.opencv_core.subtract;
import static org.bytedeco.opencv.global.opencv_imgproc.GaussianBlur;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/** Structural similarity of two 8-bit planes of equal size (Wang et al. 2004: Gaussian window of 11, sigma 1.5). */
final class Likeness {
    private static final double C1 = 0.01 * 255 * 0.01 * 255;
    private static final double C2 = 0.03 * 255 * 0.03 * 255;

    private Likeness() {}

    /** -1 to 1; 1 is equal. */
    static double ssim(Mat a, Mat b) {
        try (PointerScope _ = new PointerScope()) {
            Mat x = real(a);
            Mat y = real(b);
            Mat mx = blurred(x);
            Mat my = blurred(y);
            Mat mxx = product(mx, mx);
            Mat myy = product(my, my);
            Mat mxy = product(mx, my);
            Mat variances = sum(covariance(x, x, mxx), covariance(y, y, myy));
            Mat top = product(plus(mxy, 2, C1), plus(covariance(x, y, mxy), 2, C2));
            Mat low = product(plus(sum(mxx, myy), 1, C1), plus(variances, 1, C2));
            Mat map = new Mat();
            divide(top, low, map);
            return mean(map).get(0);
        }
    }

    private static Mat real(Mat plane) {
        Mat real = new Mat();
        plane.convertTo(real, CV_32F);
        return real;
    }

    private static Mat blurred(Mat plane) {
        Mat blurred = new Mat();
        GaussianBlur(plane, blurred, new Size(11, 11), 1.5);
        return blurred;
    }

    private static Mat product(Mat a, Mat b) {
        Mat product = new Mat();
        multiply(a, b, product);
        return product;
    }

    private static Mat sum(Mat a, Mat b) {
        Mat sum = new Mat();
        add(a, b, sum);
        return sum;
    }

    private static Mat covariance(Mat a, Mat b, Mat means) {
        Mat covariance = new Mat();
        subtract(blurred(product(a, b)), means, covariance);
        return covariance;
    }

    /** {@code factor * plane + constant}, in a new plane. */
    private static Mat plus(Mat plane, double factor, double constant) {
        Mat scaled = new Mat();
        plane.convertTo(scaled, CV_32F, factor, constant);
        return scaled;
    }
}
