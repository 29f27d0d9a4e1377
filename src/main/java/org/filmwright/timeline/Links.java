package org.filmwright.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.ToIntFunction;
import org.filmwright.base.Outcome;

/**
 * Items that move together: a picture with its sound, or any group. A link is a number that all of them carry, so it
 * survives whatever happens to their places; the second halves of what is split together get a number of their own.
 */
public final class Links {
    private Links() {}

    /** Links items, and all that they were linked to; on the storyline there can be one of them. */
    public static Outcome<Cut> link(Cut cut, List<Spot> spots) {
        List<Spot> all = spots.stream().flatMap(spot -> linked(cut, spot).stream()).distinct().toList();
        if (all.size() < 2 || all.stream().anyMatch(spot -> spot.in(cut) instanceof Item.Gap)) {
            return Refusals.refused("Two clips, titles or sounds are linked.", "Choose another one as well.");
        }
        return all.stream().filter(spot -> spot.track() == 0).count() > 1
                ? Refusals.refused("Clips of the storyline follow each other and are not linked.",
                        "Link one of them with what lies over it.")
                : Outcome.ok(numbered(cut, all, next(cut)));
    }

    /** Lets an item and all that it is linked to move alone. */
    public static Outcome<Cut> unlink(Cut cut, Spot spot) {
        return spot.in(cut).link() == 0
                ? Refusals.refused("It is linked to nothing.", "Choose something that is.")
                : Outcome.ok(numbered(cut, linked(cut, spot), 0));
    }

    /** An item and all that it is linked to. */
    public static List<Spot> linked(Cut cut, Spot spot) {
        int number = spot.in(cut).link();
        List<Spot> all = new ArrayList<>();
        for (int track = 0; track <= cut.tracks().size(); track++) {
            List<Item> items = cut.items(track);
            for (int item = 0; item < items.size(); item++) {
                Spot other = new Spot(track, item);
                if (other.equals(spot) || number > 0 && items.get(item).link() == number) {
                    all.add(other);
                }
            }
        }
        return all;
    }

    /** A number that no item has. */
    static int next(Cut cut) {
        ToIntFunction<List<Item>> highest = items -> items.stream().mapToInt(Item::link).max().orElse(0);
        return 1 + Math.max(highest.applyAsInt(cut.items()), cut.tracks()
                .stream()
                .mapToInt(track -> highest.applyAsInt(track.items()))
                .max()
                .orElse(0));
    }

    /** What is linked to an item of the storyline goes from the tracks that are not locked, and leaves gaps. */
    static Cut without(Cut cut, Item item) {
        return onTracks(cut, item, Strip::clear);
    }

    /** What is linked to an item and shows at a frame is split there as well. @param second their number from now on */
    static Cut split(Cut cut, Item item, int frame, int second) {
        List<Track> tracks = cut.tracks().stream().map(track -> {
            Strip strip = Strip.of(track);
            int at = strip.cleft(frame).indexAt(frame);
            boolean within = at > 0 && at < strip.size() && strip.item(at - 1).link() == item.link()
                    && strip.item(at).link() == item.link();
            if (track.locked() || item.link() == 0 || !within) {
                return track;
            }
            strip.set(at, strip.item(at).linked(second));
            return strip.track(track);
        }).toList();
        return cut.with(cut.layers().with(tracks));
    }

    private interface Doing {
        void on(Strip strip, int at);
    }

    private static Cut onTracks(Cut cut, Item item, Doing doing) {
        BiFunction<Track, Strip, Track> each = (track, strip) -> {
            for (int at = strip.size() - 1; at >= 0; at--) {
                if (strip.item(at).link() == item.link()) {
                    doing.on(strip, at);
                }
            }
            return strip.track(track);
        };
        return item.link() == 0
                ? cut
                : cut.with(cut.layers()
                        .with(cut.tracks()
                                .stream()
                                .map(track -> track.locked() ? track : each.apply(track, Strip.of(track)))
                                .toList()));
    }

    private static Cut numbered(Cut cut, List<Spot> spots, int number) {
        Set<Spot> chosen = Set.copyOf(spots);
        List<Track> tracks = new ArrayList<>();
        for (int track = 1; track <= cut.tracks().size(); track++) {
            tracks.add(cut.track(track).with(numbered(cut, track, chosen, number), cut.track(track).transitions()));
        }
        return new Cut(cut.title(), cut.rate(), cut.size(), numbered(cut, 0, chosen, number), cut.transitions(),
                cut.subtitles(), cut.layers().with(tracks));
    }

    private static List<Item> numbered(Cut cut, int track, Set<Spot> chosen, int number) {
        List<Item> items = new ArrayList<>(cut.items(track));
        for (int i = 0; i < items.size(); i++) {
            if (chosen.contains(new Spot(track, i))) {
                items.set(i, items.get(i).linked(number));
            }
        }
        return items;
    }
}
