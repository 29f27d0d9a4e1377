package org.filmwright.engine;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A step, and what people were asked about it: by itself, or by gates that are about it; oldest first. */
public record Reviewed(Step step, List<Review> reviews) {
    public Reviewed {
        reviews = List.copyOf(reviews);
    }

    /** @param choice none while it is open @param own whether the step asked, not a gate about it */
    public record Review(Question question, Instant askedAt, Optional<Choice> choice, boolean own) {}
}
