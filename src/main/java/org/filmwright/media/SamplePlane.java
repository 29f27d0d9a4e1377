package org.filmwright.media;

import static org.bytedeco.opencv.global.opencv_core.BORDER_REPLICATE;
import static org.bytedeco.opencv.global.opencv_core.copyMakeBorder;

import java.nio.ByteOrder;
import java.nio.IntBuffer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;

/**
 * One 8-bit plane that is sampled between its pixels. An affine draw is done in two passes, first up and down, then
 * along the rows (Catmull and Smith, 1980), each linear with weights of 1/128; exact to a few thousandths of a pixel for
 * the small rotations of a camera. Four samples lie in an {@code int}, and the loops are so small that the compiler has
 * the machine's wide registers do them (decision 0010). Several threads may draw at once.
 */
final class SamplePlane {
    /** Repeated pixels around the plane, so that no sample needs a test for the edge. */
    private static final int RIM = 3;
    private static final int ONE = 128;
    private static final double FIXED = 0x1p32;
    /** Every second sample of four. */
    private static final int EVEN = 0x00ff00ff;
    /** Two blended samples keep 9 bits each: times 128 in the second pass they just fit into 16. */
    private static final int KEPT = 0x01ff01ff;
    private static final int HALF_KEPT = 0x00200020;

    /** Sample {@code 4k + b} of a row is byte {@code b} of its number {@code k}. */
    private final int[][] rows;
    private final int quads;

    SamplePlane(Mat plane) {
        int fill = Math.floorMod(-plane.cols() - 2 * RIM, 4);
        try (Mat rimmed = new Mat()) {
            copyMakeBorder(plane, rimmed, RIM, RIM, RIM, RIM + fill, BORDER_REPLICATE, new Scalar());
            quads = rimmed.cols() / 4;
            rows = new int[rimmed.rows()][quads];
            IntBuffer samples = rimmed.data()
                    .capacity((long) rimmed.rows() * rimmed.cols())
                    .asByteBuffer()
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asIntBuffer();
            for (int[] row : rows) {
                samples.get(row);
            }
        }
    }

    /** Sample (x, y) of output (i, j): {@code x = xi i + xj j + x0}, {@code y = yi i + yj j + y0}; pixel centres at 0. */
    record Affine(double xi, double xj, double x0, double yi, double yj, double y0) {
        /** The same for an output that begins at column {@code i} and row {@code j} of this one. */
        Affine from(int i, int j) {
            return new Affine(xi, xj, x0 + xi * i + xj * j, yi, yj, y0 + yi * i + yj * j);
        }

        /** Where column 0 of row {@code j} lies in a plane with a rim. */
        double left(int j) {
            return xj * j + x0 + RIM;
        }

        /** Where row {@code j} crosses the column at the plane's left edge, its rim included. */
        double atEdge(int j) {
            return yj * j + y0 + RIM - slope() * left(j);
        }

        /** Rows down for a column to the right. */
        double slope() {
            return yi / xi;
        }
    }

    /**
     * Fills {@code out}, little-endian, four samples each, whose rows lie {@code outQuads} apart; samples after the last
     * column are filled up to four.
     */
    void draw(Affine map, IntBuffer out, int outQuads, int width, int height) {
        ColumnPicker picker = new ColumnPicker(4 * quads, width);
        RowPair pair = new RowPair(quads);
        boolean upright = map.xj == 0;
        int step = upright ? 2 : 1;
        for (int j = 0; j < height; j += step) {
            if (j == 0 || !upright) {
                picker.lay(map.left(j), map.xi);
            }
            int below = Math.min(j + step - 1, height - 1);
            blend(map, j, pair.evenAbove(), pair.oddAbove());
            blend(map, below, pair.evenBelow(), pair.oddBelow());
            picker.pick(pair.woven());
            out.put(j * outQuads, picker.above());
            out.put(below * outQuads, picker.below());
        }
    }

    /** Up and down: what row {@code j} shows in every column; even and odd ones, two in an {@code int}. */
    private void blend(Affine map, int j, int[] even, int[] odd) {
        double y = map.atEdge(j);
        if (map.slope() != 0) {
            blendTilted(y, map.slope(), even, odd);
            return;
        }
        double inside = Math.clamp(y, 0, rows.length - 1.001);
        int above = (int) inside;
        mix(rows[above], rows[above + 1], (int) Math.round((inside - above) * ONE), even, odd);
    }

    private static void mix(int[] above, int[] below, int weight, int[] even, int[] odd) {
        int rest = ONE - weight;
        for (int k = 0; k < even.length; k++) {
            int a = above[k];
            int b = below[k];
            even[k] = (a & EVEN) * rest + (b & EVEN) * weight + HALF_KEPT >>> 6 & KEPT;
            odd[k] = (a >>> 8 & EVEN) * rest + (b >>> 8 & EVEN) * weight + HALF_KEPT >>> 6 & KEPT;
        }
    }

    /** The same along a line that falls by {@code slope} a column: four columns at the height of their middle. */
    private void blendTilted(double atEdge, double slope, int[] even, int[] odd) {
        long place = Math.round((atEdge + 1.5 * slope + 0.5 / ONE) * FIXED);
        long fall = Math.round(4 * slope * FIXED);
        for (int k = 0; k < even.length; k++) {
            int above = Math.clamp(place >> 32, 0, rows.length - 2);
            int weight = (int) (place >>> 25) & ONE - 1;
            int a = rows[above][k];
            int b = rows[above + 1][k];
            even[k] = (a & EVEN) * (ONE - weight) + (b & EVEN) * weight + HALF_KEPT >>> 6 & KEPT;
            odd[k] = (a >>> 8 & EVEN) * (ONE - weight) + (b >>> 8 & EVEN) * weight + HALF_KEPT >>> 6 & KEPT;
            place += fall;
        }
    }
}
