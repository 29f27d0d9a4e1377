package org.filmwright.generate.local.pipeline;

import org.filmwright.base.FrameSize;
import org.filmwright.generate.local.model.ModelFolder;

/**
 * A picture as the denoiser sees it: {@code channels} planes of {@code height} x {@code width}, one number for
 * {@code factor} x {@code factor} pixels.
 */
record LatentSize(int channels, int height, int width, int factor) {
    static LatentSize of(FrameSize size, ModelFolder.Vae vae) {
        return new LatentSize(vae.channels(), size.height() / vae.factor(), size.width() / vae.factor(), vae.factor());
    }

    int pixelsHigh() {
        return height * factor;
    }

    int pixelsWide() {
        return width * factor;
    }

    int length() {
        return channels * height * width;
    }

    /** As a batch of {@code batch}: N, C, H, W. */
    long[] shape(int batch) {
        return new long[]{batch, channels, height, width};
    }
}
