package org.filmwright.ui.timeline;

/**
 * How a film runs.
 *
 * @param step frames from one picture to the next, negative for backwards: 1, 2, 4 or 8
 * @param tempo pictures a second over the film's rate: 1, or less in slow motion
 */
record Pace(int step, double tempo) {
    static final Pace PLAIN = new Pace(1, 1);

    private static final int FASTEST = 8;
    private static final double SLOW = 0.25;

    static Pace slow(int direction) {
        return new Pace(direction, SLOW);
    }

    /** What the key of a direction makes of it: faster that way, or slower the other way until it turns. */
    Pace pushed(int direction) {
        if (tempo < 1) {
            return new Pace(direction, 1);
        }
        if (step * direction > 0) {
            return new Pace(direction * Math.min(FASTEST, Math.abs(step) * 2), 1);
        }
        return new Pace(Math.abs(step) == 1 ? direction : step / 2, 1);
    }

    boolean isPlain() {
        return equals(PLAIN);
    }
}
