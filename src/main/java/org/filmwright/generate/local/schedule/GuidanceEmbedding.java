package org.filmwright.generate.local.schedule;

/** What a distilled model is told of guidance, instead of being asked twice: {@code timestep_cond} (diffusion.md 8). */
public final class GuidanceEmbedding {
    private static final float LOG_10000 = (float) Math.log(10_000);

    private GuidanceEmbedding() {}

    /**
     * Sines, then cosines, of (guidance - 1) * 1000 times falling frequencies. Rounded to float32 where the models' own code does
     * it: what is left of an angle of thousands after rounding is what they were trained on.
     *
     * @param dimensions {@code time_cond_proj_dim} of the model, at least 4; an odd one ends with a 0
     */
    public static float[] of(double guidance, int dimensions) {
        if (dimensions < 4) {
            throw new IllegalArgumentException(dimensions + " dimensions");
        }
        int half = dimensions / 2;
        float[] embedding = new float[dimensions];
        float weight = (float) ((guidance - 1) * 1000);
        float fall = LOG_10000 / (half - 1);
        for (int k = 0; k < half; k++) {
            float angle = weight * (float) Math.exp(-(k * fall));
            embedding[k] = (float) Math.sin(angle);
            embedding[half + k] = (float) Math.cos(angle);
        }
        return embedding;
    }
}
