package org.filmwright.generate.local.companion;

import org.filmwright.base.FrameSize;

/**
 * Makes pictures larger and smaller as image processors of models do: each new point is a weighted mean of the old ones around
 * it, over a wider field where the picture gets smaller (Pillow's convolution; Keys 1981 for the cubic, a = -1/2). First along
 * the rows, then down the columns.
 */
enum Resampling {
    LINEAR(1) {
        @Override
        double weight(double away) {
            return Math.max(0, 1 - away);
        }
    },
    CUBIC(2) {
        @Override
        double weight(double away) {
            if (away < 1) {
                return (1.5 * away - 2.5) * away * away + 1;
            }
            return away < 2 ? ((-0.5 * away + 2.5) * away - 4) * away + 2 : 0;
        }
    };

    private final int reach;

    Resampling(int reach) {
        this.reach = reach;
    }

    /** @param away 0 and above, in points of whichever of both pictures is coarser */
    abstract double weight(double away);

    /** One row of a picture's plane. */
    interface Rows {
        /** Writes row {@code y} into {@code row}. */
        void read(int y, float[] row);
    }

    /** A plane of another size. */
    float[] plane(Rows rows, FrameSize from, FrameSize to) {
        Field across = field(from.width(), to.width());
        Field down = field(from.height(), to.height());
        float[] narrow = new float[from.height() * to.width()];
        float[] row = new float[from.width()];
        for (int y = 0; y < from.height(); y++) {
            rows.read(y, row);
            for (int x = 0; x < to.width(); x++) {
                double sum = 0;
                for (int i = 0; i < across.weights[x].length; i++) {
                    sum += across.weights[x][i] * row[across.first[x] + i];
                }
                narrow[y * to.width() + x] = (float) sum;
            }
        }
        return columns(narrow, down, to);
    }

    private static float[] columns(float[] narrow, Field down, FrameSize to) {
        int width = to.width();
        float[] plane = new float[to.height() * width];
        double[] sums = new double[width];
        for (int y = 0; y < to.height(); y++) {
            java.util.Arrays.fill(sums, 0);
            for (int i = 0; i < down.weights[y].length; i++) {
                int from = (down.first[y] + i) * width;
                for (int x = 0; x < width; x++) {
                    sums[x] += down.weights[y][i] * narrow[from + x];
                }
            }
            for (int x = 0; x < width; x++) {
                plane[y * width + x] = (float) sums[x];
            }
        }
        return plane;
    }

    /** For each new point, the first of the old ones that count and their weights, which add up to 1. */
    private record Field(int[] first, double[][] weights) {}

    private Field field(int from, int to) {
        double scale = (double) from / to;
        double coarse = Math.max(1, scale);
        double support = reach * coarse;
        int[] first = new int[to];
        double[][] weights = new double[to][];
        for (int at = 0; at < to; at++) {
            double centre = (at + 0.5) * scale;
            first[at] = Math.max(0, (int) (centre - support + 0.5));
            int last = Math.min(from, (int) (centre + support + 0.5));
            double[] some = new double[last - first[at]];
            double sum = 0;
            for (int i = 0; i < some.length; i++) {
                some[i] = weight(Math.abs(first[at] + i - centre + 0.5) / coarse);
                sum += some[i];
            }
            for (int i = 0; i < some.length; i++) {
                some[i] /= sum;
            }
            weights[at] = some;
        }
        return new Field(first, weights);
    }
}
