package org.filmwright.generate.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;

/**
 * A graph of ComfyUI as a template: in the API format, with slots such as {@code ${prompt}} where an order's own values go
 * (decision 104).
 *
 * @param name for messages
 * @param picture that goes along with each order, for a graph that takes one; that of a clip is the one to be moved
 */
public record ComfyGraph(String name, JsonNode nodes, Optional<Path> picture) {
    private static final Pattern SLOT = Pattern.compile("\\$\\{(\\w{1,40})}");

    /** A picture from words, by one checkpoint. */
    public static ComfyGraph usual() {
        return shipped("txt2img");
    }

    /** A clip from a picture, by one checkpoint that takes no words (Stable Video Diffusion). */
    public static ComfyGraph usualClip() {
        return shipped("img2vid");
    }

    private static ComfyGraph shipped(String name) {
        try (InputStream json = Objects
                .requireNonNull(ComfyGraph.class.getResourceAsStream("comfy-" + name + ".json"))) {
            return new ComfyGraph(name, Wire.read(new String(json.readAllBytes(), StandardCharsets.UTF_8)),
                    Optional.empty());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads what somebody exported and put slots into. @param name for messages */
    public static Outcome<ComfyGraph> read(String name, String json) {
        JsonNode top = Wire.read(json);
        if (top.path("nodes").isArray() && top.has("links")) {
            return wrong(name + " is a graph as the editor of ComfyUI saves it.",
                    "Export it in the API format (Workflow, Export (API)), and put the slots into that file.");
        }
        boolean graph = top.isObject() && !top.isEmpty()
                && top.valueStream()
                        .allMatch(node -> node.path("class_type").isTextual()
                                && node.path("inputs").isObject());
        return graph
                ? Outcome.ok(new ComfyGraph(name, top, Optional.empty()))
                : wrong(name + " is no graph of ComfyUI in the API format.", "Export it with Workflow, Export (API).");
    }

    /** The same, to which a picture is handed in with each order. */
    public ComfyGraph seeing(Path own) {
        return new ComfyGraph(name, nodes, Optional.of(own));
    }

    private static <T> Outcome<T> wrong(String what, String remedy) {
        return Outcome.failed(new Failure.Misconfigured(what + ComfyRefusal.NOTHING, remedy));
    }

    Set<String> slots() {
        return SLOT.matcher(nodes.toString())
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** This graph, if it has a place for each of these and every place in it is for one of those that there are. */
    Outcome<ComfyGraph> fitting(ComfySlots wanted) {
        Set<String> own = slots();
        List<String> missing = wanted.needed().keySet().stream().filter(each -> !own.contains(each)).toList();
        List<String> unknown = own.stream().filter(each -> !wanted.known().contains(each)).toList();
        if (!missing.isEmpty()) {
            String first = missing.getFirst();
            return wrong(name + " has no place for " + wanted.needed().get(first) + ": " + marks(missing) + ".",
                    "Write " + marks(missing) + ", with its quotation marks, in the place of the value in the graph."
                            + " There are: " + marks(wanted.known()) + ".");
        }
        return unknown.isEmpty()
                ? Outcome.ok(this)
                : wrong(name + " has a slot that nobody fills: " + marks(unknown) + ".", "There are: "
                        + marks(wanted.known()) + (unknown.contains(ComfySlots.IMAGE)
                                ? ". A picture of your own goes into ${image} where artists.json names it as"
                                        + " \"image\" in the form of this model."
                                : "."));
    }

    private static String marks(java.util.Collection<String> slots) {
        return slots.stream().sorted().map(each -> "${" + each + "}").collect(Collectors.joining(", "));
    }

    /** The graph with values in its slots; a slot that is a whole text becomes what the value is: text or number. */
    JsonNode with(Map<String, Object> values) {
        return filled(nodes, values);
    }

    private static JsonNode filled(JsonNode node, Map<String, Object> values) {
        if (node.isObject()) {
            ObjectNode object = Wire.object();
            node.properties().forEach(each -> object.set(each.getKey(), filled(each.getValue(), values)));
            return object;
        }
        if (node.isArray()) {
            ArrayNode array = Wire.JSON.createArrayNode();
            node.forEach(each -> array.add(filled(each, values)));
            return array;
        }
        return node.isTextual() ? text(node, values) : node;
    }

    private static JsonNode text(JsonNode node, Map<String, Object> values) {
        Matcher slot = SLOT.matcher(node.asText());
        return slot.matches()
                ? Wire.JSON.valueToTree(values.get(slot.group(1)))
                : Wire.JSON.valueToTree(slot.replaceAll(found -> Matcher.quoteReplacement(
                        String.valueOf(values.get(found.group(1))))));
    }
}
