package org.filmwright.ui.timeline;

import java.util.List;
import java.util.function.BiFunction;
import javafx.beans.value.ObservableBooleanValue;
import org.filmwright.base.Outcome;
import org.filmwright.timeline.Cut;
import org.filmwright.timeline.Deed;
import org.filmwright.timeline.InOut;
import org.filmwright.ui.kit.Command;
import org.filmwright.ui.kit.Scope;

/** In and out point at the playhead, while the film stands or runs. The frame that is seen belongs to what is marked. */
final class MarkCommands {
    private final TimelineModel model;
    private final Splicing splicing;

    MarkCommands(TimelineModel model, Splicing splicing) {
        this.model = model;
        this.splicing = splicing;
    }

    /** @param cut whether there is one */
    List<Command> all(ObservableBooleanValue cut) {
        return List.of(on(cut, "mark-in", () -> mark(InOut::in)),
                on(cut, "mark-out", () -> mark((now, frame) -> InOut.out(now, frame + 1))),
                on(cut, "go-in", () -> model.marks().in().ifPresent(model::seek)),
                on(cut, "go-out", () -> model.marks().out().ifPresent(out -> model.seek(out - 1))),
                on(cut, "clear-marks", () -> mark((now, _) -> InOut.clear(now))));
    }

    private static Command on(ObservableBooleanValue possible, String id, Runnable action) {
        return Command.when(possible, "timeline." + id, Scope.TIMELINE, action);
    }

    private void mark(BiFunction<Cut, Integer, Outcome<Cut>> marking) {
        int frame = model.frame().get();
        splicing.edit(Deed.MARKS, now -> marking.apply(now, frame), _ -> {});
    }
}
