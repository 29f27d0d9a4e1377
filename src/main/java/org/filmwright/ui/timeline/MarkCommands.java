package org.filmwright.ui.timeline;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import javafx.beans.value.ObservableBooleanValue;
import org.filmwright.base.Outcome;
import org.filmwright.timeline.Cut;
import org.filmwright.timeline.Layers;
import org.filmwright.timeline.Marks;
import org.filmwright.ui.kit.Command;
import org.filmwright.ui.kit.Desk;
import org.filmwright.ui.kit.Scope;

/** In and out point at the playhead, while the film stands or runs. The frame that is seen belongs to what is marked. */
final class MarkCommands {
    private final Desk desk;
    private final TimelineModel model;

    MarkCommands(Desk desk, TimelineModel model) {
        this.desk = desk;
        this.model = model;
    }

    /** @param cut whether there is one */
    List<Command> all(ObservableBooleanValue cut) {
        return List.of(on(cut, "mark-in", () -> mark(MarkCommands::in)),
                on(cut, "mark-out", () -> mark(MarkCommands::out)),
                on(cut, "go-in", () -> model.marks().in().ifPresent(model::seek)),
                on(cut, "go-out", () -> model.marks().out().ifPresent(out -> model.seek(out - 1))),
                on(cut, "clear-marks", () -> mark((marks, frame) -> Marks.NONE)));
    }

    private static Command on(ObservableBooleanValue possible, String id, Runnable action) {
        return Command.when(possible, "timeline." + id, Scope.TIMELINE, action);
    }

    private void mark(BiFunction<Marks, Integer, Marks> marking) {
        int frame = model.frame().get();
        desk.edit(editor -> editor.recut(now -> Outcome.ok(with(now, marking.apply(now.marks(), frame)))), _ -> {});
    }

    private static Cut with(Cut cut, Marks marks) {
        return cut.with(new Layers(cut.tracks(), cut.markers(), marks));
    }

    /** An out point that would lie before it goes. */
    private static Marks in(Marks marks, int frame) {
        return new Marks(OptionalInt.of(frame), marks.out().orElse(0) > frame ? marks.out() : OptionalInt.empty());
    }

    private static Marks out(Marks marks, int frame) {
        return new Marks(marks.in().orElse(Integer.MAX_VALUE) <= frame ? marks.in() : OptionalInt.empty(),
                OptionalInt.of(frame + 1));
    }
}
