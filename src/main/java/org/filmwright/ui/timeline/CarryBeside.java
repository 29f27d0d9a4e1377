package org.filmwright.ui.timeline;

import java.util.Optional;
import javafx.scene.input.MouseEvent;
import org.filmwright.base.Outcome;
import org.filmwright.timeline.Cut;
import org.filmwright.timeline.Deed;
import org.filmwright.timeline.Spot;
import org.filmwright.timeline.TrackEdits;
import org.filmwright.ui.kit.Failures;
import org.filmwright.ui.kit.Words;

/** An item of a track beside the storyline in the hand: along its track, and onto others of its kind that are not locked. */
final class CarryBeside implements Gesture {
    private final Surface surface;
    private final Reel reel;
    private final Reel.Span span;
    private final double from;
    private Place to;
    private boolean moved;
    private String refused = "";

    /** Where it would lie. */
    private record Place(int track, int frame) {}

    CarryBeside(Surface surface, Reel reel, Reel.Span span, MouseEvent from) {
        this.surface = surface;
        this.reel = reel;
        this.span = span;
        this.from = from.getX();
        to = here();
    }

    private Place here() {
        return new Place(span.track(), span.start());
    }

    @Override
    public void drag(MouseEvent at) {
        moved = moved || surface.isPull(at.getX() - from) || track(at) != span.track();
        if (!moved) {
            return;
        }
        Splicing splicing = surface.splicing();
        int frame = splicing.drawn(span.start() + surface.frames(at.getX() - from), span.item().frames(), splicing
                .edges(span), at.isShortcutDown(), surface.near());
        attempt(new Place(track(at), Math.max(0, frame)));
    }

    private void attempt(Place wanted) {
        if (wanted.equals(here())) {
            to = wanted;
            refused = "";
            surface.splicing().preview().set(Optional.empty());
            surface.splicing().says().set(Words.of("timeline.carry.stays"));
            return;
        }
        switch (TrackEdits.move(reel.cut(), new Spot(span.track(), span.index()), wanted.track, wanted.frame)) {
            case Outcome.Ok<Cut>(Cut cut) -> {
                to = wanted;
                refused = "";
                surface.splicing().show(cut, words());
            }
            case Outcome.Failed<Cut>(var why) -> {
                refused = Failures.words(why);
                surface.splicing().says().set(refused);
            }
        }
    }

    private String words() {
        String time = surface.model().timecode(to.frame);
        return to.track == span.track()
                ? Words.of("timeline.carry", "time", time)
                : Words.of("timeline.carry.track", "time", time, "name", reel.cut().track(to.track).name());
    }

    /** The one under the hand, where that takes it; else where it was last. */
    private int track(MouseEvent at) {
        return surface.band(at.getY())
                .map(Bands.Band::track)
                .filter(track -> track > 0 && reel.cut().track(track).kind() == reel.cut().track(span.track()).kind())
                .filter(track -> !reel.cut().track(track).locked())
                .orElse(to.track);
    }

    @Override
    public void drop() {
        if (to.equals(here())) {
            cancel();
            if (!refused.isEmpty()) {
                surface.splicing().warn(refused);
            }
            return;
        }
        Place there = to;
        surface.splicing()
                .record(Deed.MOVE, Splicing.atHeld(span, (cut, spot) -> TrackEdits.move(cut, spot, there.track,
                        there.frame)), Splicing.on(there.track, there.frame));
    }

    @Override
    public void cancel() {
        surface.splicing().let();
    }
}
