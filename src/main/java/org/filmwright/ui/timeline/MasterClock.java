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

    /** The film runs from a frame on, of which the picture is on the screen now. Does not wait. */
    default void begins(int frame, Pace pace, Stretch between) {}

    /** The film stands still, or is about to begin elsewhere. Does not wait. */
    default void rests() {}
}
