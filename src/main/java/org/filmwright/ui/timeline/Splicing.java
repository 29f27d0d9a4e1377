package org.filmwright.ui.timeline;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;
import org.filmwright.timeline.Cut;
import org.filmwright.timeline.Snapping;
import org.filmwright.timeline.Item;
import org.filmwright.ui.kit.Desk;
import org.filmwright.ui.kit.Words;

/**
 * What a hand is doing to the cut: its tool, what is selected, and how the film would be if the hand let go now. Only what it
 * lets go of is recorded, as one step of undo.
 */
final class Splicing {
    /** How near draws, in pixels of the 100 % design (film.md 3.1: a tolerance in pixels, never in frames). */
    static final double NEAR = 9;

    private final Desk desk;
    private final TimelineModel model;
    private final ObjectProperty<Tool> tool = new SimpleObjectProperty<>(Tool.SELECT);
    private final BooleanProperty snaps = new SimpleBooleanProperty(true);
    private final ReadOnlyObjectWrapper<Optional<Reel.Span>> selected = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<Optional<Reel>> preview = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<OptionalInt> line = new SimpleObjectProperty<>(OptionalInt.empty());
    private final ObjectProperty<OptionalInt> place = new SimpleObjectProperty<>(OptionalInt.empty());
    private final StringProperty says = new SimpleStringProperty("");
    private OptionalInt next = OptionalInt.empty();
    private OptionalInt head = OptionalInt.empty();
    private boolean recording;

    /** What a press on an item does. */
    enum Tool {
        SELECT, BLADE
    }

    Splicing(Desk desk, TimelineModel model) {
        this.desk = desk;
        this.model = model;
        model.reel().subscribe(this::follow);
        desk.changing().subscribe(() -> {
            if (recording && desk.changing().get() == 0) {
                recording = false;
                let();
                head.ifPresent(model::seek);
                head = OptionalInt.empty();
            }
        });
    }

    ObjectProperty<Tool> tool() {
        return tool;
    }

    /** Whether what is moved jumps to what is near. */
    BooleanProperty snaps() {
        return snaps;
    }

    /** What the verbs mean instead of what lies under the playhead. */
    ReadOnlyObjectProperty<Optional<Reel.Span>> selected() {
        return selected.getReadOnlyProperty();
    }

    void select(Optional<Reel.Span> item) {
        selected.set(item);
    }

    /** The film as it would be. */
    ObjectProperty<Optional<Reel>> preview() {
        return preview;
    }

    /** The frame to which something snapped. */
    ObjectProperty<OptionalInt> line() {
        return line;
    }

    /** The frame at which something would be put in. */
    ObjectProperty<OptionalInt> place() {
        return place;
    }

    /** What happens when the hand lets go; empty while it does nothing. */
    StringProperty says() {
        return says;
    }

    /** Shows how it would be. */
    void show(Cut cut, String words) {
        preview.set(Optional.of(Reel.of(cut, desk.scenes())));
        says.set(words);
    }

    /** Leaves everything as it is recorded. */
    void let() {
        preview.set(Optional.empty());
        line.set(OptionalInt.empty());
        place.set(OptionalInt.empty());
        says.set("");
    }

    /**
     * The frame itself, or what it snaps to: the playhead, markers, in and out, and what else is given. Shows a line there.
     *
     * @param free whether the hand wants no snapping now @param near how many frames away things still draw
     */
    int snapped(double frame, IntStream points, boolean free, double near) {
        OptionalInt to = free || !snaps.get()
                ? OptionalInt.empty()
                : model.reel()
                        .get()
                        .map(reel -> Snapping.of(reel.cut(), model.frame().get(), points).near(frame, near))
                        .orElse(OptionalInt.empty());
        line.set(to);
        return to.orElse((int) Math.round(frame));
    }

    /** Where cuts are. */
    IntStream cuts() {
        return model.reel()
                .get()
                .map(reel -> IntStream.concat(reel.spans().stream().mapToInt(Reel.Span::start), IntStream.of(reel
                        .frames())))
                .orElse(IntStream.empty());
    }

    /** Records an edit. What is shown stays until it is. @param then the item that is selected afterwards */
    void record(Edit edit, OptionalInt then) {
        begin(then);
        desk.edit(editor -> editor.recut(edit));
    }

    /** Moves a scene in the script, and its clips along. @param to the number it gets */
    void moveScene(int scene, int to) {
        begin(OptionalInt.empty());
        desk.edit(editor -> editor.moveScene(scene, to));
    }

    private void begin(OptionalInt then) {
        line.set(OptionalInt.empty());
        place.set(OptionalInt.empty());
        model.pause();
        next = then;
        recording = true;
    }

    /** Says why something cannot be done. */
    void refuse(String what, String remedy) {
        desk.tell(new Failure.Refused(Words.of(what), Words.of(remedy)));
    }

    /** What is done to a cut as it is then. */
    interface Edit extends Function<Cut, Outcome<Cut>> {}

    /** Where the playhead goes when the cut is another. */
    void playheadNext(int frame) {
        head = OptionalInt.of(frame);
    }

    /** What is selected when the cut is another. */
    void selectNext(OptionalInt index) {
        next = index;
    }

    /** Does something to what is meant, or else to what lies at a frame. */
    static Outcome<Cut> atTarget(Cut cut, Optional<Reel.Span> meant, int frame, Targeted edit) {
        if (meant.isEmpty()) {
            return edit.of(cut, cut.itemAt(frame));
        }
        return indexOf(cut, meant.get()).map(at -> edit.of(cut, at)).orElseGet(Splicing::gone);
    }

    /** Somebody else cut meanwhile. */
    static Outcome<Cut> gone() {
        return Outcome.failed(new Failure.Refused(Words.of("timeline.gone"), Words.of("timeline.gone.remedy")));
    }

    /** An edit of one item. */
    interface Targeted {
        Outcome<Cut> of(Cut cut, int item);
    }

    private static Optional<Integer> indexOf(Cut cut, Reel.Span span) {
        int there = span.index();
        if (span.track() > 0) {
            return Optional.empty();
        }
        if (there < cut.items().size() && cut.items().get(there).equals(span.item())) {
            return Optional.of(there);
        }
        int elsewhere = cut.items().indexOf(span.item());
        return elsewhere < 0 ? Optional.empty() : Optional.of(elsewhere);
    }

    /** What is selected stays so while its shot is still in the cut, nearest to where it was. */
    private void follow(Optional<Reel> now) {
        Optional<Reel.Span> before = selected.get();
        OptionalInt wanted = next;
        next = OptionalInt.empty();
        selected.set(now.flatMap(reel -> wanted.isPresent()
                ? Optional.of(wanted.getAsInt())
                        .filter(at -> at < reel.spans().size())
                        .map(reel.spans()::get)
                : before.flatMap(span -> again(reel, span))));
    }

    private static Optional<Reel.Span> again(Reel reel, Reel.Span span) {
        if (span.track() > 0) {
            boolean there = span.track() <= reel.cut().tracks().size() && reel.track(span.track()).contains(span);
            return there ? Optional.of(span) : Optional.empty();
        }
        if (span.index() < reel.spans().size() && isOf(reel.spans().get(span.index()), span)) {
            return Optional.of(reel.spans().get(span.index()));
        }
        return span.shot().flatMap(reel::of);
    }

    private static boolean isOf(Reel.Span one, Reel.Span other) {
        return other.item() instanceof Item.Clip ? one.shot().equals(other.shot()) : one.item().equals(other.item());
    }
}
