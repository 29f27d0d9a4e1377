package org.filmwright.generate.local.schedule;

import org.filmwright.generate.local.noise.Noise;

/**
 * The way from noise to a picture: which steps there are, and what one does with a model's answer. Tables in double, state in
 * float32, whatever the model computes in. It keeps what earlier steps left, so one object serves one picture, step after
 * step. Arrays are tensors of any shape, all of the same length; they are changed in place and never kept.
 */
public interface Scheduler {
    /**
     * What the model is told about each step, for image-to-image only the steps that are left. Of flow matching they are 1000 times
     * the sigmas; a graph of FLUX multiplies by itself and is told the sigma.
     */
    double[] timesteps();

    /** Noise level before each step, and after the last one: one more than {@link #timesteps()}. */
    double[] sigmas();

    /** In place, turns noise (standard normal) into the state before the first step of a picture from noise alone. */
    void begin(float[] noise);

    /**
     * Turns a clean picture into the state before the first step of image-to-image.
     *
     * @param clean latents of the picture; becomes the state
     */
    void begin(float[] clean, float[] noise);

    /** Writes what the model is shown of {@code state} at a step into {@code input}. */
    void scale(float[] state, int step, float[] input);

    /**
     * Does one step.
     *
     * @param output the model's answer
     * @param state becomes the state after the step
     * @param noise drawn from where this kind of step adds noise
     */
    void step(float[] output, int step, float[] state, Noise noise);
}
