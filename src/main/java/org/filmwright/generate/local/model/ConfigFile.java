package org.filmwright.generate.local.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;

/**
 * A JSON object of a model folder. What is absent or null is what the caller says it then is; what has the wrong type or is out
 * of all reason is refused.
 *
 * @param name of the file, for messages
 */
record ConfigFile(String name, JsonNode json) {
    /** diffusers writes -Infinity, which JSON itself has not. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();
    private static final String AGAIN = "Download that file again.";
    /** Real ones are a few kilobytes. */
    private static final long MOST_BYTES = 1 << 20;

    static ConfigFile read(String name, Path file) throws IOException, Unusable {
        if (!Files.isRegularFile(file)) {
            throw new Unusable(name + " cannot be read: it is no file.", AGAIN);
        }
        if (Files.size(file) > MOST_BYTES) {
            throw new Unusable(name + " is far too large for a configuration.", AGAIN);
        }
        try {
            JsonNode json = JSON.readTree(Files.readAllBytes(file));
            if (!json.isObject()) {
                throw new Unusable(name + " holds no JSON object.", AGAIN);
            }
            return new ConfigFile(name, json);
        } catch (JsonProcessingException broken) {
            throw new Unusable(name + " is broken JSON.", AGAIN);
        }
    }

    /** Says nothing. */
    static ConfigFile none(String name) {
        return new ConfigFile(name, JsonNodeFactory.instance.objectNode());
    }

    String text(String field) throws Unusable {
        JsonNode value = json.path(field);
        if (!value.isTextual()) {
            throw wrong(field, value, "a text");
        }
        return value.textValue();
    }

    boolean flag(String field, boolean otherwise) throws Unusable {
        JsonNode value = json.path(field);
        if (absent(value)) {
            return otherwise;
        }
        if (!value.isBoolean()) {
            throw wrong(field, value, "true or false");
        }
        return value.booleanValue();
    }

    /** @return above {@code above} and finite */
    double number(String field, double otherwise, double above) throws Unusable {
        JsonNode value = json.path(field);
        if (absent(value)) {
            return otherwise;
        }
        if (!value.isNumber() || !Double.isFinite(value.doubleValue()) || value.doubleValue() <= above) {
            throw wrong(field, value, "a number that makes sense");
        }
        return value.doubleValue();
    }

    /** @return 1 to 65536 */
    OptionalInt count(String field) throws Unusable {
        JsonNode value = json.path(field);
        if (absent(value)) {
            return OptionalInt.empty();
        }
        if (!value.isInt() || value.intValue() < 1 || value.intValue() > 65536) {
            throw wrong(field, value, "a whole number that makes sense");
        }
        return OptionalInt.of(value.intValue());
    }

    private static boolean absent(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }

    private Unusable wrong(String field, JsonNode value, String wanted) {
        return new Unusable(name + " says nothing usable as " + field + ": " + wanted + " is wanted, not "
                + (value.isMissingNode() ? "nothing" : excerpt(value)) + ".", AGAIN);
    }

    private static String excerpt(JsonNode value) {
        String text = value.toString();
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }
}
