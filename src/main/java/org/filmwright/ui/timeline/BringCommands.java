package org.filmwright.ui.timeline;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.value.ObservableBooleanValue;
import org.filmwright.base.Outcome;
import org.filmwright.timeline.Cut;
import org.filmwright.timeline.Deed;
import org.filmwright.timeline.InOut;
import org.filmwright.timeline.Item;
import org.filmwright.timeline.Splicer;
import org.filmwright.timeline.TrackEdits;
import org.filmwright.ui.kit.Command;
import org.filmwright.ui.kit.Scope;

/**
 * What brings the clip of the shot into the cut that is chosen in the list: at the playhead, or at in and out where they are
 * set (three-point editing).
 */
final class BringCommands {
    private final TimelineModel model;
    private final Splicing splicing;
    private final Supplier<Optional<Item.Clip>> chosen;

    BringCommands(TimelineModel model, Splicing splicing, Supplier<Optional<Item.Clip>> chosen) {
        this.model = model;
        this.splicing = splicing;
        this.chosen = chosen;
    }

    /** @param cut whether there is one */
    List<Command> all(ObservableBooleanValue cut) {
        return List.of(
                on(cut, "insert", () -> put(Deed.INSERT, (now, at, clip) -> InOut.insert(now, at, clip, false))),
                on(cut, "overwrite", () -> put(Deed.OVERWRITE, (now, at, clip) -> InOut.overwrite(now, at, clip,
                        false))),
                on(cut, "append", () -> put(Deed.APPEND, (now, _, clip) -> Splicer.append(now, clip))),
                on(cut, "replace", this::replace),
                on(cut, "fill", () -> put(Deed.FILL, (now, _, clip) -> InOut.fit(now, clip))),
                on(cut, "over", () -> put(Deed.OVERWRITE, TrackEdits::over)));
    }

    private static Command on(ObservableBooleanValue possible, String id, Runnable action) {
        return Command.when(possible, "timeline." + id, Scope.TIMELINE, action);
    }

    /** How something gets into a cut. */
    private interface Putting {
        Outcome<Cut> put(Cut cut, int frame, Item.Clip clip);
    }

    private void put(Deed deed, Putting putting) {
        int frame = model.frame().get();
        Optional<Item.Clip> clip = chosen.get();
        model.pause();
        if (clip.isEmpty()) {
            splicing.refuse("timeline.put.none", "timeline.put.none.remedy");
        } else {
            splicing.edit(deed, now -> putting.put(now, Math.clamp(frame, 0, now.frames() - 1), clip.get()),
                    _ -> model.seek(frame));
        }
    }

    /** In the place of what is selected on the storyline, or of what lies under the playhead. */
    private void replace() {
        Optional<Reel.Span> meant = splicing.selected().get().filter(span -> span.track() == 0);
        put(Deed.REPLACE, (now, frame, clip) -> Splicing.atTarget(now, meant, frame, (cut, spot) -> Splicer.replace(cut,
                spot.item(), clip.linked(spot.in(cut).link()))));
    }
}
