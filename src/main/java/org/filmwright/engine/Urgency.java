package org.filmwright.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The order of a queue as one number, so that an index finds the next step: the smaller, the sooner. The priority of the
 * run comes first; within it, a step is as old as its run, and each point of its own priority makes it ten minutes older.
 * So nothing waits for ever behind steps of higher priority, and the steps of one run keep the order of its plan.
 */
final class Urgency {
    private static final int MOST = 9;
    private static final long POINT = Duration.ofMinutes(10).toSeconds() * 1_000_000;
    /** Thirty years: more than any step waits. */
    private static final long RUN_POINT = 1_000_000_000_000_000L;

    private Urgency() {}

    static long of(Run run, int priority) {
        return micros(run.createdAt()) - priority * POINT + ofRun(run.priority());
    }

    static long ofRun(int priority) {
        return -priority * RUN_POINT;
    }

    static void requireInRange(int priority) {
        if (Math.abs(priority) > MOST) {
            throw new IllegalArgumentException("The priority of a run is -9 to 9, not " + priority);
        }
    }

    private static long micros(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }
}
