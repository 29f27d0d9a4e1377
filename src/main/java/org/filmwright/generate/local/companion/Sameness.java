package org.filmwright.generate.local.companion;

import org.filmwright.base.FrameSize;

/**
 * How much two frames show the same, -1 to 1 (structural similarity, Wang et al. 2004: a window of 11 points with a deviation
 * of 1.5), seen from afar: their brightness at 32 by 32, as RIFE's own program looks at them.
 */
final class Sameness {
    private static final FrameSize AFAR = new FrameSize(32, 32);
    private static final int WINDOW = 11;
    private static final double DEVIATION = 1.5;
    private static final double C1 = 0.01 * 0.01;
    private static final double C2 = 0.03 * 0.03;
    private static final double[] WEIGHTS = weights();

    private Sameness() {}

    private static double[] weights() {
        double[] weights = new double[WINDOW * WINDOW];
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            double x = i % WINDOW - WINDOW / 2;
            double y = i / WINDOW - WINDOW / 2;
            weights[i] = Math.exp(-(x * x + y * y) / (2 * DEVIATION * DEVIATION));
            sum += weights[i];
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= sum;
        }
        return weights;
    }

    static double of(Picture a, Picture b) {
        float[] first = brightness(a);
        float[] second = brightness(b);
        int places = AFAR.width() - WINDOW + 1;
        double sum = 0;
        for (int y = 0; y < places; y++) {
            for (int x = 0; x < places; x++) {
                sum += at(first, second, x, y);
            }
        }
        return sum / places / places;
    }

    private static float[] brightness(Picture picture) {
        double[] share = {0.299, 0.587, 0.114};
        return Resampling.LINEAR.plane((y, row) -> {
            for (int x = 0; x < row.length; x++) {
                double bright = 0;
                for (int c = 0; c < 3; c++) {
                    bright += share[c] * picture.colour(c, x, y);
                }
                row[x] = (float) bright;
            }
        }, picture.size(), AFAR);
    }

    private static double at(float[] a, float[] b, int x, int y) {
        double meanA = 0;
        double meanB = 0;
        double squareA = 0;
        double squareB = 0;
        double product = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            int at = (y + i / WINDOW) * AFAR.width() + x + i % WINDOW;
            meanA += WEIGHTS[i] * a[at];
            meanB += WEIGHTS[i] * b[at];
            squareA += WEIGHTS[i] * a[at] * a[at];
            squareB += WEIGHTS[i] * b[at] * b[at];
            product += WEIGHTS[i] * a[at] * b[at];
        }
        double varianceA = squareA - meanA * meanA;
        double varianceB = squareB - meanB * meanB;
        double covariance = product - meanA * meanB;
        return (2 * meanA * meanB + C1) * (2 * covariance + C2)
                / ((meanA * meanA + meanB * meanB + C1) * (varianceA + varianceB + C2));
    }
}
