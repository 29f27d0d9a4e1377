package org.filmwright.ui.timeline;

import org.filmwright.base.Outcome;
import org.filmwright.timeline.Cut;
import org.filmwright.timeline.Deed;
import org.filmwright.timeline.Retiming;
import org.filmwright.timeline.Splicer;
import org.filmwright.timeline.Spot;
import org.filmwright.timeline.TrackEdits;
import org.filmwright.timeline.Trims;

/**
 * What a hand that pulls at an item does to the cut: it grows with the frames that the hand has gone to the right. On the
 * storyline what lies behind goes along with a trim; on a track beside it nothing else moves. Pure.
 *
 * @param spot what is pulled; for a roll, what lies behind the cut
 */
record Pull(Kind kind, Spot spot) {
    /** The edits of the cutting room that a hand can pull. */
    enum Kind {
        TRIM_HEAD, TRIM_TAIL, ROLL, SLIP, SLIDE, STRETCH
    }

    /** On the storyline. */
    Pull(Kind kind, int item) {
        this(kind, Spot.storyline(item));
    }

    /** The cut after the hand went so many frames to the right, or why it cannot. */
    Outcome<Cut> of(Cut cut, int by) {
        if (kind == Kind.STRETCH) {
            return Retiming.stretch(cut, spot, Math.max(1, spot.in(cut).frames() + by));
        }
        return isBeside() ? beside(cut, by) : storyline(cut, spot.item(), by);
    }

    private Outcome<Cut> storyline(Cut cut, int item, int by) {
        return switch (kind) {
            case TRIM_HEAD -> Splicer.trimHead(cut, item, by);
            case TRIM_TAIL -> Splicer.trimTail(cut, item, by);
            case ROLL -> Splicer.roll(cut, item, by);
            case SLIP -> Splicer.slip(cut, item, -by);
            case SLIDE -> Splicer.slide(cut, item, by);
            case STRETCH -> Retiming.stretch(cut, spot, by);
        };
    }

    private Outcome<Cut> beside(Cut cut, int by) {
        return switch (kind) {
            case TRIM_HEAD -> Trims.trim(cut, spot, by, 0);
            case TRIM_TAIL -> Trims.trim(cut, spot, 0, by);
            case ROLL -> Trims.roll(cut, spot, by);
            case SLIP -> TrackEdits.slip(cut, spot, -by);
            case SLIDE -> TrackEdits.move(cut, spot, spot.track(), spot.start(cut) + by);
            case STRETCH -> Retiming.stretch(cut, spot, by);
        };
    }

    /** Under which name it is recorded. */
    Deed deed() {
        return switch (kind) {
            case TRIM_HEAD, TRIM_TAIL -> isBeside() ? Deed.TRIM : Deed.RIPPLE_TRIM;
            case ROLL -> Deed.ROLL;
            case SLIP -> Deed.SLIP;
            case SLIDE -> isBeside() ? Deed.MOVE : Deed.SLIDE;
            case STRETCH -> Deed.SPEED;
        };
    }

    private boolean isBeside() {
        return spot.track() > 0;
    }

    /** As many of these frames as the cut allows: what can be pulled so far can be pulled less far too. */
    int reach(Cut cut, int by) {
        if (by == 0 || of(cut, by) instanceof Outcome.Ok) {
            return by;
        }
        int way = Integer.signum(by);
        int can = 0;
        int cannot = Math.abs(by);
        while (cannot - can > 1) {
            int middle = (can + cannot) >>> 1;
            if (of(cut, way * middle) instanceof Outcome.Ok) {
                can = middle;
            } else {
                cannot = middle;
            }
        }
        return way * can;
    }

    /** The frame that moves along with the hand, as it is before: what snaps. */
    int edge(Reel reel) {
        return switch (kind) {
            case TRIM_TAIL, STRETCH -> reel.cut().track(spot.track()).start(spot.item() + 1);
            case TRIM_HEAD, ROLL, SLIDE, SLIP -> reel.cut().track(spot.track()).start(spot.item());
        };
    }

    /** Whether that edge comes to lie elsewhere; the head of an item of the storyline stays, and so does what is slipped. */
    boolean snaps() {
        return kind != Kind.SLIP && (kind != Kind.TRIM_HEAD || isBeside());
    }

    /** Whether what lies behind the edge comes along, so that only what lies before it stands still. */
    boolean carries() {
        return !isBeside() && (kind == Kind.TRIM_TAIL || kind == Kind.STRETCH);
    }
}
