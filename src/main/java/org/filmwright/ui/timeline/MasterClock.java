package org.filmwright.ui.timeline;

/**
 * The time that decides which frame of a running film is due: the system's, or how far the sound has come where there is
 * some, since an ear hears what an eye does not see. Pictures follow it and are dropped when they are late; it waits for
 * nobody.
 */
@FunctionalInterface
interface MasterClock {
    /** Nanoseconds since some moment; never less than before. */
    long nanos();
}
