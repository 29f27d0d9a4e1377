package org.filmwright.generate.local.schedule;

import org.filmwright.generate.local.noise.Noise;

/** Euler's method, without noise (Karras et al. 2022, algorithm 2 without churn and correction). */
final class EulerScheduler extends VarianceExploding {
    EulerScheduler(Timetable table, Prediction prediction, Spacing spacing) {
        super(table, prediction, spacing);
    }

    @Override
    public void step(float[] output, int step, float[] state, Noise noise) {
        advance(output, step, state, sigma(step + 1));
    }
}
