package org.filmwright.export;

import java.util.Optional;
import org.filmwright.timeline.Cut;
import org.filmwright.timeline.Track;
import org.filmwright.timeline.Transition;

/**
 * What one frame of a track is made of: an item's frame, and inside a dissolve the incoming one over it. Frame numbers may
 * lie past an item's slot (its tail goes on) or, below 0, before it (its head comes first).
 */
record Composition(Layer below, Optional<Over> over) {
    /** Frame {@code frame} of item {@code item}. */
    record Layer(int item, int frame) {}

    /** What comes in; {@code weight} is its share, above 0 and below 1. */
    record Over(Layer layer, double weight) {}

    static Composition of(Cut cut, int n) {
        return of(cut.track(0), n);
    }

    static Composition of(Track track, int n) {
        int item = track.itemAt(n);
        int frame = n - track.start(item);
        int left = track.items().get(item).frames() - frame;
        for (Transition dissolve : track.transitions()) {
            if (dissolve.at() == item && frame < dissolve.outOffset()) {
                int gone = track.items().get(item - 1).frames();
                return dissolving(new Layer(item - 1, gone + frame), new Layer(item, frame), dissolve,
                        dissolve.inOffset() + frame);
            }
            if (dissolve.at() == item + 1 && left <= dissolve.inOffset()) {
                return dissolving(new Layer(item, frame), new Layer(item + 1, -left), dissolve,
                        dissolve.inOffset() - left);
            }
        }
        return new Composition(new Layer(item, frame), Optional.empty());
    }

    /**
     * Frame {@code i} of {@code n} stands at u = (i+1)/(n+1): symmetrical, and no frame of the dissolve is spent on one
     * picture alone (film.md 3.1). Its weight is sin²(πu/2), because light that grows evenly seems to jump where it
     * comes out of the dark: the first and last step of an even fade are the largest ones on the screen.
     */
    private static Composition dissolving(Layer from, Layer to, Transition dissolve, int i) {
        double rise = Math.sin(Math.PI / 2 * (i + 1) / (dissolve.frames() + 1));
        return new Composition(from, Optional.of(new Over(to, rise * rise)));
    }
}
