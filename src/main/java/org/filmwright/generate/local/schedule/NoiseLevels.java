package org.filmwright.generate.local.schedule;

import java.util.Arrays;
import org.filmwright.generate.local.schedule.SchedulerSettings.Training;

/**
 * How noisy the pictures were that a model saw at each timestep of its training: sigma(t) = sqrt((1 - a) / a), a being the
 * product of all 1 - beta up to t (Ho et al. 2020; Karras et al. 2022).
 */
final class NoiseLevels {
    /** Of Karras et al. 2022. */
    private static final double RHO = 7;
    private final double[] sigmas;

    private NoiseLevels(double[] sigmas) {
        this.sigmas = sigmas;
    }

    static NoiseLevels of(Training training) {
        double[] sigmas = new double[training.timesteps()];
        double kept = 1;
        for (int t = 0; t < sigmas.length; t++) {
            kept *= 1 - training.beta(t);
            sigmas[t] = Math.sqrt((1 - kept) / kept);
        }
        return new NoiseLevels(sigmas);
    }

    int count() {
        return sigmas.length;
    }

    /** The lowest levels, for a picture that begins with less noise. @param strength above 0 to 1 */
    NoiseLevels below(double strength) {
        return new NoiseLevels(Arrays.copyOf(sigmas, (int) Math.rint(sigmas.length * strength)));
    }

    /** Sigma at a timestep, in a straight line between whole ones; outside of them that of the nearest. */
    double at(double timestep) {
        int low = Math.clamp((long) Math.floor(timestep), 0, sigmas.length - 1);
        int high = Math.min(low + 1, sigmas.length - 1);
        double part = Math.clamp(timestep - low, 0.0, 1.0);
        return sigmas[low] + part * (sigmas[high] - sigmas[low]);
    }

    double[] at(double[] timesteps) {
        return Arrays.stream(timesteps).map(this::at).toArray();
    }

    double least() {
        return sigmas[0];
    }

    double most() {
        return sigmas[sigmas.length - 1];
    }

    /** The timestep of a sigma, in a straight line between the logarithms of sigmas. */
    double timestep(double sigma) {
        int found = Arrays.binarySearch(sigmas, sigma);
        if (found >= 0 || sigmas.length == 1) {
            return Math.max(found, 0);
        }
        int high = Math.clamp(-found - 1, 1, sigmas.length - 1);
        double low = Math.log(sigmas[high - 1]);
        return high - 1 + Math.clamp((Math.log(sigma) - low) / (Math.log(sigmas[high]) - low), 0.0, 1.0);
    }

    /** Sigmas that lie closer the lower they are (Karras et al. 2022, equation 5). */
    static double[] karras(double most, double least, int steps) {
        double from = Math.pow(most, 1 / RHO);
        double to = Math.pow(least, 1 / RHO);
        double[] spread = new double[steps];
        spread[0] = most;
        for (int i = 1; i < steps; i++) {
            spread[i] = i == steps - 1 ? least : Math.pow(from + i / (steps - 1.0) * (to - from), RHO);
        }
        return spread;
    }
}
