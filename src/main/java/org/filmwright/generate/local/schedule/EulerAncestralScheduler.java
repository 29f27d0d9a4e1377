package org.filmwright.generate.local.schedule;

import org.filmwright.generate.local.noise.Noise;

/** Euler's method to a level below the next one, and noise back up to it; the last step draws noise too, times 0. */
final class EulerAncestralScheduler extends VarianceExploding {
    private float[] drawn = {};

    EulerAncestralScheduler(Timetable table, Prediction prediction, Spacing spacing) {
        super(table, prediction, spacing);
    }

    @Override
    public void step(float[] output, int step, float[] state, Noise noise) {
        double from = sigma(step);
        double to = sigma(step + 1);
        double up = to * Math.sqrt((from - to) * (from + to)) / from;
        double down = Math.sqrt((to - up) * (to + up));
        advance(output, step, state, down);
        if (drawn.length != state.length) {
            drawn = new float[state.length];
        }
        noise.fill(drawn);
        mix(state, 1, drawn, up);
    }
}
