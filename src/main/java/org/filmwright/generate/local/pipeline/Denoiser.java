package org.filmwright.generate.local.pipeline;

import org.filmwright.generate.local.graph.Bare;
import org.filmwright.generate.local.graph.Halt;
import org.filmwright.generate.local.graph.PaintFailed;

/** A denoising model that was told what to paint. Its rooms are made once and used in every step. */
interface Denoiser extends AutoCloseable {
    /** Latents (NCHW) as this model keeps them from step to step. */
    float[] arranged(float[] nchw);

    /** Back from {@link #arranged} to NCHW. */
    float[] plain(float[] state);

    /** What the model answers to {@code input} at one step. */
    void predict(float[] input, double timestep, double sigma, float[] output, Halt halt) throws PaintFailed;

    /** The calls of the runtime that one {@link #predict} comes to, on the same rooms. */
    Bare bare();

    @Override
    void close();
}
