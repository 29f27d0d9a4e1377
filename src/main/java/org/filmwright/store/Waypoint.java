package org.filmwright.store;

/** Told when the store passes a point where a crash would be most awkward; drills end the process there. */
@FunctionalInterface
public interface Waypoint {
    Waypoint NONE = point -> {};

    void pass(String point);
}
