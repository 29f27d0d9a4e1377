package org.filmwright.generate.local.model;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.filmwright.generate.local.model.ModelFolder.Family;
import org.filmwright.generate.local.model.ModelFolder.Kind;
import org.filmwright.generate.local.model.ModelFolder.Part;
import org.filmwright.generate.local.model.ModelFolder.Parts;
import org.filmwright.generate.local.model.ModelFolder.Settings;
import org.filmwright.generate.onnx.OnnxFile;
import org.filmwright.generate.onnx.Signature;

/**
 * Where the parts of a model meet: what one gives, the next has to take, and all of it has to be what Filmwright feeds them
 * (diffusion.md 2 to 5 and 9). Told by what the files declare, before anything is loaded; how large a picture may be is
 * known only when it is ordered.
 */
final class Seams {
    private static final Set<String> TEXT = Set.of("input_ids", "attention_mask");
    private static final Set<String> UNET = Set.of("sample", "timestep", "encoder_hidden_states", "text_embeds",
            "time_ids", "timestep_cond");
    private static final Set<String> TRANSFORMER = Set.of("hidden_states", "encoder_hidden_states",
            "pooled_projections", "timestep", "txt_ids", "img_ids", "guidance");
    private static final String BATCH = "pictures";
    private static final String TOKENS = "tokens";
    private static final int FRAME = 6;

    private final Kind kind;
    private final Parts parts;
    private final int channels;
    private final int condition;

    private Seams(Kind kind, Parts parts, Settings settings) {
        this.kind = kind;
        this.parts = parts;
        this.channels = settings.vae().channels();
        this.condition = settings.denoiser().conditionWidth().orElse(0);
    }

    /** What a text encoder gives; -1 for a width that is not declared. */
    private record Words(long width, long pooled) {}

    static void hold(Kind kind, Parts parts, Settings settings) throws IOException, Unusable {
        new Seams(kind, parts, settings).hold();
    }

    private void hold() throws IOException, Unusable {
        boolean flux = kind.family() == Family.FLUX;
        Words first = words(face(parts.text()), flux);
        Optional<Words> second = parts.text2().isPresent()
                ? Optional.of(words(face(parts.text2().get()), kind.family() == Family.SDXL))
                : Optional.empty();
        Face denoiser = face(parts.denoiser());
        if (flux) {
            transformer(denoiser, first.pooled, second.orElse(first).width);
        } else {
            unet(denoiser, second.isPresent() ? sum(first.width, second.get().width) : first.width,
                    second.orElse(first).pooled);
        }
        pixels();
    }

    private static Face face(Part part) throws IOException, Unusable {
        String file = part.name() + "/" + part.graph().getFileName();
        return switch (OnnxFile.at(part.graph())) {
            case OnnxFile.Look.Whole(_, Signature signature) -> new Face(file, signature);
            case OnnxFile.Look.Wrong(String what) -> throw new Unusable(file + " " + what + ".",
                    "Download the model again.");
        };
    }

    /** @param pools whether the row of the whole text is needed too */
    private Words words(Face face, boolean pools) throws Unusable {
        face.wantsOnly(TEXT);
        face.takes("input_ids", "", BATCH, TOKENS);
        face.mayTake("attention_mask", "", BATCH, TOKENS);
        Map<String, Integer> ranks = new LinkedHashMap<>();
        face.declared().outputs().forEach(output -> ranks.put(output.name(), output.rank().orElse(-1)));
        TextOutputs outputs = new TextOutputs(ranks);
        String states = (kind.family() == Family.SDXL ? outputs.penultimate() : outputs.last())
                .orElseThrow(() -> answerless(face, "the states that this kind of model needs"));
        Optional<String> row = outputs.pooled(states);
        if (pools && row.isEmpty()) {
            throw answerless(face, "the one row for a whole text that this kind of model needs");
        }
        return new Words(width(face, states), row.map(name -> width(face, name)).orElse(-1L));
    }

    private static Unusable answerless(Face face, String what) {
        return new Unusable(face.file() + " does not give " + what + "; it gives: "
                + String.join(", ", face.declared().outputs().stream().map(Signature.Value::name).toList()) + ".",
                "Use another export of the model.");
    }

    private static long width(Face face, String output) {
        return face.declared().output(output).map(Signature.Value::last).orElse(-1L);
    }

    private static long sum(long one, long other) {
        return one < 0 || other < 0 ? -1 : one + other;
    }

    private void unet(Face unet, long width, long pooled) throws Unusable {
        unet.wantsOnly(UNET);
        unet.takes("sample", latents(), BATCH, channels, "height", "width");
        unet.ranks("timestep", 0, 1);
        unet.takes("encoder_hidden_states", wide("the text encoders give", width), BATCH, TOKENS, told(width));
        unet.mayTake("text_embeds", wide("the second text encoder gives", pooled), BATCH, told(pooled));
        unet.mayTake("time_ids", "", BATCH, FRAME);
        unet.mayTake("timestep_cond", condition > 0 ? "" : "unet/config.json has no time_cond_proj_dim", BATCH,
                condition);
        unet.gives(latents(), List.<Object[]>of(new Object[]{BATCH, channels, "height", "width"}));
    }

    private void transformer(Face transformer, long pooled, long width) throws Unusable {
        int columns = 4 * channels;
        String patches = latents() + ", a patch has four of them";
        transformer.wantsOnly(TRANSFORMER);
        transformer.takes("hidden_states", patches, BATCH, "patches", columns);
        transformer.takes("encoder_hidden_states", wide("the second text encoder gives", width), BATCH, TOKENS,
                told(width));
        transformer.takes("pooled_projections", wide("the first text encoder gives", pooled), BATCH, told(pooled));
        transformer.takes("timestep", "", BATCH);
        transformer.ranks("txt_ids", 2, 3);
        transformer.ranks("img_ids", 2, 3);
        transformer.mayTake("guidance", "", BATCH);
        transformer.gives(patches, List.<Object[]>of(new Object[]{BATCH, "patches", columns}));
    }

    private void pixels() throws IOException, Unusable {
        Face decoder = face(parts.decoder());
        String said = "the configuration of its VAE says " + channels + " channels";
        decoder.takesFirst(said, BATCH, channels, "height", "width");
        decoder.gives("red, green and blue", List.<Object[]>of(new Object[]{BATCH, 3, "height", "width"}));
        if (parts.encoder().isPresent()) {
            Face encoder = face(parts.encoder().get());
            encoder.takesFirst("red, green and blue", BATCH, 3, "height", "width");
            encoder.gives(said, List.of(new Object[]{BATCH, channels, "height", "width"},
                    new Object[]{BATCH, 2 * channels, "height", "width"}));
        }
    }

    private String latents() {
        return "the latents of its VAE have " + channels + " channels";
    }

    private static String wide(String who, long width) {
        return width < 0 ? "" : who + " rows of " + width + " numbers";
    }

    private static Object told(long length) {
        return length < 0 ? "?" : length;
    }
}
