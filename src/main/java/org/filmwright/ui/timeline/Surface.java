package org.filmwright.ui.timeline;

import java.util.Optional;
import java.util.function.Supplier;
import org.filmwright.ui.kit.Look;

/** Where hands work: the film on the lanes, and how pixels of the lanes are frames and tracks of it. */
record Surface(TimelineModel model, Splicing splicing, Zoom zoom, Look look, Supplier<Bands> bands) {
    /** A hand that goes fewer pixels than this only clicked. */
    private static final double SLACK = 4;

    boolean isPull(double pixels) {
        return Math.abs(pixels) >= look.px(SLACK);
    }

    double frames(double pixels) {
        return pixels / zoom.scale().get();
    }

    /** How many frames away things still draw. */
    double near() {
        return frames(look.px(Splicing.NEAR));
    }

    /** The lane at a height of the lanes. */
    Optional<Bands.Band> band(double y) {
        return bands.get().at(y / look.scale().get());
    }
}
