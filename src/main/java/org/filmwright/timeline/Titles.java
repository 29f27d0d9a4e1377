package org.filmwright.timeline;

import java.util.List;
import java.util.stream.IntStream;
import org.filmwright.base.Outcome;

/** Words on the film, by hand. */
public final class Titles {
    private Titles() {}

    /** A card of its own; what is behind moves back. @param lines largest first */
    public static Outcome<Cut> card(Cut cut, int frame, List<String> lines, int frames) {
        return worded(lines).then(words -> Splicer.insert(cut, frame, new Item.Title(words, frames)));
    }

    /** Over the picture, on the lowest track with room for it that is not locked, else on a new one. */
    public static Outcome<Cut> over(Cut cut, int frame, List<String> lines, int frames) {
        int track = IntStream.rangeClosed(1, cut.tracks().size())
                .filter(n -> cut.track(n).kind() == Track.Kind.PICTURE && !cut.track(n).locked()
                        && free(cut.track(n), frame, frame + frames))
                .findFirst()
                .orElse(0);
        return worded(lines).then(words -> {
            Item.Title title = new Item.Title(words, frames, true, 0);
            return track > 0
                    ? TrackEdits.put(cut, track, frame, title)
                    : TrackEdits.add(cut, Track.Kind.PICTURE)
                            .then(more -> TrackEdits.put(more, more.tracks().size(), frame, title));
        });
    }

    /** Other words; as long as before. */
    public static Outcome<Cut> edit(Cut cut, Spot spot, List<String> lines) {
        return spot.in(cut) instanceof Item.Title(_, var frames, var over, var link)
                ? worded(lines).then(words -> TrackEdits.replace(cut, spot, new Item.Title(words, frames, over, link)))
                : Refusals.refused("Only a title has words of its own.", "Choose a title.");
    }

    private static Outcome<List<String>> worded(List<String> lines) {
        List<String> words = lines.stream().map(String::strip).filter(line -> !line.isEmpty()).toList();
        return words.isEmpty() ? Refusals.refused("A title has words.", "Write some.") : Outcome.ok(words);
    }

    private static boolean free(Track track, int from, int to) {
        int start = 0;
        for (Item item : track.items()) {
            int end = start + item.frames();
            if (!(item instanceof Item.Gap) && start < to && end > from) {
                return false;
            }
            start = end;
        }
        return true;
    }
}
