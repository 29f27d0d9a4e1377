package org.filmwright.generate.local.schedule;

/** States are x0 + sigma * noise; the model is shown them scaled to variance 1 (Karras et al. 2022, table 1, VE and VP). */
abstract sealed class VarianceExploding extends TimedScheduler permits EulerScheduler, EulerAncestralScheduler {
    private final Prediction prediction;
    private final double first;

    VarianceExploding(Timetable table, Prediction prediction, Spacing spacing) {
        super(table);
        this.prediction = prediction;
        // Leading spacing begins so far below the last level that the picture itself is taken to have variance 1.
        this.first = spacing == Spacing.LEADING ? Math.hypot(sigma(0), 1) : sigma(0);
    }

    @Override
    public final void begin(float[] noise) {
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (float) (first * noise[i]);
        }
    }

    @Override
    public final void begin(float[] clean, float[] noise) {
        mix(clean, 1, noise, sigma(0));
    }

    @Override
    public final void scale(float[] state, int step, float[] input) {
        sameLength(state, input);
        double scale = 1 / Math.hypot(sigma(step), 1);
        for (int i = 0; i < state.length; i++) {
            input[i] = (float) (scale * state[i]);
        }
    }

    /** One step of Euler's method, x + (x - x0) / sigma * (target - sigma), with x0 put in as what it is made of. */
    final void advance(float[] output, int step, float[] state, double target) {
        double sigma = sigma(step);
        double stride = (target - sigma) / sigma;
        mix(state, 1 + (1 - prediction.ofState(sigma)) * stride, output, -prediction.ofOutput(sigma) * stride);
    }
}
