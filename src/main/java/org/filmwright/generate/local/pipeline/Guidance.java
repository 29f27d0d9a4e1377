package org.filmwright.generate.local.pipeline;

import java.util.Optional;

/**
 * What a UNet is told beside the picture.
 *
 * @param words what to paint
 * @param without what it is led away from; empty where the model is asked once a step
 * @param scale how strongly
 * @param embedding of the scale, for models that learned to be told (LCM); else empty
 * @param frame SDXL's (height, width, crop top, crop left, height, width); else empty
 */
record Guidance(Encoded words, Optional<Encoded> without, double scale, float[] embedding, float[] frame) {
    int batch() {
        return without.isPresent() ? 2 : 1;
    }
}
