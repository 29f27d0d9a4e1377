package org.filmwright.generate.local.schedule;

import java.util.OptionalDouble;
import org.filmwright.generate.local.noise.Noise;

/** Denoising diffusion implicit models (Song et al. 2020, equation 12), eta 0. */
final class DdimScheduler extends VariancePreserving {
    private final double[] targets;
    private final double most;

    /** @param targets the sigma that each step goes to: a stride of timesteps below, which is not always the next one's */
    DdimScheduler(Timetable table, Prediction prediction, double[] targets, OptionalDouble clip) {
        super(table, prediction);
        this.targets = targets;
        this.most = clip.orElse(Double.POSITIVE_INFINITY);
    }

    @Override
    public void step(float[] output, int step, float[] state, Noise noise) {
        sameLength(output, state);
        double sigma = sigma(step);
        double ofState = ofState(sigma);
        double ofOutput = ofOutput(sigma);
        double signal = signal(sigma);
        double spread = noise(sigma);
        double nextSignal = signal(targets[step]);
        double nextSpread = noise(targets[step]);
        for (int i = 0; i < state.length; i++) {
            double clean = ofState * state[i] + ofOutput * output[i];
            double direction = (state[i] - signal * clean) / spread;
            state[i] = (float) (nextSignal * Math.clamp(clean, -most, most) + nextSpread * direction);
        }
    }
}
