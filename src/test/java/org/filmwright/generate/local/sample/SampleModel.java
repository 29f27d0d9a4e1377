package org.filmwright.generate.local.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/**
 * Writes whole model folders as they are found in the world, with graphs so small that what they answer can be computed by
 * hand: names, element types and layouts are those of diffusion.md 2. Begin with a family, change what should differ, and
 * write it; each call changes this sample.
 */
public final class SampleModel {
    /** Width of the (first) CLIP encoder's states, and of its pooled output. */
    public static final int CLIP_WIDTH = 8;
    /** Width of SDXL's second encoder's states, and of its text_embeds. */
    public static final int BIG_WIDTH = 10;
    public static final int PROJECTION = 6;
    public static final int T5_WIDTH = 12;
    /** Width of LCM's timestep_cond. */
    public static final int CONDITION = 16;
    /** So many words CLIP takes. */
    public static final int CLIP_LENGTH = 77;
    /** SDXL's encoders have hidden_states.0 to this. */
    public static final int CLIP_LAYERS = 3;
    public static final int BIG_LAYERS = 4;

    /** Whose names and places are used: those of optimum, of the TensorRT demos, or of Olive and OnnxStack. */
    public enum Layout {
        OPTIMUM, TENSORRT, OLIVE
    }

    /** {@code NAN_IN_HALF}: vae_decoder/model.onnx emits NaN; the same in full precision lies beside it, model_fp32.onnx. */
    public enum Vae {
        LINEAR, NAN, NAN_IN_HALF
    }

    final Family family;
    Layout layout = Layout.OPTIMUM;
    Denoiser answer = new Denoiser.Constant(0);
    Element ids = Element.LONG;
    Element io = Element.FLOAT;
    Element weights = Element.FLOAT;
    Element places = Element.LONG;
    int placeRank = 2;
    Element times = Element.FLOAT;
    int timeRank;
    boolean guidance;
    boolean velocity;
    int latents;
    private int wrong;
    private boolean external;
    private Vae vae = Vae.LINEAR;
    private final Set<String> without = new TreeSet<>();

    private SampleModel(Family family) {
        this.family = family;
        latents = family == Family.FLUX ? 16 : 4;
    }

    public static SampleModel of(Family family) {
        return new SampleModel(family);
    }

    /** Sets the element types that are usual there too. */
    public SampleModel layout(Layout chosen) {
        layout = chosen;
        if (chosen != Layout.OPTIMUM) {
            ids = Element.INT;
            places = Element.FLOAT;
        }
        weights = chosen == Layout.OLIVE ? Element.HALF : weights;
        return this;
    }

    public SampleModel answering(Denoiser denoiser) {
        answer = denoiser;
        return this;
    }

    /** Of input_ids. */
    public SampleModel ids(Element element) {
        ids = element;
        return this;
    }

    /** Of txt_ids and img_ids. @param rank 2: [N,3], or 3: [B,N,3] */
    public SampleModel places(Element element, int rank) {
        places = element;
        placeRank = rank;
        return this;
    }

    /** Of the UNet's timestep: [] or [1]; a transformer's is always [B]. */
    public SampleModel times(Element element, int rank) {
        times = element;
        timeRank = rank;
        return this;
    }

    /** Of all inputs and outputs that are no ids; also of the weights, where it is half. */
    public SampleModel io(Element element) {
        io = element;
        times = times == Element.FLOAT ? element : times;
        weights = element == Element.HALF ? element : weights;
        return this;
    }

    public SampleModel weights(Element element) {
        weights = element;
        return this;
    }

    /** FLUX-dev: takes a guidance, and shifts its schedule by the size of the picture. */
    public SampleModel dev() {
        guidance = true;
        return this;
    }

    /** Predicts velocities, as its scheduler is told. */
    public SampleModel velocity() {
        velocity = true;
        return this;
    }

    /** Weights lie beside the graphs, in model.onnx_data. */
    public SampleModel external() {
        external = true;
        return this;
    }

    public SampleModel vae(Vae chosen) {
        vae = chosen;
        return this;
    }

    /** Channels of the latents, at least 4: in place of FLUX's 16 and the others' 4. */
    public SampleModel latents(int channels) {
        latents = channels;
        return this;
    }

    /** The denoiser wants this many latent channels more than the configs say. */
    public SampleModel wrongChannels(int more) {
        wrong = more;
        return this;
    }

    /** Leaves a part away: the name of its folder in the layout of optimum. */
    public SampleModel without(String part) {
        without.add(part);
        return this;
    }

    /** @return {@code folder} */
    public Path write(Path folder) throws IOException {
        Files.createDirectories(folder);
        if (layout != Layout.TENSORRT) {
            Configs.write(this, folder);
            Vocabularies.write(this, folder);
        }
        texts(folder);
        boolean flux = family == Family.FLUX;
        graph(folder, flux ? "transformer" : "unet", flux ? Denoisers.transformer(this) : Denoisers.unet(this));
        Vaes.Form decoder = new Vaes.Form(name("latent_sample", "latent", "latent_sample"),
                name("sample", "images", "sample"), io, weights, latents, vae != Vae.LINEAR);
        graph(folder, "vae_decoder", Vaes.decoder(decoder));
        if (vae == Vae.NAN_IN_HALF) {
            Vaes.decoder(new Vaes.Form(decoder.in(), decoder.out(), Element.FLOAT, Element.FLOAT, latents, false))
                    .write(folder.resolve("vae_decoder/model_fp32.onnx"));
        }
        Vaes.Form encoder = new Vaes.Form(name("sample", "images", "sample"),
                name("latent_parameters", "latent", "latent_sample"), io, weights, latents, false);
        graph(folder, "vae_encoder", Vaes.encoder(encoder, layout != Layout.OPTIMUM));
        return folder;
    }

    private void texts(Path folder) throws IOException {
        Texts.Form clip = new Texts.Form(ids, io, weights,
                name("last_hidden_state", "text_embeddings", "last_hidden_state"),
                name("pooler_output", "pooled_embeddings", "pooler_output"));
        graph(folder, "text_encoder", Texts.clip(clip, CLIP_WIDTH, family.isXl() ? CLIP_LAYERS : 0));
        if (family == Family.FLUX) {
            graph(folder, "text_encoder_2", Texts.t5(clip, T5_WIDTH));
        } else if (family.isXl()) {
            graph(folder, "text_encoder_2", Texts.projected(clip, BIG_WIDTH, BIG_LAYERS, PROJECTION));
        }
    }

    /** How many latent channels the denoiser wants. */
    int denoised() {
        return latents + wrong;
    }

    /** The name of something in this sample's layout. */
    String name(String optimum, String tensorRt, String olive) {
        return switch (layout) {
            case OPTIMUM -> optimum;
            case TENSORRT -> tensorRt;
            case OLIVE -> olive;
        };
    }

    boolean has(String part) {
        return !without.contains(part);
    }

    private void graph(Path folder, String part, Graph graph) throws IOException {
        if (!has(part)) {
            return;
        }
        Path file = folder.resolve(layout == Layout.TENSORRT ? tensorRt(part) : part).resolve("model.onnx");
        if (external) {
            graph.writeExternal(file, name("model.onnx_data", "backbone.onnx_data", "model.onnx.data"));
        } else {
            graph.write(file);
        }
    }

    private String tensorRt(String part) {
        return switch (part) {
            case "text_encoder" -> "clip.opt";
            case "text_encoder_2" -> family == Family.FLUX ? "t5.opt" : "clip2.opt";
            case "transformer" -> "transformer.opt/bf16";
            case "unet" -> "unet.opt";
            case "vae_decoder" -> "vae.opt";
            default -> part + ".opt";
        };
    }
}
