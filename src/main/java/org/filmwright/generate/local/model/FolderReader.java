package org.filmwright.generate.local.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.filmwright.base.Outcome;
import org.filmwright.generate.local.model.ModelFolder.Family;
import org.filmwright.generate.local.model.ModelFolder.Kind;
import org.filmwright.generate.local.model.ModelFolder.Layout;
import org.filmwright.generate.local.model.ModelFolder.Parts;
import org.filmwright.generate.local.model.ModelFolder.Settings;

/** Finds out what a model folder holds (diffusion.md 2). The order of its checks is that of how likely each is. */
final class FolderReader {
    static final String INDEX = "model_index.json";
    private static final int CLIP_LENGTH = 77;

    private final Path asked;

    FolderReader(Path asked) {
        this.asked = asked;
    }

    Outcome<ModelFolder> read() {
        return new Reading(asked).with(folder -> model(folder, kind(folder)));
    }

    private static Kind kind(Path folder) throws IOException, Unusable {
        if (Files.exists(folder.resolve(INDEX))) {
            String pipeline = config(folder, INDEX).text("_class_name");
            return new Kind(family(pipeline), Layout.DIFFUSERS, pipeline);
        }
        if (Files.isDirectory(folder.resolve(PartFinder.TRANSFORMER_OPT))) {
            return new Kind(Family.FLUX, Layout.TENSORRT, "FluxPipeline");
        }
        throw new Unusable(INDEX + " is not in " + folder.getFileName() + ", so what kind of model it is is not known.",
                "Choose the folder that holds " + INDEX + ", or download it too.");
    }

    /** The pipelines are the same whichever library exported them, and from whichever end they start. */
    private static Family family(String pipeline) throws Unusable {
        return switch (pipeline.replaceFirst("^(ORT|Onnx)", "").replaceFirst("Img2ImgPipeline$", "Pipeline")) {
            case "FluxPipeline" -> Family.FLUX;
            case "StableDiffusionPipeline" -> Family.STABLE_DIFFUSION;
            case "StableDiffusionXLPipeline" -> Family.SDXL;
            case "LatentConsistencyModelPipeline", "LatentConsistencyPipeline" -> Family.LATENT_CONSISTENCY;
            default -> throw new Unusable(INDEX + " names the pipeline " + excerpt(pipeline)
                    + ", which Filmwright does not know.",
                    "Choose a FLUX, Stable Diffusion, SDXL or LCM model in ONNX format.");
        };
    }

    private static String excerpt(String text) {
        return "\"" + (text.length() > 60 ? text.substring(0, 60) + "…" : text) + "\"";
    }

    private static ModelFolder model(Path folder, Kind kind) throws IOException, Unusable {
        Parts parts = new PartFinder(folder, kind).parts();
        boolean tensorRt = kind.layout() == Layout.TENSORRT;
        JsonNode scheduler = tensorRt ? schnell() : scheduler(folder);
        boolean zeros = !tensorRt && config(folder, INDEX).flag("force_zeros_for_empty_prompt", false);
        return new ModelFolder(folder, kind, parts, settings(folder, kind.family()), scheduler, zeros, licence(folder));
    }

    private static JsonNode scheduler(Path folder) throws IOException, Unusable {
        String name = "scheduler/scheduler_config.json";
        if (!Files.exists(folder.resolve(name))) {
            throw new Unusable(name + " is missing.", "Download that file too.");
        }
        ConfigFile scheduler = config(folder, name);
        scheduler.text("_class_name");
        return scheduler.json();
    }

    /** diffusion.md 3. */
    private static JsonNode schnell() {
        return JsonNodeFactory.instance.objectNode()
                .put("_class_name", "FlowMatchEulerDiscreteScheduler")
                .put("num_train_timesteps", 1000)
                .put("shift", 1.0)
                .put("use_dynamic_shifting", false);
    }

    private static Settings settings(Path folder, Family family) throws IOException, Unusable {
        boolean flux = family == Family.FLUX;
        ModelFolder.Vae vae = vae(first(folder, "vae_decoder/config.json", "vae/config.json"), family);
        ConfigFile denoiser = first(folder, flux ? "transformer/config.json" : "unet/config.json");
        ConfigFile clip = first(folder, "text_encoder/config.json");
        return new Settings(vae, new ModelFolder.Denoiser(
                denoiser.count("in_channels").orElse(flux ? 4 * vae.channels() : vae.channels()),
                denoiser.flag("guidance_embeds", false), denoiser.count("time_cond_proj_dim")),
                clip.count("max_position_embeddings").orElse(CLIP_LENGTH));
    }

    /** diffusion.md 3 to 5. */
    private static ModelFolder.Vae vae(ConfigFile config, Family family) throws Unusable {
        boolean flux = family == Family.FLUX;
        double scaling = switch (family) {
            case FLUX -> 0.3611;
            case SDXL -> 0.13025;
            case STABLE_DIFFUSION, LATENT_CONSISTENCY -> 0.18215;
        };
        int levels = config.json().path("block_out_channels").size();
        return new ModelFolder.Vae(config.number("scaling_factor", scaling, 0),
                config.number("shift_factor", flux ? 0.1159 : 0, Double.NEGATIVE_INFINITY),
                config.count("latent_channels").orElse(flux ? 16 : 4), levels < 1 || levels > 8 ? 8 : 1 << levels - 1,
                config.flag("force_upcast", family == Family.SDXL || flux));
    }

    /** The first of these that is there; else one that says nothing. */
    private static ConfigFile first(Path folder, String... names) throws IOException, Unusable {
        for (String name : names) {
            if (Files.exists(folder.resolve(name))) {
                return config(folder, name);
            }
        }
        return ConfigFile.none(names[0]);
    }

    private static ConfigFile config(Path folder, String name) throws IOException, Unusable {
        return ConfigFile.read(name, PartFinder.inside(folder, folder.resolve(name)));
    }

    private static Optional<Path> licence(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().toLowerCase(Locale.ROOT).matches("licen[sc]e.*"))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .findFirst();
        }
    }
}
