package org.filmwright.generate.local.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The JSON files of a sample in the layout of diffusers, with what real ones say in the places that matter. */
final class Configs {
    private final SampleModel sample;
    private final Path folder;

    private Configs(SampleModel sample, Path folder) {
        this.sample = sample;
        this.folder = folder;
    }

    static void write(SampleModel sample, Path folder) throws IOException {
        Configs configs = new Configs(sample, folder);
        configs.index();
        configs.put("scheduler", "scheduler_config.json", configs.scheduler());
        configs.texts();
        configs.denoiser();
        configs.vae("vae_decoder");
        configs.vae("vae_encoder");
        Files.writeString(folder.resolve("LICENSE"), "A sample: do with it what you like.\n");
    }

    private void index() throws IOException {
        boolean flux = sample.family == Family.FLUX;
        boolean two = flux || sample.family.isXl();
        String second = two
                ? """
                          "text_encoder_2": ["transformers", "%s"],
                          "tokenizer_2": ["transformers", "%s"],
                        """.formatted(flux ? "T5EncoderModel" : "CLIPTextModelWithProjection",
                        flux ? "T5TokenizerFast" : "CLIPTokenizer")
                : "";
        put(".", "model_index.json", """
                {
                  "_class_name": "%s",
                  "_diffusers_version": "0.31.0",%s
                  "scheduler": ["diffusers", "%s"],
                  "text_encoder": ["transformers", "CLIPTextModel"],
                  "tokenizer": ["transformers", "CLIPTokenizer"],
                %s  "%s": ["diffusers", "%s"],
                  "vae": ["diffusers", "AutoencoderKL"]
                }
                """.formatted(sample.family.pipeline,
                sample.family.isXl() ? "\n  \"force_zeros_for_empty_prompt\": true," : "", schedulerClass(), second,
                flux ? "transformer" : "unet", flux ? "FluxTransformer2DModel" : "UNet2DConditionModel"));
    }

    private String schedulerClass() {
        return switch (sample.family) {
            case FLUX -> "FlowMatchEulerDiscreteScheduler";
            case SD -> "DDIMScheduler";
            case SD_TURBO, SDXL -> "EulerDiscreteScheduler";
            case SDXL_TURBO -> "EulerAncestralDiscreteScheduler";
            case LCM -> "LCMScheduler";
        };
    }

    private String scheduler() {
        if (sample.family == Family.FLUX) {
            return """
                    {"_class_name": "%s", "num_train_timesteps": 1000, "shift": %s, "use_dynamic_shifting": %b,
                     "base_shift": 0.5, "max_shift": 1.15, "base_image_seq_len": 256, "max_image_seq_len": 4096}
                    """.formatted(schedulerClass(), sample.guidance ? "3.0" : "1.0", sample.guidance);
        }
        boolean turbo = sample.family == Family.SD_TURBO || sample.family == Family.SDXL_TURBO;
        return """
                {"_class_name": "%s", "num_train_timesteps": 1000, "beta_start": 0.00085, "beta_end": 0.012,
                 "beta_schedule": "scaled_linear", "prediction_type": "%s", "timestep_spacing": "%s",
                 "steps_offset": 1, "set_alpha_to_one": %b%s}
                """.formatted(schedulerClass(), sample.velocity ? "v_prediction" : "epsilon",
                turbo ? "trailing" : "leading", sample.family == Family.LCM,
                sample.family == Family.LCM
                        ? ", \"original_inference_steps\": 50, \"timestep_scaling\": 10.0"
                        : "");
    }

    private void texts() throws IOException {
        put("text_encoder", "config.json", clip("CLIPTextModel", SampleModel.CLIP_WIDTH, SampleModel.CLIP_LAYERS));
        if (sample.family.isXl()) {
            put("text_encoder_2", "config.json",
                    clip("CLIPTextModelWithProjection", SampleModel.BIG_WIDTH, SampleModel.BIG_LAYERS));
        } else if (sample.family == Family.FLUX) {
            put("text_encoder_2", "config.json", """
                    {"architectures": ["T5EncoderModel"], "model_type": "t5", "d_model": %d, "num_layers": 1,
                     "vocab_size": %d, "pad_token_id": 0, "eos_token_id": 1}
                    """.formatted(SampleModel.T5_WIDTH, Texts.ROWS));
        }
    }

    private static String clip(String kind, int width, int layers) {
        return """
                {"architectures": ["%s"], "model_type": "clip_text_model", "hidden_size": %d, "num_hidden_layers": %d,
                 "max_position_embeddings": %d, "projection_dim": %d, "vocab_size": %d}
                """.formatted(kind, width, layers, SampleModel.CLIP_LENGTH, SampleModel.PROJECTION, Texts.ROWS);
    }

    private void denoiser() throws IOException {
        if (sample.family == Family.FLUX) {
            put("transformer", "config.json",
                    """
                            {"_class_name": "FluxTransformer2DModel", "patch_size": 1, "in_channels": %d, "num_layers": 1,
                             "num_single_layers": 1, "joint_attention_dim": %d, "pooled_projection_dim": %d, "guidance_embeds": %b}
                            """
                            .formatted(4 * sample.latents, SampleModel.T5_WIDTH, SampleModel.CLIP_WIDTH,
                                    sample.guidance));
            return;
        }
        put("unet", "config.json", """
                {"_class_name": "UNet2DConditionModel", "in_channels": %d, "out_channels": %d, "sample_size": 8,
                 "cross_attention_dim": %d, "time_cond_proj_dim": %s}
                """.formatted(sample.latents, sample.latents, sample.family.words(),
                sample.family == Family.LCM ? Integer.toString(SampleModel.CONDITION) : "null"));
    }

    private void vae(String part) throws IOException {
        String scaling = switch (sample.family) {
            case FLUX -> "\"scaling_factor\": 0.3611, \"shift_factor\": 0.1159, \"force_upcast\": true,";
            case SDXL, SDXL_TURBO -> "\"scaling_factor\": 0.13025, \"force_upcast\": true,";
            // As in the first exports of Stable Diffusion, which leave it to the pipeline.
            case SD, SD_TURBO, LCM -> "";
        };
        put(part, "config.json", """
                {"_class_name": "AutoencoderKL", "in_channels": 3, "out_channels": 3, "latent_channels": %d, %s
                 "block_out_channels": [128, 256, 512, 512], "sample_size": 64}
                """.formatted(sample.latents, scaling));
    }

    private void put(String part, String name, String text) throws IOException {
        if (sample.has(part)) {
            Files.createDirectories(folder.resolve(part));
            Files.writeString(folder.resolve(part).resolve(name), text);
        }
    }
}
