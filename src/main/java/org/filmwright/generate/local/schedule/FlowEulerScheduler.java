package org.filmwright.generate.local.schedule;

import org.filmwright.generate.local.noise.Noise;

/**
 * Euler's method for flow matching (Lipman et al. 2022): states are (1 - sigma) * x0 + sigma * noise, the model answers with the
 * velocity noise - x0. Timesteps are sigmas times what noise alone is called, 1000; a graph of FLUX multiplies by itself and is
 * given the sigma.
 */
final class FlowEulerScheduler extends TimedScheduler {
    FlowEulerScheduler(Timetable table) {
        super(table);
    }

    @Override
    public void begin(float[] noise) {}

    @Override
    public void begin(float[] clean, float[] noise) {
        mix(clean, 1 - sigma(0), noise, sigma(0));
    }

    @Override
    public void scale(float[] state, int step, float[] input) {
        sameLength(state, input);
        System.arraycopy(state, 0, input, 0, state.length);
    }

    @Override
    public void step(float[] output, int step, float[] state, Noise noise) {
        mix(state, 1, output, sigma(step + 1) - sigma(step));
    }
}
