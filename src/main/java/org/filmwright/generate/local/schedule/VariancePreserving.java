package org.filmwright.generate.local.schedule;

/**
 * States are signal * x0 + noise * n, of which signal and noise are sqrt(a) and sqrt(1 - a): of variance 1 at every level, and
 * shown to the model as they are.
 */
abstract sealed class VariancePreserving extends TimedScheduler
        permits DdimScheduler, DpmSolverScheduler, LcmScheduler, PndmScheduler {
    private final Prediction prediction;

    VariancePreserving(Timetable table, Prediction prediction) {
        super(table);
        this.prediction = prediction;
    }

    @Override
    public final void begin(float[] noise) {}

    @Override
    public final void begin(float[] clean, float[] noise) {
        mix(clean, signal(sigma(0)), noise, noise(sigma(0)));
    }

    @Override
    public final void scale(float[] state, int step, float[] input) {
        sameLength(state, input);
        System.arraycopy(state, 0, input, 0, state.length);
    }

    static double signal(double sigma) {
        return 1 / Math.hypot(sigma, 1);
    }

    static double noise(double sigma) {
        return sigma / Math.hypot(sigma, 1);
    }

    /** How much of the state the clean picture is made of. */
    final double ofState(double sigma) {
        return prediction.ofState(sigma) / signal(sigma);
    }

    /** How much of the model's answer the clean picture is made of. */
    final double ofOutput(double sigma) {
        return prediction.ofOutput(sigma);
    }
}
