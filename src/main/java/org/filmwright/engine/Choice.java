package org.filmwright.engine;

import java.time.Instant;
import java.util.Optional;

/**
 * What somebody answered at a gate.
 *
 * @param edited JSON that takes the place of the result, where the choice is to edit it
 */
public record Choice(String choice, String comment, String by, Instant at, Optional<String> edited) {
    public Choice(String choice, String comment, String by, Instant at) {
        this(choice, comment, by, at, Optional.empty());
    }
}
