package org.filmwright.ui.timeline;

import java.util.Comparator;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Snapping: the point that is nearest, within some pixels. Pure. */
final class Magnet {
    /** Pixels of the 100 % design (film.md 3.1: a tolerance in pixels, never in frames). */
    static final double NEAR = 9;

    private Magnet() {}

    /** @param points frames that draw others to them @param near how many frames away they still do */
    static OptionalInt to(double frame, IntStream points, double near) {
        return points.filter(point -> Math.abs(point - frame) <= near)
                .boxed()
                .min(Comparator.comparingDouble(point -> Math.abs(point - frame)))
                .map(OptionalInt::of)
                .orElseGet(OptionalInt::empty);
    }
}
