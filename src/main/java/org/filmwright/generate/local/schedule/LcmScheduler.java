package org.filmwright.generate.local.schedule;

import java.util.OptionalDouble;
import org.filmwright.generate.local.noise.Noise;

/** Multistep consistency sampling (Luo et al. 2023, algorithm 3): each step ends clean; all but the last add noise again. */
final class LcmScheduler extends VariancePreserving {
    /** Variance of the pictures, a half squared, in the boundary condition. */
    private static final double VARIANCE = .25;
    private final double scaling;
    private final double most;
    private float[] drawn = {};

    LcmScheduler(Timetable table, Prediction prediction, double scaling, OptionalDouble clip) {
        super(table, prediction);
        this.scaling = scaling;
        this.most = clip.orElse(Double.POSITIVE_INFINITY);
    }

    /** How much of the state is kept: all of it at timestep 0. */
    static double skip(double scaledTimestep) {
        return VARIANCE / (scaledTimestep * scaledTimestep + VARIANCE);
    }

    /** How much of the clean picture is taken: nothing at timestep 0. */
    static double out(double scaledTimestep) {
        return scaledTimestep / Math.sqrt(scaledTimestep * scaledTimestep + VARIANCE);
    }

    @Override
    public void step(float[] output, int step, float[] state, Noise noise) {
        sameLength(output, state);
        double ofState = ofState(sigma(step));
        double ofOutput = ofOutput(sigma(step));
        double skip = skip(scaling * timestep(step));
        double out = out(scaling * timestep(step));
        for (int i = 0; i < state.length; i++) {
            double clean = Math.clamp(ofState * state[i] + ofOutput * output[i], -most, most);
            state[i] = (float) (out * clean + skip * state[i]);
        }
        if (!isLast(step)) {
            addNoise(state, sigma(step + 1), noise);
        }
    }

    private void addNoise(float[] state, double sigma, Noise noise) {
        if (drawn.length != state.length) {
            drawn = new float[state.length];
        }
        noise.fill(drawn);
        mix(state, signal(sigma), drawn, noise(sigma));
    }
}
