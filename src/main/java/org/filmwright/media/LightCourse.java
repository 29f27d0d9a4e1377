package org.filmwright.media;

import java.util.Arrays;
import org.filmwright.base.FrameRate;

/**
 * How the light of a clip changes, by the rule for general flashes of ITU-R BT.1702: a flash is a pair of opposing changes
 * of a tenth of full brightness or more, the darker side below eight tenths, over a quarter of the picture.
 *
 * @param flashes the most within a second
 * @param alternating most frames in a row whose mean is above and below its neighbours in turn, by a level or more
 */
record LightCourse(int flashes, int alternating) {
    /** Rows and columns in which the light is watched. */
    static final int CELLS = 4;

    private static final int QUARTER = CELLS * CELLS / 4;
    private static final double TENTH = 25.5;
    private static final double BRIGHT = 204;

    /** @param cells mean luma of each cell, frame by frame, of 255 @param means of the whole frame */
    static LightCourse of(double[][] cells, double[] means, FrameRate rate) {
        int second = Math.max(1, (int) Math.round(rate.perSecond()));
        int[] changes = changes(cells);
        int most = 0;
        int within = 0;
        for (int n = 0; n < changes.length; n++) {
            within += changes[n] - (n >= second ? changes[n - second] : 0);
            most = Math.max(most, within / 2);
        }
        return new LightCourse(most, alternating(means));
    }

    /** 1 where a quarter of the cells or more change the same way in the same frame, and the other way than before. */
    private static int[] changes(double[][] cells) {
        int[] changes = new int[cells.length];
        double[] extreme = cells.length == 0 ? new double[0] : cells[0].clone();
        int before = 0;
        for (int n = 1; n < cells.length; n++) {
            int way = way(cells[n], extreme);
            if (way != 0 && way != before) {
                changes[n] = 1;
                before = way;
            }
            follow(cells[n], extreme, before);
        }
        return changes;
    }

    private static int way(double[] now, double[] extreme) {
        int up = 0;
        int down = 0;
        for (int cell = 0; cell < now.length; cell++) {
            boolean large = Math.abs(now[cell] - extreme[cell]) >= TENTH
                    && Math.min(now[cell], extreme[cell]) < BRIGHT;
            up += large && now[cell] > extreme[cell] ? 1 : 0;
            down += large && now[cell] < extreme[cell] ? 1 : 0;
        }
        return up >= QUARTER ? 1 : down >= QUARTER ? -1 : 0;
    }

    /** The brightest since it last got brighter, the darkest since it last got darker. */
    private static void follow(double[] now, double[] extreme, int way) {
        for (int cell = 0; cell < now.length; cell++) {
            extreme[cell] = switch (way) {
                case 1 -> Math.max(extreme[cell], now[cell]);
                case -1 -> Math.min(extreme[cell], now[cell]);
                default -> extreme[cell];
            };
        }
    }

    private static int alternating(double[] means) {
        double[] steps = new double[Math.max(0, means.length - 1)];
        Arrays.setAll(steps, n -> means[n + 1] - means[n]);
        int longest = 0;
        int run = 0;
        for (int n = 1; n < steps.length; n++) {
            boolean turns = Math.min(Math.abs(steps[n]), Math.abs(steps[n - 1])) >= 1 && steps[n] * steps[n - 1] < 0;
            run = turns ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }
}
