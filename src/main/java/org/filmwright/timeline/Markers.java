package org.filmwright.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.filmwright.base.Outcome;
import org.filmwright.base.ShotId;

/** Markers by hand. They are told apart by their place in {@link Cut#markers}. */
public final class Markers {
    private Markers() {}

    /** A marker at a frame of the film. One that is meant for a shot goes where that shot goes. */
    public static Outcome<Cut> add(Cut cut, Marker marker) {
        if (marker.at() >= Math.max(1, cut.frames())) {
            return Refusals.refused("The film is over there.", "Go to a frame of the film.");
        }
        List<Marker> markers = new ArrayList<>(cut.markers());
        markers.add(marker);
        return Outcome.ok(cut.with(cut.layers().marked(markers)));
    }

    /** The shot that shows at a frame, for a marker that is to go along with it. */
    public static Optional<ShotId> shotAt(Cut cut, int frame) {
        return frame < cut.frames() && cut.items().get(cut.itemAt(frame)) instanceof Item.OfShot of
                ? Optional.of(of.shot())
                : Optional.empty();
    }

    /** To another frame; one that was meant for a shot is then meant for the one that shows there. */
    public static Outcome<Cut> move(Cut cut, int marker, int frame) {
        if (frame < 0 || frame >= cut.frames()) {
            return Refusals.refused("The film is over there.", "Go to a frame of the film.");
        }
        return one(cut, marker).then(old -> edit(cut, marker, new Marker(frame, old.frames(), old.colour(), old.text(),
                old.shot().flatMap(_ -> shotAt(cut, frame)))));
    }

    /** Another marker in the place of one: other words, another colour, longer. */
    public static Outcome<Cut> edit(Cut cut, int marker, Marker by) {
        return one(cut, marker).then(_ -> {
            List<Marker> markers = new ArrayList<>(cut.markers());
            markers.set(marker, by);
            return Outcome.ok(cut.with(cut.layers().marked(markers)));
        });
    }

    public static Outcome<Cut> remove(Cut cut, int marker) {
        return one(cut, marker).then(_ -> {
            List<Marker> markers = new ArrayList<>(cut.markers());
            markers.remove(marker);
            return Outcome.ok(cut.with(cut.layers().marked(markers)));
        });
    }

    private static Outcome<Marker> one(Cut cut, int marker) {
        return marker >= 0 && marker < cut.markers().size()
                ? Outcome.ok(cut.markers().get(marker))
                : Refusals.refused("This marker is not there any more.", "Choose another one.");
    }
}
