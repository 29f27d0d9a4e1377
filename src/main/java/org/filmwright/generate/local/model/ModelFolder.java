package org.filmwright.generate.local.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.filmwright.base.Outcome;

/**
 * A model for pictures as it lies on the disk, read without loading it: the folders of diffusers (as optimum, Olive and
 * OnnxStack write them), or those of the TensorRT demos, which hold FLUX without any configuration. What graphs take and give
 * is not known here; that they are whole is.
 *
 * @param folder its real path
 * @param scheduler scheduler_config.json; what FLUX.1-schnell has where the layout has none
 * @param zerosForEmptyPrompt without a negative prompt the unconditional words are zeros, not those of an empty text (SDXL)
 * @param licence the file that says what may be done with it
 */
public record ModelFolder(Path folder, Kind kind, Parts parts, Settings settings, JsonNode scheduler,
        boolean zerosForEmptyPrompt, Optional<Path> licence) {

    /** How a model paints: what is asked of it, and with which numbers where its configuration says none. */
    public enum Family {
        FLUX, STABLE_DIFFUSION, SDXL, LATENT_CONSISTENCY
    }

    public enum Layout {
        DIFFUSERS, TENSORRT
    }

    /** @param pipeline the {@code _class_name} of model_index.json; "FluxPipeline" where the layout has none */
    public record Kind(Family family, Layout layout, String pipeline) {}

    /** What its weights are stored in, as far as names tell. */
    public enum Precision {
        FULL, HALF, BFLOAT, EIGHT_BIT, FOUR_BIT, UNTOLD
    }

    /**
     * One graph.
     *
     * @param name of its folder, relative to the model's, with slashes
     * @param full the same in full precision, model_fp32.onnx beside it: for a VAE that emits NaN in half
     * @param bytes of the graph and of its weights beside it
     */
    public record Part(String name, Path graph, Optional<Path> full, long bytes, Precision precision) {}

    /**
     * @param text CLIP; SDXL's first
     * @param text2 T5 of FLUX; SDXL's second CLIP; empty for others
     * @param denoiser the transformer or UNet
     * @param encoder for image-to-image
     * @param tokenizer the folder; empty only where the layout has none
     * @param tokenizer2 for {@code text2}
     */
    public record Parts(Part text, Optional<Part> text2, Part denoiser, Part decoder, Optional<Part> encoder,
            Optional<Path> tokenizer, Optional<Path> tokenizer2) {
        public Stream<Part> all() {
            return Stream.of(Stream.of(text), text2.stream(), Stream.of(denoiser, decoder), encoder.stream())
                    .flatMap(parts -> parts);
        }
    }

    /** @param clipLength how many ids CLIP takes, 77 unless text_encoder/config.json says otherwise */
    public record Settings(Vae vae, Denoiser denoiser, int clipLength) {}

    /**
     * Latents are (encoded - shift) scaling.
     *
     * @param channels of the latents
     * @param factor pixels a latent, each way
     * @param forceUpcast not to be trusted in half precision
     */
    public record Vae(double scaling, double shift, int channels, int factor, boolean forceUpcast) {}

    /**
     * @param channels it wants: of packed latents for FLUX (64)
     * @param guidanceEmbeds takes the guidance as an input (FLUX-dev)
     * @param conditionWidth of the guidance embedding timestep_cond (distilled LCM); empty where there is none
     */
    public record Denoiser(int channels, boolean guidanceEmbeds, OptionalInt conditionWidth) {}

    /** Reads it; {@link org.filmwright.base.Failure.Refused} names the file that is missing, damaged or not understood. */
    public static Outcome<ModelFolder> read(Path folder) {
        return new FolderReader(folder).read();
    }

    /** Whether it says of itself that it is a model that paints; it may be damaged all the same. */
    public static boolean isOne(Path folder) {
        return FolderReader.says(folder);
    }

    /** What its folder is called. */
    public String name() {
        return folder.getFileName().toString();
    }

    public Family family() {
        return kind.family();
    }

    public Layout layout() {
        return kind.layout();
    }

    /** Of all parts together. */
    public long bytes() {
        return parts.all().mapToLong(Part::bytes).sum();
    }
}
