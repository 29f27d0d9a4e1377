package org.filmwright.generate.local.schedule;

import org.filmwright.generate.local.noise.Noise;

/**
 * DPM-Solver++(2M) (Lu et al. 2022, algorithm 2), midpoint. The first step has no step before it and is of first order; so is the
 * last one where it goes to a clean picture.
 */
final class DpmSolverScheduler extends VariancePreserving {
    private final boolean straightEnd;
    private float[] before = {};

    /** @param straightEnd whether the last step is of first order wherever it goes */
    DpmSolverScheduler(Timetable table, Prediction prediction, boolean straightEnd) {
        super(table, prediction);
        this.straightEnd = straightEnd;
    }

    @Override
    public void step(float[] output, int step, float[] state, Noise noise) {
        sameLength(output, state);
        if (before.length != state.length) {
            before = new float[state.length];
        }
        double from = sigma(step);
        double to = sigma(step + 1);
        double ofState = ofState(from);
        double ofOutput = ofOutput(from);
        double keep = noise(to) / noise(from);
        // e^-h is to / from, h being how much the logarithm of signal to noise grows.
        double take = signal(to) * (1 - to / from);
        double bend = bend(step);
        for (int i = 0; i < state.length; i++) {
            float clean = (float) (ofState * state[i] + ofOutput * output[i]);
            double ahead = bend == 0 ? clean : clean + bend * (clean - before[i]);
            state[i] = (float) (keep * state[i] + take * ahead);
            before[i] = clean;
        }
    }

    /** How much of the way that x0 went since the last step it is taken to go on. */
    private double bend(int step) {
        boolean straight = step == 0 || isLast(step) && (straightEnd || sigma(step + 1) == 0);
        return straight ? 0 : .5 * Math.log(sigma(step) / sigma(step + 1)) / Math.log(sigma(step - 1) / sigma(step));
    }
}
