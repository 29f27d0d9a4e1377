package org.filmwright.generate.draft.paint;

import java.util.SplittableRandom;

/** Tileable value noise of -1..1, computed once and looked up; cell sizes in pixels of a 1280x720 board. */
public final class Noise {
    /** Paper tooth. */
    public static final Noise GRAIN = new Noise(9, 9, 1, new double[]{1.2, 2.9, 7}, new double[]{1.2, 2.9, 7},
            new double[]{.55, .5, .3});
    /** Edge wobble of washes, one field an axis. */
    static final Noise SHIFT_X = cloud(9, 16, 16, 3, 2);
    static final Noise SHIFT_Y = cloud(9, 16, 16, 3, 3);
    /** Large wet blooms; one cell of the table is two pixels. */
    public static final Noise BLOOM = cloud(9, 120, 120, 5, 4);
    /** Brush streaks along x; one cell of the table is four pixels long and one wide. */
    static final Noise STREAK = cloud(9, 52, 7, 4, 5);
    /** Breaks rims and contours. */
    static final Noise BREAK = new Noise(9, 9, 6, new double[]{46, 13, 5}, new double[]{46, 13, 5},
            new double[]{.6, .5, .25});
    /** Drifts of fog and light on water. */
    public static final Noise DRIFT = cloud(9, 170, 38, 4, 7);
    /** Ripples: long and thin. */
    public static final Noise RIPPLE = cloud(9, 90, 5, 2, 8);

    private final byte[] values;
    private final int bits;
    private final int maskX;
    private final int maskY;

    private Noise(int bitsX, int bitsY, int seed, double[] cellX, double[] cellY, double[] weight) {
        bits = bitsX;
        maskX = (1 << bitsX) - 1;
        maskY = (1 << bitsY) - 1;
        float[] sum = new float[1 << bitsX + bitsY];
        for (int i = 0; i < cellX.length; i++) {
            add(sum, new SplittableRandom(seed * 131L + i), Math.max(2, (int) Math.round((maskX + 1) / cellX[i])),
                    Math.max(2, (int) Math.round((maskY + 1) / cellY[i])), (float) weight[i]);
        }
        values = normalised(sum);
    }

    private static Noise cloud(int bits, double cellX, double cellY, int octaves, int seed) {
        double[] x = new double[octaves];
        double[] y = new double[octaves];
        double[] w = new double[octaves];
        for (int i = 0; i < octaves; i++) {
            x[i] = Math.max(1, cellX / (1 << i));
            y[i] = Math.max(1, cellY / (1 << i));
            w[i] = Math.pow(.55, i);
        }
        return new Noise(bits, bits, seed, x, y, w);
    }

    /** The field at any whole pixel; it repeats. */
    public float at(int x, int y) {
        return values[(y & maskY) << bits | x & maskX] * (1 / 127f);
    }

    private void add(float[] sum, SplittableRandom random, int nx, int ny, float weight) {
        float[] lattice = new float[nx * ny];
        for (int i = 0; i < lattice.length; i++) {
            lattice[i] = (float) random.nextDouble(-1, 1) * weight;
        }
        for (int y = 0; y <= maskY; y++) {
            float fy = (float) y * ny / (maskY + 1);
            int y0 = (int) fy;
            float ty = smooth(fy - y0);
            int row = y0 * nx;
            int below = (y0 + 1) % ny * nx;
            for (int x = 0; x <= maskX; x++) {
                float fx = (float) x * nx / (maskX + 1);
                int x0 = (int) fx;
                int x1 = x0 + 1 == nx ? 0 : x0 + 1;
                float tx = smooth(fx - x0);
                float top = lattice[row + x0] + (lattice[row + x1] - lattice[row + x0]) * tx;
                float bottom = lattice[below + x0] + (lattice[below + x1] - lattice[below + x0]) * tx;
                sum[y << bits | x] += top + (bottom - top) * ty;
            }
        }
    }

    private static float smooth(float t) {
        return t * t * (3 - 2 * t);
    }

    /** Scaled so that 2.4 standard deviations reach the ends. */
    private static byte[] normalised(float[] sum) {
        double squares = 0;
        for (float v : sum) {
            squares += v * v;
        }
        double scale = 127 / (2.4 * Math.sqrt(squares / sum.length));
        byte[] out = new byte[sum.length];
        for (int i = 0; i < sum.length; i++) {
            out[i] = (byte) Math.clamp(Math.round(sum[i] * scale), -127, 127);
        }
        return out;
    }
}
