package org.filmwright.timeline;

import org.filmwright.base.Outcome;

/** Trims that move nothing else, and the way back from a split; on any track. */
public final class Trims {
    private Trims() {}

    /**
     * Regular trim: what an item loses becomes a gap, and what it gains comes out of one.
     *
     * @param begin how many frames later it begins, earlier where below 0; @param end how many frames later it ends
     */
    public static Outcome<Cut> trim(Cut cut, Spot spot, int begin, int end) {
        Strip strip = Strip.of(cut.track(spot.track()));
        int at = spot.item();
        boolean last = at + 1 == strip.size();
        if (strip.isGap(at)) {
            return Refusals.refused("A gap is as long as its neighbours leave it.", "Trim one of them.");
        }
        if (free(strip, at - 1) < -begin || !last && free(strip, at + 1) < end) {
            return Refusals.refused("There is no gap of that length " + (begin < 0 ? "before it." : "behind it."),
                    "Trim less, or trim with ripple.");
        }
        return Refusals.trimmed(strip.item(at), begin, end).then(part -> {
            strip.trim(at, part, begin);
            if (!last) {
                strip.pad(at + 2 - (strip.isGap(at + 1) ? 0 : 1), -end);
            } else if (end < 0 && spot.track() == 0) {
                strip.add(at + 1, new Item.Gap(-end));
            }
            strip.pad(at, begin);
            return TrackEdits.changed(cut, spot.track(), strip);
        });
    }

    /** Moves the cut between an item and the one before it, which lie against each other; nothing else moves. */
    public static Outcome<Cut> roll(Cut cut, Spot spot, int by) {
        if (spot.track() == 0) {
            return Splicer.roll(cut, spot.item(), by);
        }
        Strip strip = Strip.of(cut.track(spot.track()));
        int at = spot.item();
        if (at < 1 || at >= strip.size() || strip.isGap(at) || strip.isGap(at - 1)) {
            return Refusals.refused("There is no cut here between two clips.", "Trim an end, or move one of them.");
        }
        return Refusals.trimmed(strip.item(at - 1), 0, by)
                .then(first -> Refusals.trimmed(strip.item(at), by, 0).then(second -> {
                    strip.trim(at - 1, first, 0);
                    strip.trim(at, second, by);
                    return TrackEdits.changed(cut, spot.track(), strip);
                }));
    }

    /** Makes one of an item and the one before it, where they show what follows each other. */
    public static Outcome<Cut> join(Cut cut, Spot spot) {
        Strip strip = Strip.of(cut.track(spot.track()));
        int at = spot.item();
        if (at < 1 || !goesOn(strip.item(at - 1), strip.item(at))) {
            return Refusals.refused("These two were not one before: what they show does not follow each other.",
                    "Go to a cut that was made by a split.");
        }
        Item whole = strip.item(at - 1).slice(0, strip.item(at - 1).frames() + strip.item(at).frames());
        strip.straight(at);
        strip.joined(at, whole);
        return TrackEdits.changed(cut, spot.track(), strip);
    }

    /** Whether an item shows what another would show if it were longer. */
    static boolean goesOn(Item first, Item second) {
        return !(first instanceof Item.Gap) && first.tail() >= second.frames()
                && first.slice(first.frames(), second.frames()).linked(0).equals(second.linked(0));
    }

    private static int free(Strip strip, int at) {
        return strip.isGap(at) ? strip.item(at).frames() : 0;
    }
}
