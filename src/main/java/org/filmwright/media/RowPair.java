package org.filmwright.media;

/** Two rows, blended up and down, on their way to be sampled together: 16 bits of an {@code int} for each. */
final class RowPair {
    private static final int LOW = 0xffff;

    private final int[] evenAbove;
    private final int[] oddAbove;
    private final int[] evenBelow;
    private final int[] oddBelow;
    private final int[][] quarters;
    private final int[] woven;

    /** @param quads a quarter of the rows' length */
    RowPair(int quads) {
        evenAbove = new int[quads];
        oddAbove = new int[quads];
        evenBelow = new int[quads];
        oddBelow = new int[quads];
        quarters = new int[4][quads];
        woven = new int[4 * quads];
    }

    /** Of the upper row samples {@code 4k} and {@code 4k + 2}, to be filled. */
    int[] evenAbove() {
        return evenAbove;
    }

    /** Samples {@code 4k + 1} and {@code 4k + 3}. */
    int[] oddAbove() {
        return oddAbove;
    }

    int[] evenBelow() {
        return evenBelow;
    }

    int[] oddBelow() {
        return oddBelow;
    }

    /** Where sample {@code x} lies among {@link #woven}. */
    static int place(int x, int quads) {
        return (x & 3) * quads + (x >> 2);
    }

    /** Each sample of the upper row in the low half and that of the lower row in the high half of an {@code int}. */
    int[] woven() {
        weave(evenAbove, evenBelow, quarters[0], quarters[2]);
        weave(oddAbove, oddBelow, quarters[1], quarters[3]);
        for (int b = 0; b < 4; b++) {
            System.arraycopy(quarters[b], 0, woven, b * evenAbove.length, evenAbove.length);
        }
        return woven;
    }

    private static void weave(int[] above, int[] below, int[] first, int[] second) {
        for (int k = 0; k < above.length; k++) {
            int a = above[k];
            int b = below[k];
            first[k] = a & LOW | b << 16;
            second[k] = a >>> 16 | b & ~LOW;
        }
    }
}
