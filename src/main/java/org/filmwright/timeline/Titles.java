package org.filmwright.timeline;

import java.util.List;
import org.filmwright.base.Outcome;

/** Words on the film, by hand. */
public final class Titles {
    private Titles() {}

    /** A card of its own; what is behind moves back. @param lines largest first */
    public static Outcome<Cut> card(Cut cut, int frame, List<String> lines, int frames) {
        return worded(lines).then(words -> Splicer.insert(cut, frame, new Item.Title(words, frames)));
    }

    /** Over the picture, as {@link TrackEdits#over} lays it. */
    public static Outcome<Cut> over(Cut cut, int frame, List<String> lines, int frames) {
        return worded(lines).then(words -> TrackEdits.over(cut, frame, new Item.Title(words, frames, true, 0)));
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
}
