package org.filmwright.timeline;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a hand that drags something over the timeline is drawn to: edges of items, the playhead, markers, in and out. How near
 * is near is a matter of the screen: 8 to 10 pixels, in frames of the moment (film.md 3.1).
 *
 * @param lines the frames that draw
 */
public record Snapping(NavigableSet<Integer> lines) {
    public Snapping {
        lines = new TreeSet<>(lines);
    }

    /** Where something lands. @param start where it begins then; @param line the frame that drew it, to be shown */
    public record Landing(int start, int line) {}

    /** @param moving what is dragged and does not draw itself */
    public static Snapping of(Cut cut, int playhead, Collection<Spot> moving) {
        NavigableSet<Integer> lines = new TreeSet<>(List.of(0, playhead, cut.frames()));
        Set<Spot> own = Set.copyOf(moving);
        for (int track = 0; track <= cut.tracks().size(); track++) {
            int start = 0;
            int item = 0;
            for (Item each : cut.track(track).items()) {
                if (!own.contains(new Spot(track, item++)) && !(each instanceof Item.Gap)) {
                    lines.add(start);
                    lines.add(start + each.frames());
                }
                start += each.frames();
            }
        }
        cut.markers().forEach(marker -> lines.add(marker.at()));
        cut.marks().in().ifPresent(lines::add);
        cut.marks().out().ifPresent(lines::add);
        return new Snapping(lines);
    }

    /** The nearest line, at most so many frames away; the earlier of two that are as near. */
    public OptionalInt near(int frame, int tolerance) {
        return Stream.of(Optional.ofNullable(lines.floor(frame)), Optional.ofNullable(lines.ceiling(frame)))
                .flatMap(Optional::stream)
                .filter(line -> Math.abs(line - frame) <= tolerance)
                .min(Comparator.comparingInt(line -> Math.abs(line - frame)))
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
    }

    /** Where something lands that would begin at a frame: its begin or its end is drawn, whichever is nearer to a line. */
    public Optional<Landing> landing(int start, int frames, int tolerance) {
        return Stream.of(0, frames)
                .flatMap(edge -> near(start + edge, tolerance).stream()
                        .mapToObj(line -> new Landing(line - edge, line)))
                .filter(landing -> landing.start >= 0)
                .min(Comparator.comparingInt(landing -> Math.abs(landing.start - start)));
    }
}
