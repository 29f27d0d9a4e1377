package org.filmwright.ui.kit;

import java.time.Duration;
import java.util.Optional;

/**
 * How long a job still takes, in words that a person can rely on: nothing before three steps or five seconds, rounded,
 * smoothed, and never counting up without saying why. One for each running job.
 */
public final class EtaText {
    private static final int STEPS = 3;
    private static final Duration SOON = Duration.ofSeconds(5);
    /** How much of a new estimate counts against the one before. */
    private static final double NEW = 0.3;
    /** An estimate this much above the one shown is no flicker, but a slower job. */
    private static final double SLOWER = 1.25;

    private final Optional<Duration> usual;
    private double total;
    private double left = Double.POSITIVE_INFINITY;
    private boolean slower;

    /** @param usual what this job took here before, if it was done before */
    public EtaText(Optional<Duration> usual) {
        this.usual = usual;
    }

    /** @param step done of {@code steps}; 0 steps for work that reports none */
    public String after(int step, int steps, Duration elapsed) {
        if (steps == 0 || step == 0) {
            return unknown(elapsed);
        }
        if (step < STEPS && elapsed.compareTo(SOON) < 0) {
            return usual.map(EtaText::about).orElse("");
        }
        double seconds = elapsed.toMillis() / 1e3;
        double estimate = seconds * steps / step;
        double now = Math.max(0, estimate - seconds);
        if (now > left * SLOWER && now > left + SOON.toSeconds()) {
            slower = true;
            total = estimate;
            left = now;
        } else {
            total = total == 0 ? estimate : total + NEW * (estimate - total);
            left = Math.min(left, Math.max(0, total - seconds));
        }
        return slower
                ? Words.of("eta.slower", "left", left(left))
                : left(left);
    }

    /** What is thought before it starts: {@code about 2 min}, {@code about 0:50}. */
    public static String about(Duration time) {
        return Words.of("eta.about", "time", rounded(time.toMillis() / 1e3));
    }

    /** What it took: {@code took 11.4 s}, {@code took 3:20}. */
    public static String took(Duration time) {
        double seconds = time.toMillis() / 1e3;
        return Words.of("eta.took", "time", seconds < 60 ? Words.seconds(seconds) : Words.duration(seconds));
    }

    private String unknown(Duration elapsed) {
        String so = Words.duration(elapsed.toSeconds());
        return usual.map(time -> Words.of("eta.usual", "elapsed", so, "usual", rounded(time.toMillis() / 1e3)))
                .orElse(so);
    }

    private static String left(double seconds) {
        return seconds < 60
                ? Words.of("eta.left", "time", Words.duration(seconds))
                : Words.of("eta.about.left", "time", rounded(seconds));
    }

    /** Seconds to the next ten below a minute and a half, then whole minutes, then hours in fives of minutes. */
    private static String rounded(double seconds) {
        if (seconds < 10) {
            return Words.duration(Math.ceil(seconds));
        }
        if (seconds < 60) {
            return Words.duration(Math.ceil(seconds / 10) * 10);
        }
        long minutes = Math.round(seconds / 60);
        return minutes < 60
                ? Words.of("eta.minutes", "n", minutes)
                : Words.of("eta.hours", "hours", minutes / 60, "minutes", minutes % 60 / 5 * 5);
    }
}
