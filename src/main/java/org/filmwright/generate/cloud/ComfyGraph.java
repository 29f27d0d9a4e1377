package org.filmwright.generate.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;

/**
 * A graph of ComfyUI as a template: in the API format, with slots such as {@code ${prompt}} where a picture's own values go.
 *
 * @param name for messages
 */
public record ComfyGraph(String name, JsonNode nodes) {
    private static final Pattern SLOT = Pattern.compile("\\$\\{(\\w{1,40})}");

    /** A picture from words, by one checkpoint. */
    public static ComfyGraph usual() {
        try (InputStream json = Objects.requireNonNull(ComfyGraph.class.getResourceAsStream("comfy-txt2img.json"))) {
            return new ComfyGraph("txt2img",
                    Wire.read(new String(json.readAllBytes(), StandardCharsets.UTF_8)));
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
        if (!graph) {
            return wrong(name + " is no graph of ComfyUI in the API format.", "Export it with Workflow, Export (API).");
        }
        return json.contains("${prompt}")
                ? Outcome.ok(new ComfyGraph(name, top))
                : wrong(name + " has no place for the words of a shot.",
                        "Write ${prompt} in the place of the prompt; there are ${negative}, ${seed}, ${width}, ${height}"
                                + " and ${model}, too.");
    }

    private static Outcome<ComfyGraph> wrong(String what, String remedy) {
        return Outcome.failed(new Failure.Misconfigured(what + " Nothing was drawn.", remedy));
    }

    /** The graph with values in its slots; a slot that is a whole text becomes what the value is: text or number. */
    Outcome<JsonNode> with(Map<String, Object> values) {
        Matcher slots = SLOT.matcher(nodes.toString());
        while (slots.find()) {
            if (!values.containsKey(slots.group(1))) {
                return Outcome.failed(new Failure.Misconfigured(name + " has a slot that nobody fills: "
                        + slots.group() + ". Nothing was drawn.",
                        "There are: " + String.join(", ", values.keySet()
                                .stream()
                                .sorted()
                                .map(each -> "${" + each + "}")
                                .toList()) + "."));
            }
        }
        return Outcome.ok(filled(nodes, values));
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
