package org.filmwright.ui.timeline;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import javafx.beans.value.ObservableBooleanValue;
import org.filmwright.base.Outcome;
import org.filmwright.timeline.Cut;
import org.filmwright.timeline.Item;
import org.filmwright.timeline.Splicer;
import org.filmwright.timeline.Spot;
import org.filmwright.timeline.TrackEdits;
import org.filmwright.ui.kit.Command;
import org.filmwright.ui.kit.Desk;
import org.filmwright.ui.kit.Scope;

/**
 * Editing the cut by keyboard: what is selected is meant, or what shows under the playhead, or the cut that is nearest to
 * it. Each is one step of undo.
 */
final class CutCommands {
    /** How long a dissolve is. */
    private static final double DISSOLVE = 1;

    private final Desk desk;
    private final TimelineModel model;
    private final Splicing splicing;
    private final Supplier<Optional<Item.Clip>> chosen;

    /** @param chosen the clip of the shot that is chosen in the list */
    CutCommands(Desk desk, TimelineModel model, Splicing splicing, Supplier<Optional<Item.Clip>> chosen) {
        this.desk = desk;
        this.model = model;
        this.splicing = splicing;
        this.chosen = chosen;
    }

    /** @param cut whether there is one */
    List<Command> all(ObservableBooleanValue cut) {
        return List.of(on(cut, "split", () -> edit(Splicer::split)),
                on(cut, "trim-head", this::trimHead), on(cut, "trim-tail", this::trimTail),
                on(cut, "head-earlier", () -> item((now, item) -> Splicer.trimHead(now, item, -1))),
                on(cut, "head-later", () -> item((now, item) -> Splicer.trimHead(now, item, 1))),
                on(cut, "tail-earlier", () -> item((now, item) -> Splicer.trimTail(now, item, -1))),
                on(cut, "tail-later", () -> item((now, item) -> Splicer.trimTail(now, item, 1))),
                on(cut, "lift", this::lift),
                on(cut, "extract", this::extract),
                on(cut, "nudge-left", () -> item((now, item) -> Splicer.slide(now, item, -1))),
                on(cut, "nudge-right", () -> item((now, item) -> Splicer.slide(now, item, 1))),
                on(cut, "roll-left", () -> edit((now, frame) -> Splicer.roll(now, nearest(now, frame), -1))),
                on(cut, "roll-right", () -> edit((now, frame) -> Splicer.roll(now, nearest(now, frame), 1))),
                on(cut, "slip-left", () -> item((now, item) -> Splicer.slip(now, item, 1))),
                on(cut, "slip-right", () -> item((now, item) -> Splicer.slip(now, item, -1))),
                on(cut, "earlier", () -> move(-1)), on(cut, "later", () -> move(1)),
                on(cut, "dissolve", () -> edit((now, frame) -> dissolve(now, nearest(now, frame)))),
                on(cut, "insert", () -> put(Splicer::insert)), on(cut, "overwrite", () -> put(Splicer::overwrite)),
                on(cut, "pick", () -> splicing.select(model.current())),
                on(cut, "select", () -> splicing.tool().set(Splicing.Tool.SELECT)),
                on(cut, "blade", () -> splicing.tool().set(Splicing.Tool.BLADE)),
                on(cut, "snap", () -> splicing.snaps().set(!splicing.snaps().get())));
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

    private void item(Splicing.Targeted edit) {
        item(edit, model.frame().get());
    }

    private void item(Splicing.Targeted edit, int then) {
        Optional<Reel.Span> meant = splicing.selected().get();
        edit((now, frame) -> Splicing.atTarget(now, meant, frame, edit), then);
    }

    /** Up to the playhead, or out to it where it stands outside of what is selected; it stays on the same picture. */
    private void trimHead() {
        int frame = model.frame().get();
        item((now, item) -> Splicer.trimHead(now, item, frame - now.start(item)), start());
    }

    private void trimTail() {
        int frame = model.frame().get();
        item((now, item) -> Splicer.trimTail(now, item, frame + 1 - now.start(item + 1)), frame);
    }

    private void lift() {
        if (!beside(TrackEdits::lift)) {
            item(Splicer::lift);
        }
    }

    /** What is done to an item of a track beside the storyline. */
    private interface Beside {
        Outcome<Cut> of(Cut cut, Spot spot);
    }

    /** Whether such an item was meant. */
    private boolean beside(Beside edit) {
        Optional<Reel.Span> meant = splicing.selected().get().filter(span -> span.track() > 0);
        meant.ifPresent(span -> edit((now, frame) -> ShapeCommands.holds(now, span)
                ? edit.of(now, new Spot(span.track(), span.index()))
                : Splicing.gone()));
        return meant.isPresent();
    }

    private void extract() {
        if (beside(TrackEdits::extract)) {
            return;
        }
        item(Splicer::extract, splicing.selected().get().isPresent() ? model.frame().get() : start());
    }

    private Optional<Reel.Span> meant() {
        return splicing.selected().get().or(model::current);
    }

    private int start() {
        return meant().map(Reel.Span::start).orElse(0);
    }

    /** The playhead goes along, and so does what is selected. */
    private void move(int by) {
        Optional<Reel.Span> meant = splicing.selected().get();
        int frame = model.frame().get();
        Optional<Reel.Span> other = model.reel()
                .get()
                .flatMap(reel -> meant().map(Reel.Span::index)
                        .filter(at -> at + by >= 0 && at + by < reel.spans().size())
                        .map(at -> reel.spans().get(at + by)));
        int along = other.map(span -> by * span.item().frames()).orElse(0);
        if (meant.isPresent() && other.isPresent()) {
            splicing.selectNext(OptionalInt.of(other.get().index()));
        }
        edit((now, at) -> Splicing.atTarget(now, meant, at, (cut, item) -> Splicer.move(cut, item, item + by)),
                meant.isPresent() ? frame : frame + along);
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
        chosen.get().ifPresent(clip -> edit((now, frame) -> putting.put(now, frame, clip)));
    }
}
