package org.filmwright.generate.local.noise;

/** Random numbers of the standard normal distribution, always the same ones in the same order for the same seed. */
public interface Noise {
    /**
     * One draw: fills all of {@code into}. What a draw of n numbers gives depends on n, so a tensor is drawn at once, in NCHW
     * order.
     */
    void fill(float[] into);
}
