package org.filmwright.media;

import static org.bytedeco.opencv.global.opencv_core.BORDER_REPLICATE;
import static org.bytedeco.opencv.global.opencv_core.copyMakeBorder;

import java.nio.ByteBuffer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;

/**
 * One 8-bit plane that is sampled between its pixels. An affine draw is done in two passes, first up and down, then
 * along the rows (Catmull and Smith, 1980), each linear with weights of 1/128; exact to a few thousandths of a pixel for
 * the small rotations of a camera. Twice as fast as a general affine draw, because the first pass runs along memory.
 */
final class SamplePlane {
    /** Repeated pixels around the plane, so that no sample needs a test for the edge. */
    private static final int RIM = 3;
    private static final int ONE = 128;
    private static final int HALF = 1 << 13;
    private static final double FIXED = 0x1p32;

    /** 16 bits each, because the machine's wide registers blend those, not unsigned bytes. */
    private final short[] samples;
    private final int stride;
    private final int rows;
    private final short[] blended;

    SamplePlane(Mat plane) {
        try (Mat rimmed = new Mat()) {
            copyMakeBorder(plane, rimmed, RIM, RIM, RIM, RIM, BORDER_REPLICATE, new Scalar());
            stride = rimmed.cols();
            rows = rimmed.rows();
            samples = widened(rimmed);
        }
        blended = new short[stride];
    }

    private static short[] widened(Mat plane) {
        byte[] bytes = new byte[plane.cols() * plane.rows()];
        plane.data().get(bytes);
        short[] wide = new short[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            wide[i] = (short) (bytes[i] & 0xff);
        }
        return wide;
    }

    /** Sample (x, y) of output (i, j): {@code x = xi i + xj j + x0}, {@code y = yi i + yj j + y0}; pixel centres at 0. */
    record Affine(double xi, double xj, double x0, double yi, double yj, double y0) {}

    /** Fills {@code out}, whose rows lie {@code outStride} apart. */
    void draw(Affine map, ByteBuffer out, int outStride, int width, int height) {
        byte[] row = new byte[width];
        Columns columns = new Columns(new int[width], new short[width]);
        double slope = map.yi / map.xi;
        for (int j = 0; j < height; j++) {
            double left = map.xj * j + map.x0 + RIM;
            double right = left + map.xi * (width - 1);
            double atZero = map.yj * j + map.y0 + RIM - slope * (left - RIM);
            int from = Math.clamp((int) Math.floor(left) - 1, 0, stride - 2);
            int to = Math.clamp((int) Math.ceil(right) + 2, from + 1, stride);
            blend(atZero - slope * RIM, slope, from, to);
            if (j == 0 || map.xj != 0) {
                columns.lay(left, map.xi);
            }
            pick(columns, row);
            out.put(j * outStride, row, 0, width);
        }
    }

    /** Up and down: what lies at {@code y = atZero + slope x} in every column from..to-1, times 128. */
    private void blend(double atZero, double slope, int from, int to) {
        int x = from;
        while (x < to) {
            double y = Math.clamp(atZero + slope * x, 0, rows - 1.001);
            int above = (int) y;
            int weight = (int) Math.round((y - above) * ONE);
            int end = slope == 0 ? to : Math.min(to, x + run(slope));
            mix(above * stride, (above + 1) * stride, weight, x, end);
            x = end;
        }
    }

    /** Columns over which a tilted line rises by half a weight. */
    private static int run(double slope) {
        return Math.max(4, (int) (0.5 / (Math.abs(slope) * ONE)));
    }

    private void mix(int above, int below, int weight, int from, int to) {
        short rest = (short) (ONE - weight);
        short part = (short) weight;
        for (int x = from; x < to; x++) {
            blended[x] = (short) (samples[above + x] * rest + samples[below + x] * part);
        }
    }

    /** Along the row: the blended samples left and right of every column, mixed by its weight. */
    private void pick(Columns columns, byte[] row) {
        int[] at = columns.at;
        short[] weight = columns.weight;
        for (int i = 0; i < row.length; i++) {
            int here = blended[at[i]];
            row[i] = (byte) (here * ONE + (blended[at[i] + 1] - here) * weight[i] + HALF >> 14);
        }
    }

    /** Between which two samples each column of the output lies; the same for all rows of an upright window. */
    private record Columns(int[] at, short[] weight) {
        /** Column {@code i} lies at {@code left + i step}. */
        void lay(double left, double step) {
            long place = Math.round((left + 0.5 / ONE) * FIXED);
            long move = Math.round(step * FIXED);
            for (int i = 0; i < at.length; i++) {
                at[i] = (int) (place >> 32);
                weight[i] = (short) (place >>> 25 & ONE - 1);
                place += move;
            }
        }
    }
}
