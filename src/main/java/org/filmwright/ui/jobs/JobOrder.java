package org.filmwright.ui.jobs;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.filmwright.production.Job;

/** In which order jobs stand among the others. */
final class JobOrder {
    /** What was done last stands first. */
    static final Comparator<JobRow> NEWEST_END = Comparator.comparing(
            (JobRow row) -> row.job().get().times().endedAt().orElse(Instant.EPOCH)).reversed();

    private final Map<String, Integer> runs = new HashMap<>();

    /** Counts its run among those that were heard of, older ones first. */
    void heard(Job job) {
        runs.putIfAbsent(job.run(), runs.size());
    }

    void clear() {
        runs.clear();
    }

    /** What waits for room stands as it will start; else newer runs have higher numbers and stand before older ones. */
    Comparator<JobRow> queue() {
        return Comparator.comparingInt((JobRow row) -> rank(row.state()))
                .thenComparing(JobOrder::urgency)
                .thenComparing(row -> -runs.getOrDefault(row.job().get().run(), 0))
                .thenComparing(row -> row.job().get().place().order());
    }

    private static long urgency(JobRow row) {
        return row.state() == Job.State.WAITING ? row.job().get().place().urgency() : 0;
    }

    private static int rank(Job.State state) {
        return switch (state) {
            case FAILED -> 0;
            case RUNNING -> 1;
            case ASKING, LACKING -> 2;
            case WAITING -> 3;
            case RETRYING, PAUSED -> 4;
            case BLOCKED -> 5;
            case HELD -> 6;
            case STOPPED -> 7;
            case DONE, DROPPED -> 8;
        };
    }
}
