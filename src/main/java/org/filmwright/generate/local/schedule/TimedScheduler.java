package org.filmwright.generate.local.schedule;

/** A scheduler that goes by a timetable. */
abstract sealed class TimedScheduler implements Scheduler
        permits FlowEulerScheduler, VarianceExploding, VariancePreserving {
    private final Timetable table;

    TimedScheduler(Timetable table) {
        this.table = table;
    }

    @Override
    public final double[] timesteps() {
        return table.timesteps().clone();
    }

    @Override
    public final double[] sigmas() {
        return table.sigmas().clone();
    }

    final double timestep(int step) {
        return table.timesteps()[step];
    }

    /** Before a step; after the last one where {@code step} is how many there are. */
    final double sigma(int step) {
        return table.sigmas()[step];
    }

    final boolean isLast(int step) {
        return step == table.steps() - 1;
    }

    static void sameLength(float[] one, float[] other) {
        if (one.length != other.length) {
            throw new IllegalArgumentException("tensors of " + one.length + " and " + other.length + " numbers");
        }
    }

    /** {@code state = ofState * state + ofOther * other}. */
    static void mix(float[] state, double ofState, float[] other, double ofOther) {
        sameLength(state, other);
        for (int i = 0; i < state.length; i++) {
            state[i] = (float) (ofState * state[i] + ofOther * other[i]);
        }
    }
}
