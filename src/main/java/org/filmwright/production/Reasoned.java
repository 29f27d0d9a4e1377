package org.filmwright.production;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.filmwright.clips.Direction;

/**
 * The reasoning of a clip's direction, as a person reads it.
 *
 * @param why how wish and picture led to the move
 * @param conflicts where a wish and a limit collided, and what was done instead
 */
public record Reasoned(String why, List<Conflict> conflicts) {
    /** A wish that could not be had, why not, and what was done instead. */
    public record Conflict(String wish, String limit, String resolution) {}

    public static Reasoned of(Direction direction) {
        JsonNode told = Json.tree(direction.reasoning());
        return new Reasoned(told.path("reasoning").asText(), told.path("conflicts")
                .valueStream()
                .map(each -> new Conflict(each.path("wish").asText(), each.path("limit").asText(),
                        each.path("resolution").asText()))
                .toList());
    }
}
