package org.filmwright.production;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What an agent has done in a project.
 *
 * @param asked how often it began: once for each step, and once more for each time it was to do it again
 * @param working how often it is at it now @param waiting how many of its answers wait for a person
 * @param by how often who wrote: {@code rule:coverage}, or the id of a writer
 * @param median seconds of its work; what a person took to answer is not counted
 * @param sure mean confidence of its answers, 0 to 1
 * @param reviews how its answers were taken where a person was asked, by choice
 * @param since when it was last counted anew
 */
public record Tally(String agent, long asked, long succeeded, long failed, long working, long waiting,
        Map<String, Long> by, Optional<Double> median, Optional<Double> sure, Map<String, Long> reviews,
        Optional<Instant> since) {
    public Tally {
        by = new TreeMap<>(by);
        reviews = new TreeMap<>(reviews);
    }

    /** One that was never asked here. */
    public static Tally none(String agent, Optional<Instant> since) {
        return new Tally(agent, 0, 0, 0, 0, 0, Map.of(), Optional.empty(), Optional.empty(), Map.of(), since);
    }
}
