package org.filmwright.generate.local.runner;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether a process still lives and gets on. Only time in which somebody looked counts: a machine that slept has not
 * waited.
 */
final class Watch {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);
    private final Limits limits;
    private Instant looked = Instant.MAX;
    private Duration quiet = Duration.ZERO;
    private Duration still = Duration.ZERO;

    Watch(Limits limits) {
        this.limits = limits;
    }

    /** New work begins. */
    synchronized void begin(Instant now) {
        looked = now;
        moved();
    }

    /** Its heart beats. */
    synchronized void beat() {
        quiet = Duration.ZERO;
    }

    /** Its work goes on. */
    synchronized void moved() {
        quiet = Duration.ZERO;
        still = Duration.ZERO;
    }

    /** What is wrong, to follow "the process ". */
    synchronized Optional<String> look(Instant now) {
        Duration passed = passed(now);
        looked = now;
        quiet = quiet.plus(passed);
        still = still.plus(passed);
        if (quiet.compareTo(limits.silence()) > 0) {
            return Optional.of("gave no sign of life for " + limits.silence().toSeconds() + " seconds");
        }
        return still.compareTo(limits.standstill()) > 0
                ? Optional.of("got no further for " + limits.standstill().toSeconds() + " seconds")
                : Optional.empty();
    }

    private Duration passed(Instant now) {
        Duration passed = Duration.between(looked, now);
        if (passed.isNegative()) {
            return Duration.ZERO;
        }
        return passed.compareTo(BETWEEN_LOOKS) > 0 ? BETWEEN_LOOKS : passed;
    }
}
