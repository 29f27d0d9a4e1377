package org.filmwright.engine.flow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** JSON as the engine meets it: outputs of handlers and inputs of runs. */
public final class Texts {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Pattern QUOTE = Pattern.compile("\\{([a-z][A-Za-z0-9_./-]*?)\\.([A-Za-z0-9_.]+)\\}");
    private static final int LONGEST = 2000;

    private Texts() {}

    /** @throws IllegalArgumentException where it is no JSON */
    public static JsonNode tree(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("This is no JSON: " + e.getOriginalMessage() + ".", e);
        }
    }

    /** Puts fields of steps into a text: {@code {concept.title}}; what is not there becomes a dash. */
    public static String filled(String text, Map<String, String> outputs) {
        Matcher quote = QUOTE.matcher(text);
        return quote.replaceAll(found -> Matcher.quoteReplacement(field(outputs, found.group(1), found.group(2))));
    }

    private static String field(Map<String, String> outputs, String step, String field) {
        JsonNode at = outputs.containsKey(step) ? tree(outputs.get(step)) : MissingNode.getInstance();
        for (String name : field.split("\\.")) {
            at = at.path(name);
        }
        String found = at.isContainerNode() ? at.toPrettyString() : at.asText();
        String text = found.isBlank() ? "–" : found;
        return text.length() > LONGEST ? text.substring(0, LONGEST) + " …" : text;
    }
}
