package org.filmwright.ui.timeline;

import org.filmwright.base.Outcome;
import org.filmwright.timeline.Cut;
import org.filmwright.timeline.Item;
import org.filmwright.timeline.Splicer;

/**
 * What a hand that pulls at an item does to the cut: it grows with the frames that the hand has gone to the right. Pure.
 *
 * @param item index of what is pulled
 */
record Pull(Kind kind, int item) {
    /** The edits of the cutting room that a hand can pull. */
    enum Kind {
        TRIM_HEAD, TRIM_TAIL, ROLL, SLIP, SLIDE
    }

    /** The cut after the hand went so many frames to the right, or why it cannot. */
    Outcome<Cut> of(Cut cut, int by) {
        return switch (kind) {
            case TRIM_HEAD -> Splicer.trimHead(cut, item, by);
            case TRIM_TAIL -> Splicer.trimTail(cut, item, by);
            case ROLL -> Splicer.roll(cut, item, by);
            case SLIP -> Splicer.slip(cut, item, -by);
            case SLIDE -> Splicer.slide(cut, item, by);
        };
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
            case TRIM_TAIL -> reel.start(item + 1);
            case TRIM_HEAD, ROLL, SLIDE, SLIP -> reel.start(item);
        };
    }

    /** Whether that edge comes to lie elsewhere; the head of an item that is trimmed stays, and so does what is slipped. */
    boolean snaps() {
        return kind == Kind.TRIM_TAIL || kind == Kind.ROLL || kind == Kind.SLIDE;
    }

    /** Whether the item is still the one that was taken hold of, in a cut that may be newer. */
    boolean holds(Cut cut, Item held) {
        return item < cut.items().size() && cut.items().get(item).equals(held);
    }
}
