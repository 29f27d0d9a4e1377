package org.filmwright.review;

/**
 * How well a picture shows what its shot asks for, as a model of pictures and words sees it (CLIP). Only good for comparing
 * takes of one shot: which figure is good depends on model and prompt.
 *
 * @param likeness cosine of picture and prompt, -1..1; pictures that show it have about 0.25 to 0.35
 */
public record PromptMatch(double likeness) {
    public PromptMatch {
        if (!(likeness >= -1.01 && likeness <= 1.01)) {
            throw new IllegalArgumentException("No cosine: " + likeness);
        }
    }

    /** 0 to 100. */
    public int ofHundred() {
        return Math.clamp(Math.round(100 * likeness), 0, 100);
    }
}
