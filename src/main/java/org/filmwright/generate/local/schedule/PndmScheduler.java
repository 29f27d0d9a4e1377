package org.filmwright.generate.local.schedule;

import org.filmwright.generate.local.noise.Noise;

/**
 * Pseudo numerical methods for diffusion models (Liu et al. 2022) in the linear multi-step form that plain Stable Diffusion was
 * published with: the way goes as in DDIM, along a mean of the last four answers. The second timestep is asked twice, first
 * from where a plain step would lead, to make up for the answers that are not there yet.
 */
final class PndmScheduler extends VariancePreserving {
    private static final double[][] WEIGHTS = {{1}, {3 / 2.0, -1 / 2.0}, {23 / 12.0, -16 / 12.0, 5 / 12.0}, {55 / 24.0,
        -59 / 24.0, 37 / 24.0, -9 / 24.0}};

    private final double[] targets;
    private float[][] answers = {};
    private float[] first = {};
    private float[] mean = {};
    private int known;

    /** @param table with its second timestep twice; @param targets the sigma that each step goes to */
    PndmScheduler(Timetable table, Prediction prediction, double[] targets) {
        super(table, prediction);
        this.targets = targets;
    }

    @Override
    public void step(float[] output, int step, float[] state, Noise noise) {
        sameLength(output, state);
        if (step == 0) {
            prepare(state);
        }
        if (step == 1) {
            for (int i = 0; i < state.length; i++) {
                mean[i] = (output[i] + answers[0][i]) / 2;
            }
            System.arraycopy(first, 0, state, 0, state.length);
            go(state, sigma(0), targets[0]);
        } else {
            keep(output);
            average();
            go(state, sigma(step), targets[step]);
        }
    }

    private void prepare(float[] state) {
        known = 0;
        if (first.length != state.length) {
            answers = new float[WEIGHTS.length][state.length];
            mean = new float[state.length];
        }
        first = state.clone();
    }

    /** The newest lies first. */
    private void keep(float[] output) {
        float[] oldest = answers[WEIGHTS.length - 1];
        System.arraycopy(answers, 0, answers, 1, WEIGHTS.length - 1);
        answers[0] = oldest;
        System.arraycopy(output, 0, oldest, 0, output.length);
        known = Math.min(known + 1, WEIGHTS.length);
    }

    private void average() {
        double[] weights = WEIGHTS[known - 1];
        for (int i = 0; i < mean.length; i++) {
            double sum = 0;
            for (int age = 0; age < known; age++) {
                sum += weights[age] * answers[age][i];
            }
            mean[i] = (float) sum;
        }
    }

    private void go(float[] state, double from, double to) {
        double ofState = ofState(from);
        double ofOutput = ofOutput(from);
        double signal = signal(from);
        double spread = noise(from);
        for (int i = 0; i < state.length; i++) {
            double clean = ofState * state[i] + ofOutput * mean[i];
            state[i] = (float) (signal(to) * clean + noise(to) * (state[i] - signal * clean) / spread);
        }
    }
}
