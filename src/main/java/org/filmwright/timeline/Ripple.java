package org.filmwright.timeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Takes what lies beside the storyline along when the storyline was edited: an item goes where the picture under its first
 * frame went, or the item that it is linked to. Two that would then lie over each other follow each other; nothing becomes
 * shorter. What lies on a locked track stays.
 */
final class Ripple {
    /** What goes along. */
    enum Way {
        /** Everything; and what lay wholly over what was taken out goes with it. */
        EXTRACTED,
        /** Everything. */
        MOVED,
        /** Nothing but markers of a shot, and what lies over it: the film is as long as before. */
        REORDERED
    }

    private final Cut before;
    private final Strip storyline;
    private final Way way;

    private Ripple(Cut before, Strip storyline, Way way) {
        this.before = before;
        this.storyline = storyline;
        this.way = way;
    }

    /** An edited cut with its layers. @param storyline the edit; not yet made into a cut */
    static Cut of(Cut before, Strip storyline, Way way) {
        Ripple ripple = new Ripple(before, storyline, way);
        Layers layers = new Layers(before.tracks().stream().map(ripple::track).toList(), before.markers()
                .stream()
                .map(ripple::marker)
                .toList(), before.marks());
        return storyline.cut(before).with(layers);
    }

    private Marker marker(Marker marker) {
        return way == Way.REORDERED && marker.shot().isEmpty()
                ? marker
                : marker.at(Math.max(0, storyline.now(marker.at())));
    }

    /** An item where it is now. @param old its place on its track */
    private record Placed(int old, Item item, int start) {}

    private Track track(Track track) {
        if (track.locked() || track.items().isEmpty()) {
            return track;
        }
        List<Placed> placed = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < track.items().size(); i++) {
            Item item = track.items().get(i);
            if (!(item instanceof Item.Gap) && !taken(item, start)) {
                placed.add(new Placed(i, item, Math.max(0, start + shift(item, start))));
            }
            start += item.frames();
        }
        placed.sort(Comparator.comparingInt(Placed::start));
        return laid(track, placed);
    }

    private boolean taken(Item item, int start) {
        return way == Way.EXTRACTED && linked(item) < 0 && storyline.gone(start, start + item.frames());
    }

    private int shift(Item item, int start) {
        int anchor = linked(item) < 0 ? start : before.start(linked(item));
        return storyline.now(anchor) - anchor;
    }

    /** The item of the storyline that it is linked to; -1 where there is none. */
    private int linked(Item item) {
        return item.link() == 0
                ? -1
                : IntStream.range(0, before.items().size())
                        .filter(i -> before.items().get(i).link() == item.link())
                        .findFirst()
                        .orElse(-1);
    }

    private static Track laid(Track track, List<Placed> placed) {
        Strip strip = Strip.of(track.with(List.of(), List.of()));
        List<Integer> olds = new ArrayList<>();
        for (Placed each : placed) {
            if (each.start > strip.frames()) {
                strip.reaching(each.start);
                olds.add(-1);
            }
            strip.add(strip.size(), each.item);
            olds.add(each.old);
        }
        if (!placed.isEmpty() && placed.getLast().old + 1 < track.items().size()
                && track.items().get(placed.getLast().old + 1) instanceof Item.Gap gap) {
            strip.add(strip.size(), gap);
            olds.add(-1);
        }
        track.transitions().forEach(each -> kept(track, strip, olds, each));
        return strip.track(track);
    }

    /** A dissolve stays where the same two follow each other, or an item and nothing. */
    private static void kept(Track track, Strip strip, List<Integer> olds, Transition dissolve) {
        boolean comes = !(track.items().get(dissolve.at()) instanceof Item.Gap);
        int at = comes ? olds.indexOf(dissolve.at()) : olds.indexOf(dissolve.at() - 1) + 1;
        boolean there = at > 0 && at < strip.size();
        int other = comes ? at - 1 : at;
        int wanted = comes ? dissolve.at() - 1 : dissolve.at();
        if (there && (olds.get(other) == wanted
                || strip.isGap(other) && track.items().get(wanted) instanceof Item.Gap)) {
            strip.dissolve(at, dissolve.inOffset(), dissolve.outOffset());
        }
    }
}
