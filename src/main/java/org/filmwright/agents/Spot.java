package org.filmwright.agents;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A place in an answer that its schema speaks of.
 *
 * @param path JSON pointer into the answer
 * @param value what stands there; a missing node where nothing does
 */
record Spot(String path, JsonNode schema, JsonNode value) {
    /** Every declared place of an answer, outside in; schemas are followed through properties and items. */
    static List<Spot> of(JsonNode schema, JsonNode answer) {
        List<Spot> spots = new ArrayList<>();
        collect(new Spot("", schema, answer), spots);
        return spots;
    }

    private static void collect(Spot spot, List<Spot> spots) {
        spots.add(spot);
        spot.schema.path("properties")
                .properties()
                .forEach(each -> collect(new Spot(spot.path + "/" + each.getKey(), each.getValue(),
                        spot.value.path(each.getKey())), spots));
        if (spot.schema.has("items")) {
            for (int i = 0; i < spot.value.size() && spot.value.isArray(); i++) {
                collect(new Spot(spot.path + "/" + i, spot.schema.get("items"), spot.value.get(i)), spots);
            }
        }
    }

    /** Whether something was answered; an empty list is an answer, an empty text is none. */
    boolean filled() {
        return !value.isMissingNode() && !value.isNull() && !(value.isTextual() && value.asText().isBlank());
    }
}
