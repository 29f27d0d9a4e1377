package org.filmwright.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a project's work looked like so far. */
public record Statistics(Map<StepState, Long> byState, List<Kind> kinds, Reviews reviews) {
    public Statistics {
        byState = Map.copyOf(byState);
        kinds = List.copyOf(kinds);
    }

    /**
     * The steps of one handler; times in seconds, of those that succeeded.
     *
     * @param retries starts beyond the first, without those that were told to wait
     * @param confidence mean of what the handler said of its outputs
     */
    public record Kind(String handler, long count, Times took, long failures, long retries, long crashes,
            Optional<Double> confidence) {}

    /** Seconds; zeros where nothing succeeded yet. */
    public record Times(double mean, double p50, double p95, double longest) {}

    /** Questions to people; the time from asking to answering in seconds. */
    public record Reviews(long open, Map<String, Long> byChoice, Optional<Double> medianSeconds) {
        public Reviews {
            byChoice = Map.copyOf(byChoice);
        }
    }
}
