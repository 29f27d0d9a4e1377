package org.filmwright.images.recipe;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.filmwright.base.FrameSize;

/**
 * A ComfyUI graph: the recipe is found by walking up from what is saved to the sampler, and from there to its words. No
 * recursion: a graph may be as deep as it likes, and may bite its own tail.
 */
final class ComfyGraph {
    private static final List<String> WORDS = List.of("text", "text_g", "clip_l", "t5xxl", "text_l", "prompt", "value",
            "string", "string_a", "string_b");
    private static final List<String> NUMBERS = List.of("seed", "noise_seed", "value", "int", "number");
    private static final Set<String> PICTURES = Set.of("latent_image", "samples", "latent", "image", "images",
            "pixels");
    /** What a sampler is not set by: words, models, pictures. */
    private static final Set<String> STREAMS = Set.of("positive", "negative", "conditioning", "model", "clip", "vae",
            "latent_image", "samples", "latent", "image", "images", "pixels");

    private final Map<String, Node> nodes;

    ComfyGraph(Map<String, Node> nodes) {
        this.nodes = nodes;
    }

    /** Which words an output carries. */
    private enum Side {
        WANTED, UNWANTED, ALL
    }

    /** However many outputs a node claims to have, it is looked at once for each side. */
    private record Visit(String node, Side side) {}

    /** An output of another node. */
    record Link(String node, int slot) {}

    /** @param values what is set on the node itself; @param links what flows into it, by the name of the input */
    record Node(String type, Map<String, JsonNode> values, Map<String, Link> links) {
        private Optional<JsonNode> value(String name) {
            return Optional.ofNullable(values.get(name));
        }

        private Optional<Link> link(String name) {
            return Optional.ofNullable(links.get(name));
        }

        private boolean isSampler() {
            boolean asked = links.containsKey("positive") || links.containsKey("guider");
            return asked && Stream.of("seed", "noise_seed", "noise", "steps")
                    .anyMatch(name -> values.containsKey(name) || links.containsKey(name));
        }
    }

    /** The form that is sent to be worked on: {@code {"6": {"class_type": …, "inputs": {"clip": ["4", 1]}}}}. */
    static ComfyGraph ofApi(JsonNode root) {
        Map<String, Node> nodes = new LinkedHashMap<>();
        root.properties().forEach(entry -> {
            Map<String, JsonNode> values = new LinkedHashMap<>();
            Map<String, Link> links = new LinkedHashMap<>();
            entry.getValue().path("inputs").properties().forEach(input -> {
                JsonNode value = input.getValue();
                if (value.isArray() && value.size() == 2 && value.get(1).isInt()) {
                    links.put(input.getKey(), new Link(value.get(0).asText(), value.get(1).asInt()));
                } else {
                    values.put(input.getKey(), value);
                }
            });
            nodes.put(entry.getKey(), new Node(entry.getValue().path("class_type").asText(""), values, links));
        });
        return new ComfyGraph(nodes);
    }

    Optional<Recipe> recipe() {
        return sampler().map(sampler -> {
            Optional<Node> guider = sampler.link("guider").map(link -> nodes.get(link.node()));
            List<Node> asked = Stream.concat(guider.stream(), Stream.of(sampler)).toList();
            Optional<Link> positive = first(asked, "positive").or(() -> first(asked, "conditioning"));
            Optional<Double> own = upstream(positive).flatMap(node -> node.value("guidance").stream())
                    .flatMap(value -> BoundedJson.decimal(value).stream())
                    .findFirst();
            List<Node> set = settings(sampler);
            return new Recipe(Dialect.COMFY, words(positive), words(first(asked, "negative")),
                    new Recipe.Settings(seed(set), size(sampler), number(set, "steps").flatMap(BoundedJson::count),
                            own.or(() -> number(set, "cfg").flatMap(BoundedJson::decimal)), sampler(set),
                            model(first(asked, "model"))));
        });
    }

    /** The one nearest to the beginning: where a picture was enlarged after, the first sampler made it what it is. */
    private Optional<Node> sampler() {
        Optional<Node> last = Optional.empty();
        Deque<String> open = new ArrayDeque<>(ends());
        Set<String> seen = new HashSet<>(open);
        while (!open.isEmpty()) {
            Node node = nodes.get(open.poll());
            boolean sampler = node.isSampler();
            last = sampler ? Optional.of(node) : last;
            node.links()
                    .entrySet()
                    .stream()
                    .filter(link -> !sampler || PICTURES.contains(link.getKey()))
                    .map(link -> link.getValue().node())
                    .filter(id -> nodes.containsKey(id) && seen.add(id))
                    .forEach(open::add);
        }
        return last;
    }

    /** Nodes that nothing comes after; those that save pictures, if there are any. */
    private List<String> ends() {
        Set<String> used = new HashSet<>();
        nodes.values().forEach(node -> node.links().values().forEach(link -> used.add(link.node())));
        List<String> ends = nodes.keySet().stream().filter(id -> !used.contains(id)).toList();
        List<String> saving = ends.stream().filter(id -> nodes.get(id).type().startsWith("Save")).toList();
        return saving.isEmpty() ? ends : saving;
    }

    /** The nodes that something flows from into an input, nearest first. */
    private Stream<Node> upstream(Optional<Link> input) {
        List<Node> found = new ArrayList<>();
        walk(input, node -> {
            found.add(node);
            return false;
        });
        return found.stream();
    }

    /** @param ends whether nothing before a node is looked at */
    private void walk(Optional<Link> input, Function<Node, Boolean> ends) {
        Deque<Link> open = new ArrayDeque<>(input.stream().toList());
        Set<Visit> seen = new HashSet<>();
        while (!open.isEmpty()) {
            Link link = open.poll();
            Node node = nodes.get(link.node());
            if (node != null && seen.add(new Visit(link.node(), side(node, link.slot()))) && !ends.apply(node)) {
                open.addAll(before(node, link.slot()));
            }
        }
    }

    /** What passes both kinds of words on keeps them apart: the first output is the wanted, the second the unwanted. */
    private static Collection<Link> before(Node node, int slot) {
        return switch (side(node, slot)) {
            case WANTED -> node.link("positive").stream().toList();
            case UNWANTED -> node.link("negative").stream().toList();
            case ALL -> node.links().values();
        };
    }

    private static Side side(Node node, int slot) {
        boolean both = node.links().containsKey("positive") && node.links().containsKey("negative");
        return both && slot == 0 ? Side.WANTED : both && slot == 1 ? Side.UNWANTED : Side.ALL;
    }

    private String words(Optional<Link> input) {
        Set<String> words = new LinkedHashSet<>();
        walk(input, node -> {
            boolean silent = node.type().equals("ConditioningZeroOut");
            int before = words.size();
            if (!silent) {
                WORDS.stream()
                        .flatMap(name -> node.value(name).stream())
                        .flatMap(value -> BoundedJson.text(value).stream())
                        .forEach(words::add);
            }
            return silent || words.size() > before;
        });
        return String.join("\n", words);
    }

    /** The sampler, and the nodes that set it, be they noise, schedule or guide. */
    private List<Node> settings(Node sampler) {
        List<Node> found = new ArrayList<>(List.of(sampler));
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < found.size(); i++) {
            found.get(i)
                    .links()
                    .entrySet()
                    .stream()
                    .filter(link -> !STREAMS.contains(link.getKey()))
                    .map(link -> link.getValue().node())
                    .filter(id -> nodes.containsKey(id) && seen.add(id))
                    .map(nodes::get)
                    .forEach(found::add);
        }
        return found;
    }

    private Optional<Long> seed(List<Node> set) {
        return Stream.of("seed", "noise_seed")
                .flatMap(name -> number(set, name).stream())
                .flatMap(value -> BoundedJson.seed(value).stream())
                .findFirst();
    }

    /** A setting as it stands on one of the nodes, or on the node that gives it. */
    private Optional<JsonNode> number(List<Node> set, String name) {
        return set.stream()
                .flatMap(node -> node.value(name)
                        .or(() -> node.link(name).map(link -> nodes.get(link.node())).flatMap(ComfyGraph::given))
                        .stream())
                .findFirst();
    }

    private static Optional<JsonNode> given(Node node) {
        return NUMBERS.stream().flatMap(name -> node.value(name).stream()).filter(JsonNode::isNumber).findFirst();
    }

    private static Optional<String> sampler(List<Node> set) {
        Optional<String> name = text(set, "sampler_name");
        Optional<String> schedule = text(set, "scheduler").filter(each -> !each.equals("normal"));
        return name.map(each -> schedule.map(by -> each + " " + by).orElse(each));
    }

    private static Optional<String> text(List<Node> set, String name) {
        return set.stream()
                .flatMap(node -> node.value(name).stream())
                .flatMap(value -> BoundedJson.text(value).stream())
                .findFirst();
    }

    private Optional<String> model(Optional<Link> input) {
        return upstream(input).flatMap(node -> Stream.of("ckpt_name", "unet_name", "model_name")
                .flatMap(name -> node.value(name).stream()))
                .flatMap(value -> BoundedJson.text(value).stream())
                .findFirst();
    }

    private Optional<FrameSize> size(Node sampler) {
        Optional<Link> latent = sampler.link("latent_image").or(() -> sampler.link("samples"));
        return upstream(latent)
                .filter(node -> node.values().containsKey("width") && node.values().containsKey("height"))
                .flatMap(node -> BoundedJson.size(node.values().get("width"), node.values().get("height")).stream())
                .findFirst();
    }

    private static Optional<Link> first(List<Node> nodes, String input) {
        return nodes.stream().flatMap(node -> node.link(input).stream()).findFirst();
    }
}
