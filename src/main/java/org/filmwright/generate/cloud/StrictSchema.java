package org.filmwright.generate.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/**
 * A schema as strict providers take it: types, fields, choices and nothing else; every object is closed. Limits of
 * length and number stand in the instructions, and are checked here.
 */
final class StrictSchema {
    private static final Set<String> KEPT = Set.of("type", "enum", "const", "description", "required");

    private StrictSchema() {}

    static ObjectNode of(JsonNode schema) {
        ObjectNode plain = Wire.object();
        schema.properties().forEach(each -> {
            if (KEPT.contains(each.getKey())) {
                plain.set(each.getKey(), each.getValue());
            }
        });
        if (schema.has("properties")) {
            ObjectNode properties = plain.putObject("properties");
            schema.get("properties").properties().forEach(each -> properties.set(each.getKey(), of(each.getValue())));
        }
        if (schema.has("items")) {
            plain.set("items", of(schema.get("items")));
        }
        for (String choice : Set.of("anyOf", "oneOf")) {
            if (schema.has(choice)) {
                ArrayNode any = plain.putArray("anyOf");
                schema.get(choice).forEach(each -> any.add(of(each)));
            }
        }
        if (schema.path("type").asText().equals("object")) {
            plain.put("additionalProperties", false);
        }
        return plain;
    }
}
