package org.filmwright.ui.timeline;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
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
import org.filmwright.history.Change;
import org.filmwright.production.Editor;
import org.filmwright.timeline.Cut;
import org.filmwright.timeline.Deed;
import org.filmwright.timeline.Item;
import org.filmwright.timeline.Snapping;
import org.filmwright.timeline.Spot;
import org.filmwright.ui.kit.Desk;
import org.filmwright.ui.kit.Failures;
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
    private final Aside aside;
    private Optional<Next> next = Optional.empty();
    private OptionalInt head = OptionalInt.empty();
    private boolean recording;

    /** What a press on an item does. */
    enum Tool {
        SELECT, BLADE
    }

    Splicing(Desk desk, TimelineModel model, Aside aside) {
        this.desk = desk;
        this.model = model;
        this.aside = aside;
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
        preview.set(Optional.of(model.laid(cut)));
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

    /**
     * Where something so long begins: as wanted, or so that its nearer end snaps to something. Shows a line there.
     *
     * @param free whether the hand wants no snapping now @param near how many frames away things still draw
     */
    int drawn(double begin, int frames, IntStream points, boolean free, double near) {
        Optional<Snapping> lines = model.reel()
                .get()
                .filter(_ -> !free && snaps.get())
                .map(reel -> Snapping.of(reel.cut(), model.frame().get(), points));
        OptionalInt first = lines.map(all -> all.near(begin, near)).orElse(OptionalInt.empty());
        OptionalInt last = lines.map(all -> all.near(begin + frames, near)).orElse(OptionalInt.empty());
        boolean atEnd = last.isPresent() && (first.isEmpty()
                || Math.abs(last.getAsInt() - frames - begin) < Math.abs(first.getAsInt() - begin));
        line.set(atEnd ? last : first);
        return atEnd ? last.getAsInt() - frames : first.orElse((int) Math.round(begin));
    }

    /** Where anything begins or ends on any track but this item itself. */
    IntStream edges(Reel.Span without) {
        return model.reel()
                .get()
                .map(reel -> IntStream.rangeClosed(0, reel.cut().tracks().size())
                        .boxed()
                        .flatMap(track -> reel.track(track).stream())
                        .filter(span -> !(span.track() > 0 && span.item() instanceof Item.Gap) && !span.equals(without))
                        .flatMapToInt(span -> IntStream.of(span.start(), span.end())))
                .orElse(IntStream.empty());
    }

    /** Where cuts are. */
    IntStream cuts() {
        return model.reel()
                .get()
                .map(reel -> IntStream.concat(reel.spans().stream().mapToInt(Reel.Span::start), IntStream.of(reel
                        .frames())))
                .orElse(IntStream.empty());
    }

    /** What is selected in the cut as it is then. */
    interface Next {
        Optional<Reel.Span> in(Reel reel);
    }

    /** What begins with a frame of a track. */
    static Next on(int track, int frame) {
        return reel -> reel.track(track)
                .stream()
                .filter(span -> span.start() == frame && !(span.item() instanceof Item.Gap))
                .findFirst();
    }

    /** An item of the storyline. */
    static Next item(int index) {
        return reel -> Optional.of(index).filter(at -> at < reel.spans().size()).map(reel.spans()::get);
    }

    /** Records what a hand did. What is shown stays until it is. @param then what is selected afterwards */
    void record(Deed deed, Edit edit, Next then) {
        begin(Optional.of(then));
        model.pause();
        edit(deed, edit, _ -> {});
    }

    /** Moves a scene in the script, and its clips along. @param to the number it gets */
    void moveScene(int scene, int to) {
        begin(Optional.empty());
        model.pause();
        ask(editor -> editor.moveScene(scene, to), _ -> {});
    }

    private void begin(Optional<Next> then) {
        line.set(OptionalInt.empty());
        place.set(OptionalInt.empty());
        next = then;
        recording = true;
    }

    /** Records an edit under its name. Why one cannot be made is said in the line. @param then told what was changed */
    void edit(Deed deed, Edit edit, Consumer<Change> then) {
        ask(editor -> editor.recut(deed, edit), then);
    }

    /** Has something recorded. What is refused is said in the line, and nothing else happens; what goes wrong is told. */
    <T> void ask(Function<Editor, Outcome<T>> change, Consumer<? super T> then) {
        desk.edit(editor -> Outcome.ok(change.apply(editor)), answer -> {
            switch (answer) {
                case Outcome.Ok<T>(T made) -> then.accept(made);
                case Outcome.Failed<T>(Failure why) -> failed(why);
            }
        });
    }

    private void failed(Failure why) {
        next = Optional.empty();
        if (why instanceof Failure.Refused) {
            aside.warn(Failures.words(why));
        } else {
            desk.tell(why);
        }
    }

    /** Says why something cannot be done. */
    void refuse(String what, String remedy) {
        failed(refusal(what, remedy));
    }

    private static Failure refusal(String what, String remedy) {
        return new Failure.Refused(Words.of(what), Words.of(remedy));
    }

    /** A short word in the line about what was done. */
    void say(String words) {
        aside.say(words);
    }

    /** The same about what was not done. */
    void warn(String words) {
        aside.warn(words);
    }

    /** What is done to a cut as it is then. */
    interface Edit extends Function<Cut, Outcome<Cut>> {}

    /** Where the playhead goes when the cut is another. */
    void playheadNext(int frame) {
        head = OptionalInt.of(frame);
    }

    /** What is selected when the cut is another. */
    void selectNext(Next then) {
        next = Optional.of(then);
    }

    /** Does something to what is meant, or else to what lies on the storyline at a frame. */
    static Outcome<Cut> atTarget(Cut cut, Optional<Reel.Span> meant, int frame, Targeted edit) {
        Optional<Spot> there = meant.isPresent()
                ? meant.flatMap(span -> Aim.at(span).in(cut))
                : Optional.of(Spot.storyline(cut.itemAt(frame)));
        return there.map(spot -> edit.of(cut, spot)).orElseGet(Splicing::gone);
    }

    /** The same to what a hand holds. */
    static Edit atHeld(Reel.Span held, Targeted edit) {
        return cut -> atTarget(cut, Optional.of(held), 0, edit);
    }

    /** Somebody else cut meanwhile. */
    static Outcome<Cut> gone() {
        return Outcome.failed(refusal("timeline.gone", "timeline.gone.remedy"));
    }

    /** An edit of one item. */
    interface Targeted {
        Outcome<Cut> of(Cut cut, Spot spot);
    }

    /** What is selected stays so while it is still in the cut, nearest to where it was. */
    private void follow(Optional<Reel> now) {
        Optional<Reel.Span> before = selected.get();
        Optional<Next> wanted = next;
        next = Optional.empty();
        selected.set(now.flatMap(reel -> wanted.isPresent()
                ? wanted.get().in(reel)
                : before.flatMap(span -> Aim.at(span).in(reel.cut()))
                        .map(spot -> reel.track(spot.track()).get(spot.item()))));
    }
}
