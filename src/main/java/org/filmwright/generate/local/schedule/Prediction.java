package org.filmwright.generate.local.schedule;

/**
 * What a model's answer m says of a state x = x0 + sigma * noise. The clean x0 is {@code ofState * x + ofOutput * m}
 * (diffusion.md 8).
 */
public enum Prediction {
    /** The noise in the state. */
    EPSILON,
    /** Velocity, between noise and picture (Salimans and Ho 2022). */
    VELOCITY,
    /** The clean picture itself. */
    SAMPLE;

    double ofState(double sigma) {
        return switch (this) {
            case EPSILON -> 1;
            case VELOCITY -> 1 / (sigma * sigma + 1);
            case SAMPLE -> 0;
        };
    }

    double ofOutput(double sigma) {
        return switch (this) {
            case EPSILON -> -sigma;
            case VELOCITY -> -sigma / Math.sqrt(sigma * sigma + 1);
            case SAMPLE -> 1;
        };
    }
}
