package org.filmwright.ui.timeline;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import javafx.beans.value.ObservableBooleanValue;
import org.filmwright.base.Outcome;
import org.filmwright.base.ShotId;
import org.filmwright.clips.ClipTake;
import org.filmwright.story.Shot;
import org.filmwright.timeline.Cut;
import org.filmwright.timeline.Item;
import org.filmwright.timeline.Splicer;
import org.filmwright.ui.kit.Command;
import org.filmwright.ui.kit.Desk;
import org.filmwright.ui.kit.Scope;

/**
 * Editing the cut by keyboard: what shows under the playhead is meant, or the cut that is nearest to it. Each is one step of
 * undo.
 */
final class CutCommands {
    /** How long a dissolve is. */
    private static final double DISSOLVE = 1;

    private final Desk desk;
    private final TimelineModel model;
    private final Supplier<Optional<Shot>> chosen;

    /** @param chosen the shot that is chosen in the list */
    CutCommands(Desk desk, TimelineModel model, Supplier<Optional<Shot>> chosen) {
        this.desk = desk;
        this.model = model;
        this.chosen = chosen;
    }

    /** @param cut whether there is one */
    List<Command> all(ObservableBooleanValue cut) {
        return List.of(on(cut, "split", () -> edit(Splicer::split)),
                on(cut, "trim-head", this::trimHead),
                on(cut, "trim-tail", () -> edit((now, frame) -> Splicer.trimTail(now, now.itemAt(frame),
                        frame + 1 - end(now, frame)))),
                on(cut, "lift", () -> edit((now, frame) -> Splicer.lift(now, now.itemAt(frame)))),
                on(cut, "extract", this::extract),
                on(cut, "nudge-left", () -> edit((now, frame) -> Splicer.slide(now, now.itemAt(frame), -1))),
                on(cut, "nudge-right", () -> edit((now, frame) -> Splicer.slide(now, now.itemAt(frame), 1))),
                on(cut, "roll-left", () -> edit((now, frame) -> Splicer.roll(now, nearest(now, frame), -1))),
                on(cut, "roll-right", () -> edit((now, frame) -> Splicer.roll(now, nearest(now, frame), 1))),
                on(cut, "slip-left", () -> edit((now, frame) -> Splicer.slip(now, now.itemAt(frame), 1))),
                on(cut, "slip-right", () -> edit((now, frame) -> Splicer.slip(now, now.itemAt(frame), -1))),
                on(cut, "earlier", () -> move(-1)), on(cut, "later", () -> move(1)),
                on(cut, "dissolve", () -> edit((now, frame) -> dissolve(now, nearest(now, frame)))),
                on(cut, "insert", () -> put(Splicer::insert)), on(cut, "overwrite", () -> put(Splicer::overwrite)));
    }

    private static Command on(ObservableBooleanValue possible, String id, Runnable action) {
        return Command.when(possible, "timeline." + id, Scope.TIMELINE, action);
    }

    /** What is done to a cut at a frame. */
    private interface Edit extends BiFunction<Cut, Integer, Outcome<Cut>> {}

    private void edit(Edit edit) {
        edit(edit, model.frame().get());
    }

    /** The frame is that of the moment in which the key was pressed; the cut may be newer. @param then the playhead */
    private void edit(Edit edit, int then) {
        int frame = model.frame().get();
        model.pause();
        desk.edit(editor -> editor.recut(now -> edit.apply(now, Math.clamp(frame, 0, now.frames() - 1))), _ -> model
                .seek(then));
    }

    /** The playhead goes to the new head, so that it stays on the same picture. */
    private void trimHead() {
        edit((now, frame) -> Splicer.trimHead(now, now.itemAt(frame), frame - now.start(now.itemAt(frame))), model
                .current()
                .map(Reel.Span::start)
                .orElse(0));
    }

    private void extract() {
        edit((now, frame) -> Splicer.extract(now, now.itemAt(frame)), model.current().map(Reel.Span::start).orElse(0));
    }

    /** The playhead goes along. */
    private void move(int by) {
        int frame = model.frame().get();
        int along = model.reel()
                .get()
                .flatMap(reel -> reel.at(frame)
                        .map(Reel.Span::index)
                        .filter(at -> at + by >= 0 && at + by < reel.spans().size())
                        .map(at -> by * reel.spans().get(at + by).item().frames()))
                .orElse(0);
        edit((now, at) -> Splicer.move(now, now.itemAt(at), now.itemAt(at) + by), frame + along);
    }

    private static int end(Cut cut, int frame) {
        return cut.start(cut.itemAt(frame) + 1);
    }

    /** The item that begins with the nearest cut. */
    private static int nearest(Cut cut, int frame) {
        int item = cut.itemAt(frame);
        return item > 0 && frame - cut.start(item) < end(cut, frame) - frame ? item : item + 1;
    }

    private static Outcome<Cut> dissolve(Cut cut, int item) {
        return cut.transitions().stream().anyMatch(each -> each.at() == item)
                ? Splicer.straight(cut, item)
                : Splicer.dissolve(cut, item, cut.rate().frames(DISSOLVE));
    }

    /** How something gets into a cut. */
    private interface Putting {
        Outcome<Cut> put(Cut cut, int frame, Item item);
    }

    private void put(Putting putting) {
        chosen.get()
                .flatMap(shot -> clip(shot.id(), shot.label()))
                .ifPresent(clip -> edit((now, frame) -> putting.put(now, frame, clip)));
    }

    private Optional<Item.Clip> clip(ShotId shot, String label) {
        return desk.snapshot()
                .get()
                .map(open -> open.clips().get(shot))
                .map((ClipTake made) -> new Item.Clip(shot, made.id(), made.media(), label, made.frames()));
    }
}
