package org.filmwright.production;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;

/**
 * What one step of the main job is asked to do.
 *
 * @param shot id of the shot; empty for steps of the whole film or a scene
 * @param number of the take (draw), of the first take (regenerate) or scene (deliver); 0 for the others
 * @param seed of the take, where a person gave one; written only then, since workflows name what they take
 */
record StepOrder(MakeOrder make, String shot, int number,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Long> seed) {
    StepOrder(MakeOrder make, String shot, int number) {
        this(make, shot, number, Optional.empty());
    }

    static StepOrder film(MakeOrder make) {
        return new StepOrder(make, "", 0);
    }
}
