package org.filmwright.ui.timeline;

import java.util.function.LongSupplier;
import org.filmwright.media.SoundTime;

/**
 * The time as the sound tells it: how many samples were heard, and between two reports of that, which come in steps, the
 * system's. Where the sound stands still for two seconds, the device is gone, and the system's time goes on alone.
 */
final class LineClock {
    /** Nanoseconds that a device may stay silent about between two reports. */
    private static final long STEP = 40_000_000L;
    private static final long GONE = 2_000_000_000L;

    private final LongSupplier system;
    /** Time that was told minus the system's, while no sound tells it. */
    private long ahead;
    private long last = Long.MIN_VALUE;
    private boolean heard;
    private long origin;
    private long first;
    private long newest;
    private long at;

    /** @param system nanoseconds since some moment */
    LineClock(LongSupplier system) {
        this.system = system;
    }

    /** From now on sound tells the time. @param samples that the line has heard before */
    void begin(long samples) {
        origin = free(system.getAsLong());
        at = system.getAsLong();
        first = samples;
        newest = samples;
        heard = true;
    }

    /** What the line had before it began is dropped, and counts as heard on some devices. @param samples that it has heard now */
    void rebase(long samples) {
        first += samples - newest;
        newest = samples;
    }

    /** From now on the system tells the time. */
    void rest() {
        if (heard) {
            heard = false;
            ahead = last - system.getAsLong();
        }
    }

    /** Whether sound tells the time. */
    boolean heard() {
        return heard;
    }

    /** @param samples that the line has heard up to now */
    long nanos(long samples) {
        long now = system.getAsLong();
        if (heard && samples > newest) {
            newest = samples;
            at = now;
        } else if (heard && now - at > GONE) {
            rest();
        }
        last = Math.max(last, heard
                ? origin + (newest - first) * 1_000_000_000L / SoundTime.RATE + Math.min(now - at, STEP)
                : free(now));
        return last;
    }

    private long free(long now) {
        return Math.max(last, now + ahead);
    }
}
