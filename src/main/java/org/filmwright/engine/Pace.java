package org.filmwright.engine;

import java.time.Duration;

/**
 * How long a kind of step takes on this machine: a mean that follows slowly and that a single odd one does not move far.
 *
 * @param n how many were seen
 * @param spreadMs how far from the mean they usually lie
 */
public record Pace(long n, double meanMs, double spreadMs) {
    static final Pace NONE = new Pace(0, 0, 0);
    private static final double SLOWEST_FOLLOW = 0.05;
    private static final double FAR = 3;

    Pace with(Duration took) {
        double seen = took.toNanos() / 1e6;
        double limit = FAR * Math.max(spreadMs, meanMs / 4);
        double counted = n < 3 ? seen : Math.clamp(seen, Math.max(0, meanMs - limit), meanMs + limit);
        double follow = Math.max(SLOWEST_FOLLOW, 1.0 / (n + 1));
        double mean = meanMs + follow * (counted - meanMs);
        double spread = n == 0 ? 0 : spreadMs + follow * (Math.abs(counted - mean) - spreadMs);
        return new Pace(n + 1, mean, spread);
    }

    public Duration mean() {
        return Duration.ofNanos((long) (meanMs * 1e6));
    }

    /** Clearly longer than usual: beyond three times the usual spread, and at least half as long again. */
    public boolean slow(Duration elapsed) {
        return n >= 3 && elapsed.toMillis() > Math.max(meanMs * 1.5, meanMs + FAR * spreadMs) + 1000;
    }
}
