package org.filmwright.ui.timeline;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.filmwright.timeline.Cut;
import org.filmwright.timeline.Item;
import org.filmwright.timeline.Spot;

/**
 * An item as it was when somebody meant it, found again in a cut that may be newer: where it was, else the nearest that is
 * the same shot, sound or title, longer or shorter, on its own track before others. Pure.
 *
 * @param start the frame on which it began
 */
record Aim(Spot spot, Item item, int start) {
    static Aim at(Reel.Span span) {
        return new Aim(new Spot(span.track(), span.index()), span.item(), span.start());
    }

    /** Nothing where it is gone. */
    Optional<Spot> in(Cut cut) {
        boolean there = spot.track() <= cut.tracks().size() && spot.item() < cut.items(spot.track()).size()
                && (spot.in(cut).equals(item) || isAlike(item, spot.in(cut)) && spot.start(cut) == start);
        return there ? Optional.of(spot) : elsewhere(cut);
    }

    private Optional<Spot> elsewhere(Cut cut) {
        Stream<Integer> tracks = Stream.concat(Stream.of(spot.track()).filter(track -> track <= cut.tracks().size()),
                IntStream.rangeClosed(0, cut.tracks().size()).filter(track -> track != spot.track()).boxed());
        return tracks.flatMap(track -> nearest(cut, track).stream()).findFirst();
    }

    private Optional<Spot> nearest(Cut cut, int track) {
        int[] starts = IntStream.concat(IntStream.of(0), cut.items(track).stream().mapToInt(Item::frames))
                .toArray();
        for (int i = 1; i < starts.length; i++) {
            starts[i] += starts[i - 1];
        }
        return IntStream.range(0, starts.length - 1)
                .filter(i -> isAlike(item, cut.items(track).get(i)))
                .boxed()
                .min(Comparator.comparingInt(i -> Math.abs(starts[i] - start)))
                .map(i -> new Spot(track, i));
    }

    private static boolean isAlike(Item one, Item other) {
        return switch (one) {
            case Item.OfShot of -> other instanceof Item.OfShot same && same.shot().equals(of.shot());
            case Item.Sound sound -> other instanceof Item.Sound same && same.media().equals(sound.media());
            case Item.Title title -> other instanceof Item.Title same && same.lines().equals(title.lines());
            case Item.Gap gap -> other.equals(gap);
        };
    }
}
