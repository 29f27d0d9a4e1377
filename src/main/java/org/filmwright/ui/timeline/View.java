package org.filmwright.ui.timeline;

/**
 * Which frames lie where across the lanes.
 *
 * @param scale pixels a frame, above 0
 * @param offset pixels of the film that lie left of the visible part
 */
record View(double scale, double offset) {
    /** Where a frame begins. */
    double x(double frame) {
        return frame * scale - offset;
    }

    /** The frame at a place, with the part of it that lies left of there. */
    double frame(double x) {
        return (x + offset) / scale;
    }
}
