package org.filmwright.generate.local.sample;

/** The kinds of model folders there are samples of. */
public enum Family {
    FLUX("FluxPipeline"), SD("StableDiffusionPipeline"), SD_TURBO("StableDiffusionPipeline"), SDXL(
            "StableDiffusionXLPipeline"), SDXL_TURBO(
                    "StableDiffusionXLPipeline"), LCM("LatentConsistencyModelPipeline");

    final String pipeline;

    Family(String pipeline) {
        this.pipeline = pipeline;
    }

    boolean isXl() {
        return this == SDXL || this == SDXL_TURBO;
    }

    /** Width of encoder_hidden_states. */
    int words() {
        return switch (this) {
            case FLUX -> SampleModel.T5_WIDTH;
            case SDXL, SDXL_TURBO -> SampleModel.CLIP_WIDTH + SampleModel.BIG_WIDTH;
            case SD, SD_TURBO, LCM -> SampleModel.CLIP_WIDTH;
        };
    }

    /** Width of pooled_projections or text_embeds; 0 for none. */
    int pooled() {
        return switch (this) {
            case FLUX -> SampleModel.CLIP_WIDTH;
            case SDXL, SDXL_TURBO -> SampleModel.PROJECTION;
            case SD, SD_TURBO, LCM -> 0;
        };
    }
}
