package org.filmwright.engine.flow;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The types that the fields of an input are declared with. */
record InputTypes(Map<String, String> types) {
    private static final Set<String> KNOWN = Set.of("string", "number", "integer", "boolean", "object", "array");

    static boolean known(String type) {
        return KNOWN.contains(plain(type));
    }

    Optional<String> misfit(JsonNode given) {
        if (!given.isObject()) {
            return Optional.of("The input of a workflow is a JSON object.");
        }
        for (Iterator<String> names = given.fieldNames(); names.hasNext();) {
            String name = names.next();
            if (!types.containsKey(name)) {
                return Optional.of("The workflow takes no input called '" + name + "'.");
            }
        }
        return types.keySet().stream().sorted().flatMap(name -> misfit(name, given.path(name)).stream()).findFirst();
    }

    private Optional<String> misfit(String name, JsonNode value) {
        String type = types.get(name);
        if (value.isMissingNode()) {
            return type.endsWith("?") ? Optional.empty() : Optional.of("The input '" + name + "' is missing.");
        }
        return is(value, plain(type))
                ? Optional.empty()
                : Optional.of("The input '" + name + "' has to be of type " + plain(type) + ".");
    }

    private static boolean is(JsonNode value, String type) {
        return switch (type) {
            case "string" -> value.isTextual();
            case "number" -> value.isNumber();
            case "integer" -> value.isIntegralNumber();
            case "boolean" -> value.isBoolean();
            case "object" -> value.isObject();
            default -> value.isArray();
        };
    }

    private static String plain(String type) {
        return type.endsWith("?") ? type.substring(0, type.length() - 1) : type;
    }
}
