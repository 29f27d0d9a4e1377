package org.filmwright.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Forgets what ended long ago, a part at a time, so that nobody waits for it. What was made is kept. */
final class Tidying {
    static final Duration FIRST = Duration.ofMinutes(1);
    static final Duration EVERY = Duration.ofHours(24);
    private static final Duration KEPT = Duration.ofDays(30);
    private static final int AT_ONCE = 200;
    private final Workshop workshop;

    Tidying(Workshop workshop) {
        this.workshop = workshop;
    }

    /** The number of runs that were forgotten. */
    int tidy() {
        int all = 0;
        int some = AT_ONCE;
        while (some == AT_ONCE && !workshop.closing()) {
            some = workshop.act(Tidying::part);
            all += some;
        }
        return all;
    }

    private static int part(StepMoves moves) {
        Instant before = moves.now().minus(KEPT);
        List<RunId> old = moves.tx().endedBefore(before, AT_ONCE);
        old.forEach(moves.tx()::delete);
        return old.size();
    }
}
