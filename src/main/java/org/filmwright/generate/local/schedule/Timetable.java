package org.filmwright.generate.local.schedule;

import java.util.Arrays;

/**
 * @param timesteps one for each step, descending
 * @param sigmas noise levels before each step and after the last: one more, descending
 */
record Timetable(double[] timesteps, double[] sigmas) {
    Timetable {
        if (sigmas.length != timesteps.length + 1) {
            throw new IllegalArgumentException(timesteps.length + " timesteps, " + sigmas.length + " sigmas");
        }
    }

    int steps() {
        return timesteps.length;
    }

    /** What is left when the first {@code dropped} steps are not done. */
    Timetable from(int dropped) {
        return new Timetable(Arrays.copyOfRange(timesteps, dropped, timesteps.length),
                Arrays.copyOfRange(sigmas, dropped, sigmas.length));
    }

    /** Whether every step begins lower than the one before; otherwise there are more steps than levels to tell apart. */
    boolean descends() {
        if (!Double.isFinite(sigmas[0])) {
            return false;
        }
        for (int i = 1; i < timesteps.length; i++) {
            if (!(sigmas[i] < sigmas[i - 1])) {
                return false;
            }
        }
        return sigmas[timesteps.length] <= sigmas[timesteps.length - 1];
    }
}
