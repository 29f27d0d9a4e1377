package org.filmwright.timeline;

import java.util.Comparator;
import java.util.NavigableSet;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a hand that drags something over the timeline is drawn to: the nearest of some frames. How near is near is a matter
 * of the screen: 8 to 10 pixels, in frames of the moment (film.md 3.1).
 *
 * @param lines the frames that draw
 */
public record Snapping(NavigableSet<Integer> lines) {
    public Snapping {
        lines = new TreeSet<>(lines);
    }

    public static Snapping to(IntStream lines) {
        return new Snapping(lines.boxed().collect(TreeSet::new, TreeSet::add, TreeSet::addAll));
    }

    /** What draws in every cut: its markers, its in and out point, and the playhead; and what else is given. */
    public static Snapping of(Cut cut, int playhead, IntStream edges) {
        Snapping all = to(IntStream.concat(edges, IntStream.of(playhead)));
        cut.markers().forEach(marker -> all.lines.add(marker.at()));
        cut.marks().in().ifPresent(all.lines::add);
        cut.marks().out().ifPresent(all.lines::add);
        return all;
    }

    /** The nearest line, at most so many frames away; the earlier of two that are as near. */
    public OptionalInt near(double frame, double tolerance) {
        return Stream.of(lines.floor((int) Math.floor(frame)), lines.ceiling((int) Math.ceil(frame)))
                .filter(line -> line != null && Math.abs(line - frame) <= tolerance)
                .min(Comparator.comparingDouble(line -> Math.abs(line - frame)))
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
    }
}
