package org.filmwright.images.recipe;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * The form that ComfyUI's editor saves: nodes with a list of values, whose names are known by the kind of node or said by
 * newer editors, and links by number.
 */
final class ComfyWorkflow {
    private static final Map<String, List<String>> NAMES = Map.ofEntries(
            Map.entry("KSampler", List.of("seed", "steps", "cfg", "sampler_name", "scheduler", "denoise")),
            Map.entry("KSamplerAdvanced",
                    List.of("add_noise", "noise_seed", "steps", "cfg", "sampler_name", "scheduler")),
            Map.entry("SamplerCustom", List.of("add_noise", "noise_seed", "cfg")),
            Map.entry("RandomNoise", List.of("noise_seed")), Map.entry("KSamplerSelect", List.of("sampler_name")),
            Map.entry("BasicScheduler", List.of("scheduler", "steps", "denoise")),
            Map.entry("CFGGuider", List.of("cfg")), Map.entry("FluxGuidance", List.of("guidance")),
            Map.entry("CLIPTextEncode", List.of("text")),
            Map.entry("CLIPTextEncodeFlux", List.of("clip_l", "t5xxl", "guidance")),
            Map.entry("CLIPTextEncodeSDXL", List.of("width", "height", "crop_w", "crop_h", "target_width",
                    "target_height", "text_g", "text_l")),
            Map.entry("EmptyLatentImage", List.of("width", "height", "batch_size")),
            Map.entry("EmptySD3LatentImage", List.of("width", "height", "batch_size")),
            Map.entry("CheckpointLoaderSimple", List.of("ckpt_name")), Map.entry("UNETLoader", List.of("unet_name")),
            Map.entry("PrimitiveNode", List.of("value")));
    /** What the editor keeps beside a seed. */
    private static final Set<String> AFTER_SEED = Set.of("fixed", "randomize", "increment", "decrement");

    private ComfyWorkflow() {}

    static ComfyGraph graph(JsonNode root) {
        Map<String, ComfyGraph.Link> links = links(root.path("links"));
        Map<String, ComfyGraph.Node> nodes = new LinkedHashMap<>();
        root.path("nodes").forEach(node -> {
            Map<String, ComfyGraph.Link> inputs = new LinkedHashMap<>();
            node.path("inputs").forEach(input -> {
                ComfyGraph.Link link = links.get(input.path("link").asText(""));
                if (link != null) {
                    inputs.put(input.path("name").asText(""), link);
                }
            });
            Map<String, JsonNode> values = values(node);
            values.keySet().removeAll(inputs.keySet());
            nodes.put(node.path("id").asText(), new ComfyGraph.Node(node.path("type").asText(""), values, inputs));
        });
        return new ComfyGraph(nodes);
    }

    /** A link is {@code [id, from, slot, to, slot, type]}, or an object that says the same. */
    private static Map<String, ComfyGraph.Link> links(JsonNode all) {
        Map<String, ComfyGraph.Link> links = new HashMap<>();
        all.forEach(link -> {
            if (link.isArray()) {
                links.put(link.path(0).asText(), new ComfyGraph.Link(link.path(1).asText(), link.path(2).asInt()));
            } else {
                links.put(link.path("id").asText(),
                        new ComfyGraph.Link(link.path("origin_id").asText(), link.path("origin_slot").asInt()));
            }
        });
        return links;
    }

    private static Map<String, JsonNode> values(JsonNode node) {
        Map<String, JsonNode> values = new LinkedHashMap<>();
        JsonNode given = node.path("widgets_values");
        if (given.isObject()) {
            given.properties().forEach(entry -> values.put(entry.getKey(), entry.getValue()));
            return values;
        }
        List<String> names = NAMES.getOrDefault(node.path("type").asText(""), named(node.path("inputs")));
        int at = 0;
        for (String name : names) {
            if (at < given.size()) {
                values.put(name, given.get(at++));
                boolean seed = name.endsWith("seed") || name.equals("value");
                at += seed && at < given.size() && AFTER_SEED.contains(given.get(at).asText()) ? 1 : 0;
            }
        }
        return values;
    }

    private static List<String> named(JsonNode inputs) {
        return StreamSupport.stream(inputs.spliterator(), false)
                .filter(input -> input.has("widget"))
                .map(input -> input.path("widget").path("name").asText(""))
                .toList();
    }
}
