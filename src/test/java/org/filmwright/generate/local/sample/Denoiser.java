package org.filmwright.generate.local.sample;

/**
 * What a sample's transformer or UNet answers, so that the right picture can be computed by hand. Where one number is told, all
 * numbers of the answer (of one picture of the batch) are that number.
 */
public sealed interface Denoiser {
    /** Always the same: from noise n Euler ends at s0 (n - e), a flow at n - e, in any number of steps. */
    record Constant(float e) implements Denoiser {}

    /**
     * The perfect one, which always ends at a picture of latents {@code x0}: (x - x0) / timestep in a flow; else the noise (or
     * the velocity) that a state of the scaled-linear schedule has, looked up by its timestep.
     */
    record Towards(float x0) implements Denoiser {}

    /** FLUX: each row answers 1000 |id0| + id1 + id2 / 100 of its place, and 100 times the sum of all |txt_ids| more. */
    record Places() implements Denoiser {}

    /** The mean of encoder_hidden_states. */
    record Words() implements Denoiser {}

    /** The mean of pooled_projections or text_embeds. */
    record Pooled() implements Denoiser {}

    /** SDXL: the six time_ids as digits, (((((h 10 + w) 10 + top) 10 + left) 10 + h) 10 + w), in thousandths. */
    record Sizes() implements Denoiser {}

    /** FLUX-dev: the guidance; LCM: the mean of timestep_cond. */
    record Guidance() implements Denoiser {}

    /** The timestep as it came in. */
    record Time() implements Denoiser {}

    /** Half of what it was given: shows how the state was scaled. */
    record Half() implements Denoiser {}

    /** Zero after so many rounds of a Loop: a thousand million take minutes, and end at once when asked to. */
    record Slow(long rounds) implements Denoiser {}

    /** Zero, by way of a MatMul in bfloat16, which the CPU cannot do. */
    record Bfloat() implements Denoiser {}

    /** Not a number. */
    record Nan() implements Denoiser {}
}
