package org.filmwright.media;

/**
 * Samples two rows at once along their length. The only step that jumps about in memory is a loop of its own; the rest
 * runs in wide registers.
 */
final class ColumnPicker {
    private static final int ONE = 128;
    private static final double FIXED = 0x1p32;
    private static final int HALF = 0x00800080;
    private static final int BYTE = 0xff;

    private final int samples;
    private final int width;
    /** For column {@code 4m + b}, at {@code [b][m]}: the samples left and right of it, and the weight of the right one. */
    private final int[][] left;
    private final int[][] right;
    private final int[][] weight;
    private final int[][] mixed;
    private final int[] here;
    private final int[] next;
    private final int[] above;
    private final int[] below;

    /** @param samples of a row, a multiple of 4; @param width columns to be drawn from it */
    ColumnPicker(int samples, int width) {
        this.samples = samples;
        this.width = width;
        int quads = (width + 3) / 4;
        left = new int[4][quads];
        right = new int[4][quads];
        weight = new int[4][quads];
        mixed = new int[4][quads];
        here = new int[quads];
        next = new int[quads];
        above = new int[quads];
        below = new int[quads];
    }

    /** From now on column {@code i} lies at {@code from + i step}. */
    void lay(double from, double step) {
        long place = Math.round((from + 0.5 / ONE) * FIXED);
        long move = Math.round(step * FIXED);
        for (int i = 0; i < 4 * above.length; i++) {
            int x = Math.clamp(place >> 32, 0, samples - 2);
            left[i & 3][i >> 2] = RowPair.place(x, samples / 4);
            right[i & 3][i >> 2] = RowPair.place(x + 1, samples / 4);
            weight[i & 3][i >> 2] = (int) (place >>> 25) & ONE - 1;
            place += i < width - 1 ? move : 0;
        }
    }

    /** Samples both rows of a {@link RowPair#woven} pair. */
    void pick(int[] woven) {
        for (int b = 0; b < 4; b++) {
            gather(woven, left[b], right[b], here, next);
            mix(here, next, weight[b], mixed[b]);
        }
        pack(mixed[0], mixed[1], mixed[2], mixed[3], above, below);
    }

    private static void gather(int[] from, int[] left, int[] right, int[] here, int[] next) {
        for (int m = 0; m < here.length; m++) {
            here[m] = from[left[m]];
            next[m] = from[right[m]];
        }
    }

    /** Both halves at once: a difference below 0 borrows from the upper half and gives back when the sum is made. */
    private static void mix(int[] here, int[] next, int[] weight, int[] mixed) {
        for (int m = 0; m < mixed.length; m++) {
            mixed[m] = here[m] * ONE + (next[m] - here[m]) * weight[m] + HALF;
        }
    }

    private static void pack(int[] a, int[] b, int[] c, int[] d, int[] above, int[] below) {
        for (int m = 0; m < above.length; m++) {
            above[m] = a[m] >>> 8 & BYTE | b[m] & BYTE << 8 | c[m] << 8 & BYTE << 16 | d[m] << 16 & BYTE << 24;
            below[m] = a[m] >>> 24 | b[m] >>> 16 & BYTE << 8 | c[m] >>> 8 & BYTE << 16 | d[m] & BYTE << 24;
        }
    }

    /** The upper row, four columns in an {@code int}, the first one lowest. */
    int[] above() {
        return above;
    }

    int[] below() {
        return below;
    }
}
