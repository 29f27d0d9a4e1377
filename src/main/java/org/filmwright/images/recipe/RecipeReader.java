package org.filmwright.images.recipe;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.filmwright.base.Outcome;

/** Reads how a picture was made out of its PNG file, whichever of five programs wrote it. Pixels are never unpacked. */
public final class RecipeReader {
    private static final String PARAMETERS = "parameters";
    private static final Set<String> KEYWORDS = Set.of(PARAMETERS, "prompt", "workflow", "invokeai_metadata",
            "sd-metadata", "generator", "version", "seed", "size", "staging", "negative", "steps", "guidance",
            "sampler", "model");

    private static final Set<String> RECEIPT = Set.of("generator", "version", "prompt", "negative", "seed", "take",
            "size",
            "staging", "model", "steps", "guidance", "scheduler", "device", "start strength", "start picture", "tiles",
            "fingerprint", "promise", "peak");

    private RecipeReader() {}

    /** What a picture made here says of itself, as it was written; empty texts for one of another program. */
    public static Outcome<Map<String, String>> receipt(Path file) {
        return PngTexts.of(file, RECEIPT);
    }

    public static RecipeAnswer of(Path file) {
        return switch (PngTexts.of(file, KEYWORDS)) {
            case Outcome.Failed<Map<String, String>>(var failure) -> new RecipeAnswer.Unreadable(failure);
            case Outcome.Ok<Map<String, String>>(var texts) -> recipe(texts)
                    .filter(recipe -> !recipe.prompt().isEmpty() || recipe.settings().seed().isPresent())
                    .<RecipeAnswer>map(RecipeAnswer.Found::new)
                    .orElseGet(() -> new RecipeAnswer.Absent(why(texts)));
        };
    }

    /** Who wrote more than one text is known by the one that only it writes. */
    private static Optional<Recipe> recipe(Map<String, String> texts) {
        if (texts.containsKey("generator") && texts.containsKey("staging")) {
            return Optional.of(ours(texts));
        }
        String parameters = texts.getOrDefault(PARAMETERS, "");
        return Optional.of(parameters)
                .filter(text -> text.stripLeading().startsWith("{"))
                .flatMap(JsonRecipes::swarm)
                .or(() -> text(texts, "invokeai_metadata").flatMap(JsonRecipes::invoke))
                .or(() -> text(texts, "sd-metadata").flatMap(JsonRecipes::olderInvoke))
                .or(() -> Optional.of(parameters)
                        .filter(text -> !text.isBlank() && !text.stripLeading().startsWith("{"))
                        .map(ParametersText::recipe))
                .or(() -> text(texts, "prompt").flatMap(json -> ComfyGraph.ofApi(BoundedJson.tree(json)).recipe()))
                .or(() -> text(texts, "workflow")
                        .flatMap(json -> ComfyWorkflow.graph(BoundedJson.tree(json)).recipe()));
    }

    private static Optional<String> text(Map<String, String> texts, String keyword) {
        return Optional.ofNullable(texts.get(keyword));
    }

    private static Recipe ours(Map<String, String> texts) {
        return new Recipe(Dialect.FILMWRIGHT, texts.getOrDefault("prompt", ""), texts.getOrDefault("negative", ""),
                new Recipe.Settings(text(texts, "seed").flatMap(BoundedJson::seed),
                        text(texts, "size").flatMap(ParametersText::size),
                        text(texts, "steps").flatMap(BoundedJson::count),
                        text(texts, "guidance").flatMap(BoundedJson::decimal), text(texts, "sampler"),
                        text(texts, "model").or(() -> text(texts, "generator"))));
    }

    private static String why(Map<String, String> texts) {
        if (texts.containsKey("prompt") || texts.containsKey("workflow")) {
            return "It holds a ComfyUI workflow, but no sampler in it whose words and settings can be followed.";
        }
        return texts.isEmpty()
                ? "It says nothing about how it was made."
                : "It says something about how it was made, but not in a form that is known.";
    }
}
