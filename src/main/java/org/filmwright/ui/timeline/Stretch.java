package org.filmwright.ui.timeline;

/**
 * The frames between which a film runs.
 *
 * @param from the first; @param to the one behind the last
 * @param loop whether the first follows the last
 */
record Stretch(int from, int to, boolean loop) {
    /** Where one comes to from {@code origin}, that many frames on; a frame outside where that is over. */
    int at(int origin, long frames) {
        long place = origin + frames;
        return loop
                ? from + (int) Math.floorMod(place - from, (long) to - from)
                : (int) Math.clamp(place, from - 1L, to);
    }

    boolean holds(int frame) {
        return frame >= from && frame < to;
    }

    /** The frame at which it ends in a direction. */
    int end(int direction) {
        return direction > 0 ? to - 1 : from;
    }
}
