package org.filmwright.generate.local.schedule;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import org.filmwright.base.Outcome;

/**
 * What a model's {@code scheduler_config.json} says of how it is sampled: each record is one {@code _class_name} of diffusers,
 * and what a file leaves out is what that class takes for granted. What Filmwright cannot do as it is asked, is refused with its
 * value, so that no picture comes of a guess.
 */
public sealed interface SchedulerSettings {
    static Outcome<SchedulerSettings> of(JsonNode json) {
        return new SettingsReader(json).read();
    }

    /** Reads a model's file, which may have what JSON itself has not: {@code -Infinity}. */
    static Outcome<SchedulerSettings> open(Path file) {
        return SettingsReader.open(file);
    }

    /**
     * Flow matching: FLUX.
     *
     * @param timesteps what noise alone is called as a timestep: 1000
     * @param shift of all noise levels; 1 for none; not used with {@code bySize}
     */
    record Flow(int timesteps, double shift, Optional<ShiftBySize> bySize) implements SchedulerSettings {}

    /** A shift that grows with a picture's packed tokens, in a straight line through two points. */
    record ShiftBySize(double least, double most, int leastTokens, int mostTokens) {
        double at(int tokens) {
            return least + (most - least) * (tokens - leastTokens) / (mostTokens - leastTokens);
        }
    }

    record Euler(Diffusion diffusion, boolean karras) implements SchedulerSettings {}

    record EulerAncestral(Diffusion diffusion) implements SchedulerSettings {}

    /**
     * DPM-Solver++ of second order, in several steps, without noise.
     *
     * @param end how the last step is done that does not go to a clean picture; one that does is of first order anyway
     */
    record DpmSolver(Diffusion diffusion, boolean karras, End end) implements SchedulerSettings {}

    /** Of which order the last step is. */
    enum End {
        FIRST_ORDER, FIRST_ORDER_OF_FEW_STEPS, SECOND_ORDER
    }

    /**
     * Without noise (eta 0).
     *
     * @param clip how far a clean value may be from 0
     */
    record Ddim(Diffusion diffusion, OptionalDouble clip) implements SchedulerSettings {}

    /** Pseudo numerical methods in several steps, without the Runge-Kutta steps at the beginning. */
    record Pndm(Diffusion diffusion) implements SchedulerSettings {}

    /**
     * Latent consistency.
     *
     * @param grid how many timesteps the model was distilled with
     * @param scaling of timesteps in the boundary condition
     * @param clip how far a clean value may be from 0
     */
    record Consistency(Training training, Prediction prediction, int grid, double scaling, OptionalDouble clip)
            implements
                SchedulerSettings {}

    /**
     * @param offset added to the timesteps of leading spacing
     * @param toClean whether the last step goes to a clean picture, not to the lowest level of training
     */
    record Diffusion(Training training, Prediction prediction, Spacing spacing, int offset, boolean toClean) {}

    /** @param scaled whether the square roots of the betas lie on a straight line, or the betas themselves do */
    record Training(int timesteps, double betaStart, double betaEnd, boolean scaled) {
        /** Of Stable Diffusion and what was made of it. */
        public static final Training STABLE_DIFFUSION = new Training(1000, .00085, .012, true);

        public Training {
            if (timesteps < 2 || !(0 < betaStart && betaStart <= betaEnd && betaEnd < 1)) {
                throw new IllegalArgumentException(timesteps + " timesteps, betas " + betaStart + " to " + betaEnd);
            }
        }

        double beta(int timestep) {
            double part = timestep / (timesteps - 1.0);
            if (!scaled) {
                return betaStart + part * (betaEnd - betaStart);
            }
            double root = Math.sqrt(betaStart) + part * (Math.sqrt(betaEnd) - Math.sqrt(betaStart));
            return root * root;
        }
    }
}
