package org.filmwright.generate.local.companion;

import org.filmwright.generate.local.graph.PaintFailed;

/** Directions in a space. */
final class Vectors {
    private Vectors() {}

    /** The same direction with a length of 1. @param who gave it, for the refusal of one that has none */
    static float[] unit(float[] vector, String who) throws PaintFailed {
        double square = 0;
        for (float number : vector) {
            square += (double) number * number;
        }
        if (!Double.isFinite(square)) {
            throw Craft.numberless(who);
        }
        if (square == 0) {
            throw PaintFailed.refused(who + " gave nothing but zeros, which point nowhere.",
                    "Use another export of the model.");
        }
        double length = Math.sqrt(square);
        float[] unit = new float[vector.length];
        for (int i = 0; i < unit.length; i++) {
            unit[i] = (float) (vector[i] / length);
        }
        return unit;
    }

    /** The mean of the first {@code count} rows, each {@code width} numbers long: those that the mask lets through. */
    static float[] mean(float[] rows, int width, int count) {
        float[] mean = new float[width];
        for (int d = 0; d < width; d++) {
            double sum = 0;
            for (int row = 0; row < count; row++) {
                sum += rows[row * width + d];
            }
            mean[d] = (float) (sum / count);
        }
        return mean;
    }
}
