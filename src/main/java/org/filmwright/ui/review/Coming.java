package org.filmwright.ui.review;

import java.util.Optional;
import org.filmwright.base.Progress;
import org.filmwright.production.Job;
import org.filmwright.story.Shot;
import org.filmwright.ui.kit.Failures;
import org.filmwright.ui.kit.Words;

/**
 * A take that is on its way, or could not be drawn.
 *
 * @param number that it will have
 * @param fraction done, 0 to 1; NaN when nothing was reported
 * @param glimpse how it looks by now, of those who show that
 */
record Coming(Shot shot, Job job, int number, double fraction, Optional<Progress.Glimpse> glimpse, boolean first)
        implements
            Tile {
    boolean failed() {
        return job.state() == Job.State.FAILED;
    }

    /** {@code 62 %}, or what it waits for. */
    String words() {
        return switch (job.state()) {
            case RUNNING -> Double.isNaN(fraction)
                    ? Words.of("coming.begun")
                    : Words.of("unit.percent", "value",
                            Math.round(fraction * 100));
            case FAILED -> Words.of("coming.failed");
            case LACKING -> Words.of("coming.lacking");
            case PAUSED -> Words.of("coming.paused");
            case WAITING, BLOCKED, RETRYING, ASKING, HELD, STOPPED, DONE, DROPPED -> Words.of("coming.waiting");
        };
    }

    /** Why it is not there. */
    String reason() {
        return job.failure().map(Failures::words).orElse("");
    }

    @Override
    public String spoken() {
        return Words.of("spoken.coming", "label", shot.label(), "number", number(), "state", failed()
                ? reason()
                : words());
    }
}
