package org.filmwright.engine;

import java.time.Duration;
import java.util.Optional;

/**
 * How a lane works.
 *
 * @param room how many steps may run at once
 * @param rate how many may start in a while, if that is limited
 * @param breakAfter after so many passing failures in a row the lane rests for a while; 0 for never
 */
public record LaneSpec(String name, int room, Optional<Rate> rate, int breakAfter) {
    /** Failures in a row. */
    private static final int ENOUGH = 5;

    public LaneSpec {
        if (name.isBlank() || name.length() > 40 || room < 1 || breakAfter < 0) {
            throw new IllegalArgumentException("A lane has a name of 1 to 40 characters and room for a step: " + name);
        }
    }

    /** Work on this machine: limited by its room only. */
    public static LaneSpec local(String name, int room) {
        return new LaneSpec(name, room, Optional.empty(), 0);
    }

    /** Work that somebody else does for us: a rate is kept, and the lane rests when five calls in a row fail. */
    public static LaneSpec remote(String name, int room, Rate rate) {
        return new LaneSpec(name, room, Optional.of(rate), ENOUGH);
    }

    /** Work of others who keep no rate: the lane rests as that of any other who keeps failing. */
    public static LaneSpec others(String name, int room) {
        return new LaneSpec(name, room, Optional.empty(), ENOUGH);
    }

    /** At most {@code starts} in any {@code per}: a quarter of them may come at once, the others evenly. */
    public record Rate(int starts, Duration per) {
        public Rate {
            if (starts < 1 || !per.isPositive()) {
                throw new IllegalArgumentException("A rate allows at least one start in some time");
            }
        }

        int burst() {
            return Math.max(1, starts / 4);
        }

        /** The time in which one more start is allowed: burst and refill together stay within any {@code per}. */
        Duration each() {
            return per.dividedBy(starts - burst() + 1);
        }
    }
}
