package org.filmwright.generate.local.schedule;

/**
 * How far a picture has to go.
 *
 * @param steps that are asked for, at least 1
 * @param strength of image-to-image, above 0 and at most 1; 1 from noise alone
 * @param tokens of a picture for models that shift their levels by its size (FLUX-dev): packed latents, (H/16)(W/16); else 0
 * @param exact whether image-to-image with few steps spreads all of them below {@code strength} instead of dropping some
 */
public record Course(int steps, double strength, int tokens, boolean exact) {
    public Course {
        if (steps < 1 || !(strength > 0 && strength <= 1) || tokens < 0) {
            throw new IllegalArgumentException("steps " + steps + ", strength " + strength + ", tokens " + tokens);
        }
    }

    public static Course fromNoise(int steps) {
        return new Course(steps, 1, 0, false);
    }
}
