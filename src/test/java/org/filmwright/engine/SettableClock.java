package org.filmwright.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until it is told to go on. */
public final class SettableClock implements InstantSource {
    private volatile Instant now = Instant.parse("2026-01-01T12:00:00Z");

    @Override
    public Instant instant() {
        return now;
    }

    /** To a later time; an earlier one changes nothing, as time does not run backwards by itself. */
    void set(Instant time) {
        now = time.isAfter(now) ? time : now;
    }

    /** Somebody turns the clock of the machine, either way. */
    public void jump(Duration by) {
        now = now.plus(by);
    }

    public void advance(Duration time) {
        now = now.plus(time);
    }
}
