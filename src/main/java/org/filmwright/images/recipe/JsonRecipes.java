package org.filmwright.images.recipe;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Recipes that are one JSON object: SwarmUI's, and InvokeAI's of both generations. */
final class JsonRecipes {
    private JsonRecipes() {}

    /** {@code parameters}: {@code {"sui_image_params": {"prompt": …, "cfgscale": …}}}. */
    static Optional<Recipe> swarm(String json) {
        JsonNode set = BoundedJson.tree(json).path("sui_image_params");
        return Optional.of(set)
                .filter(JsonNode::isObject)
                .map(_ -> new Recipe(Dialect.SWARM, set.path("prompt").asText(""),
                        set.path("negativeprompt").asText(""),
                        new Recipe.Settings(BoundedJson.seed(set.path("seed")),
                                BoundedJson.size(set.path("width"), set.path("height")),
                                BoundedJson.count(set.path("steps")), BoundedJson.decimal(set.path("cfgscale")),
                                BoundedJson.text(set.path("sampler")), BoundedJson.text(set.path("model")))));
    }

    /** {@code invokeai_metadata}, of InvokeAI 3 and later. */
    static Optional<Recipe> invoke(String json) {
        JsonNode set = BoundedJson.tree(json);
        JsonNode model = set.path("model");
        Optional<String> name = BoundedJson.text(model.path("name"))
                .or(() -> BoundedJson.text(model.path("model_name")))
                .or(() -> BoundedJson.text(model));
        return Optional.of(set)
                .filter(each -> each.has("positive_prompt"))
                .map(_ -> new Recipe(Dialect.INVOKE, set.path("positive_prompt").asText(""),
                        set.path("negative_prompt").isTextual() ? set.path("negative_prompt").asText() : "",
                        new Recipe.Settings(BoundedJson.seed(set.path("seed")),
                                BoundedJson.size(set.path("width"), set.path("height")),
                                BoundedJson.count(set.path("steps")), guidance(set),
                                BoundedJson.text(set.path("scheduler")), name)));
    }

    /** A distilled model has a guidance of its own; its scale stays at 1. */
    private static Optional<Double> guidance(JsonNode set) {
        Optional<Double> scale = BoundedJson.decimal(set.path("cfg_scale"));
        return BoundedJson.decimal(set.path("guidance"))
                .filter(_ -> scale.filter(one -> one != 1).isEmpty())
                .or(() -> scale);
    }

    /** {@code sd-metadata}, of InvokeAI 2: what is unwanted stands in brackets inside the prompt. */
    static Optional<Recipe> olderInvoke(String json) {
        JsonNode root = BoundedJson.tree(json);
        JsonNode set = root.path("image");
        return Optional.of(set).filter(each -> each.has("prompt")).map(_ -> {
            String words = set.path("prompt").isArray()
                    ? String.join(" ", set.path("prompt").findValuesAsText("prompt"))
                    : set.path("prompt").asText("");
            List<String> unwanted = new ArrayList<>();
            String prompt = withoutBrackets(words, unwanted);
            return new Recipe(Dialect.INVOKE, prompt, String.join(", ", unwanted),
                    new Recipe.Settings(BoundedJson.seed(set.path("seed")),
                            BoundedJson.size(set.path("width"), set.path("height")),
                            BoundedJson.count(set.path("steps")), BoundedJson.decimal(set.path("cfg_scale")),
                            BoundedJson.text(set.path("sampler")), BoundedJson.text(root.path("model_weights"))));
        });
    }

    private static String withoutBrackets(String words, List<String> unwanted) {
        StringBuilder kept = new StringBuilder();
        int from = 0;
        for (int open = words.indexOf('['); open >= 0; open = words.indexOf('[', from)) {
            int close = words.indexOf(']', open);
            if (close < 0) {
                break;
            }
            kept.append(words, from, open);
            unwanted.add(words.substring(open + 1, close).strip());
            from = close + 1;
        }
        return kept.append(words.substring(from)).toString();
    }
}
