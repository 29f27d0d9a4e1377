package org.filmwright.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A lane as recorded: its limits, its tokens, whether it rests. The transitions are pure.
 *
 * @param tokens starts that its rate still allows, as of {@code tokensAt}; of no meaning without a rate
 * @param failures passing failures in a row
 * @param trips how often the lane broke since something last succeeded in it; above 0 it tries one step at a time
 */
public record Lane(LaneSpec spec, double tokens, Instant tokensAt, Optional<Pause> pause, int failures, int trips) {
    /** Clocks are set back by as much as this without anybody having turned them. */
    static final Duration DRIFT = Duration.ofMinutes(1);
    private static final Duration FIRST_REST = Duration.ofSeconds(30);
    private static final Duration LONGEST_REST = Duration.ofMinutes(10);
    /** After about an hour. */
    private static final int MOST_TRIPS = 9;

    /**
     * Why nothing starts in a lane.
     *
     * @param until nothing for as long as somebody wishes
     */
    public record Pause(String reason, Instant since, Optional<Instant> until) {
        public Pause {
            reason = reason.length() > 500 ? reason.substring(0, 499) + "…" : reason;
        }

        /** A clock that was set back does not prolong it. */
        boolean over(Instant now) {
            return until.filter(end -> !now.isBefore(end) || now.isBefore(since.minus(DRIFT))).isPresent();
        }
    }

    static Lane opened(LaneSpec spec, Instant now) {
        return new Lane(spec, burst(spec), now, Optional.empty(), 0, 0);
    }

    public String name() {
        return spec.name();
    }

    /** With the limits of {@code now}: what it was paused for and what it has used up stays. */
    Lane with(LaneSpec limits) {
        return new Lane(limits, spec.rate().equals(limits.rate()) ? tokens : burst(limits), tokensAt, pause, failures,
                trips);
    }

    /** Up to date: tokens refilled, a pause that is over gone. */
    Lane at(Instant now) {
        Optional<Pause> still = pause.filter(each -> !each.over(now));
        double refilled = spec.rate()
                .map(rate -> Math.min(burst(spec), tokens + gained(rate, now)))
                .orElse(tokens);
        return new Lane(spec, refilled, now, still, failures, trips);
    }

    /** How many more may start now; of a lane that is up to date. */
    int free(int inFlight) {
        int room = (trips > 0 ? 1 : spec.room()) - inFlight;
        int allowed = spec.rate().isPresent() ? (int) Math.floor(tokens + 1e-9) : room;
        return pause.isPresent() ? 0 : Math.clamp(room, 0, Math.max(0, allowed));
    }

    /** When it may be worth looking again, where time alone will open it. */
    Optional<Instant> opensAt() {
        if (pause.isPresent()) {
            return pause.get().until();
        }
        return spec.rate()
                .filter(_ -> tokens < 1)
                .map(rate -> tokensAt.plusNanos((long) Math.ceil((1 - tokens) * rate.each().toNanos())));
    }

    Lane started(int steps) {
        return spec.rate().isEmpty() ? this : new Lane(spec, tokens - steps, tokensAt, pause, failures, trips);
    }

    /** The longer of two pauses counts. */
    Lane paused(Pause why) {
        boolean longer = pause.map(now -> ends(why).isAfter(ends(now))).orElse(true);
        return longer ? new Lane(spec, tokens, tokensAt, Optional.of(why), failures, trips) : this;
    }

    Lane resumed() {
        return new Lane(spec, tokens, tokensAt, Optional.empty(), 0, 0);
    }

    Lane succeeded() {
        return failures == 0 && trips == 0 ? this : new Lane(spec, tokens, tokensAt, pause, 0, 0);
    }

    /**
     * One more passing failure; too many in a row, or one in a trial, and it rests: 30 s, doubled each time, at most 10
     * min, give or take a fifth, so that not everybody comes back at once.
     *
     * @param enough how many in a row are too many
     * @param spread 0 to 1, by chance
     */
    Lane failed(String what, Instant now, int enough, double spread) {
        boolean breaks = pause.isEmpty() && spec.breakAfter() > 0 && (trips > 0 || failures + 1 >= enough);
        if (!breaks) {
            return new Lane(spec, tokens, tokensAt, pause, failures + 1, trips);
        }
        Duration nominal = FIRST_REST.multipliedBy(1L << Math.min(trips, 5));
        Duration rest = nominal.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : nominal;
        Instant end = now.plusMillis((long) (rest.toMillis() * (0.8 + 0.4 * spread)));
        return new Lane(spec, tokens, tokensAt, Optional.of(new Pause(name() + " failed " + (failures + 1)
                + " times in a row. What waits for it is kept, and one is tried again by itself then. The last: "
                + what, now, Optional.of(end))), failures + 1, trips + 1);
    }

    /** Whether a step that keeps failing in passing is to be given up: its lane was waited for long enough. */
    boolean isGivenUp() {
        return spec.breakAfter() == 0 || trips > MOST_TRIPS;
    }

    private double gained(LaneSpec.Rate rate, Instant now) {
        Duration gone = Duration.between(tokensAt, now);
        return gone.isNegative() ? 0 : (double) gone.toNanos() / rate.each().toNanos();
    }

    private static Instant ends(Pause pause) {
        return pause.until().orElse(Instant.MAX);
    }

    private static double burst(LaneSpec spec) {
        return spec.rate().map(LaneSpec.Rate::burst).orElse(0);
    }
}
