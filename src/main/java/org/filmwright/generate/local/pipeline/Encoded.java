package org.filmwright.generate.local.pipeline;

/**
 * Words as a model understands them.
 *
 * @param sequence {@code tokens} x {@code width} numbers, row by row
 * @param pooled one row for all the words; empty where the encoder gives none
 */
record Encoded(float[] sequence, int tokens, int width, float[] pooled) {
    /** What stands for no words at all in models that are told so by zeros. */
    Encoded zeros() {
        return new Encoded(new float[sequence.length], tokens, width, new float[pooled.length]);
    }

    /** Beside another one of as many tokens: its columns follow ours, its pooled row is taken (SDXL). */
    Encoded beside(Encoded other) {
        float[] both = new float[sequence.length + other.sequence.length];
        for (int row = 0; row < tokens; row++) {
            System.arraycopy(sequence, row * width, both, row * (width + other.width), width);
            System.arraycopy(other.sequence, row * other.width, both, row * (width + other.width) + width, other.width);
        }
        return new Encoded(both, tokens, width + other.width, other.pooled);
    }
}
