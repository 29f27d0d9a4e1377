package org.filmwright.ui.timeline;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.LongSupplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.filmwright.base.Failure;
import org.filmwright.base.FrameRate;
import org.filmwright.base.ShotId;
import org.filmwright.export.Stock;
import org.filmwright.media.ProxyFiles;
import org.filmwright.production.Project;
import org.filmwright.production.Snapshot;
import org.filmwright.story.Scene;
import org.filmwright.story.Shot;
import org.filmwright.timeline.Cut;
import org.filmwright.timeline.Item;
import org.filmwright.timeline.Marks;
import org.filmwright.timeline.Timecode;
import org.filmwright.ui.kit.Desk;
import org.filmwright.ui.kit.Loudspeaker;
import org.filmwright.ui.kit.Words;

/** The cut, the playhead, and the projector that runs the film. */
final class TimelineModel {
    private final Desk desk;
    private final Soundtrack sound;
    private final BooleanProperty mute = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<Optional<Reel>> reel = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<TimelineState> state = new ReadOnlyObjectWrapper<>(TimelineState.NO_PROJECT);
    private final IntegerProperty frame = new SimpleIntegerProperty();
    private final IntegerProperty dropped = new SimpleIntegerProperty();
    private final BooleanProperty playing = new SimpleBooleanProperty();
    private final BooleanProperty looping = new SimpleBooleanProperty();
    private final ObjectProperty<Pace> pace = new SimpleObjectProperty<>(Pace.PLAIN);
    private final ObjectProperty<Stock> stock = new SimpleObjectProperty<>(Stock.DRAWN);
    private final ObjectProperty<Optional<Failure>> failure = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Projector.Event.Ready>> film = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Projector.Event.Shown>> picture = new SimpleObjectProperty<>(Optional
            .empty());
    private Optional<Projector> projector = Optional.empty();
    /** Where the playhead was put by hand; frames that were still on their way do not move it back. */
    private OptionalInt sought = OptionalInt.of(0);
    private boolean front;
    private Map<ShotId, Scene> laidBy = Map.of();

    TimelineModel(Desk desk, LongSupplier nanos, Loudspeaker speaker) {
        this.desk = desk;
        sound = new Soundtrack(speaker, nanos, mute::set);
        desk.snapshot().subscribe(this::refresh);
    }

    ReadOnlyObjectProperty<Optional<Reel>> reel() {
        return reel.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<TimelineState> state() {
        return state.getReadOnlyProperty();
    }

    /** How another cut would lie. */
    Reel laid(Cut cut) {
        return reel.get().map(now -> now.next(cut, laidBy)).orElseGet(() -> Reel.of(cut, laidBy));
    }

    /** As on the slate of the plan: scenes that were moved have other numbers than when the cut was laid. */
    String label(Item.OfShot item) {
        return desk.shotOf(item.shot()).map(Shot::label).orElse(item.label());
    }

    /** The playhead. Set by {@link #seek} and by the running film. */
    IntegerProperty frame() {
        return frame;
    }

    /** Frames that came too late since play was pressed. */
    IntegerProperty dropped() {
        return dropped;
    }

    BooleanProperty playing() {
        return playing;
    }

    /** How it runs, or ran last. */
    ObjectProperty<Pace> pace() {
        return pace;
    }

    /** Whether it begins again where it ends, or where the marks end. */
    BooleanProperty looping() {
        return looping;
    }

    /** What the frame on the screen was made of. */
    ObjectProperty<Stock> stock() {
        return stock;
    }

    /** Whether the film has sound and there is nothing to hear it with. */
    BooleanProperty mute() {
        return mute;
    }

    /** Why the film cannot be shown. */
    ObjectProperty<Optional<Failure>> failure() {
        return failure;
    }

    /** Tries once more to show it, and to have it heard. */
    void again() {
        close();
        sound.close();
        listen();
        load();
    }

    /** The open film. */
    ObjectProperty<Optional<Projector.Event.Ready>> film() {
        return film;
    }

    /** The frame that was drawn last; its pixels are valid only while listeners run. */
    ObjectProperty<Optional<Projector.Event.Shown>> picture() {
        return picture;
    }

    FrameRate rate() {
        return reel.get().map(laid -> laid.cut().rate()).orElse(FrameRate.FILM);
    }

    /** {@code 00:01:04:12} */
    String timecode(int at) {
        return Timecode.nonDrop(rate()).format(at);
    }

    int frames() {
        return reel.get().map(Reel::frames).orElse(0);
    }

    Optional<Reel.Span> current() {
        return reel.get().flatMap(laid -> laid.at(frame.get()));
    }

    /** The projector runs only while somebody looks. */
    void shown(boolean looking) {
        front = looking;
        listen();
        if (looking) {
            load();
        } else {
            pause();
        }
    }

    void playOrPause() {
        if (playing.get()) {
            pause();
        } else {
            play(Pace.PLAIN);
        }
    }

    /** Runs from the playhead on; from the start where that stands at the end. */
    void play(Pace how) {
        if (frames() > 0) {
            playing.set(true);
            pace.set(how);
            sought = OptionalInt.empty();
            Stretch stretch = stretch();
            boolean over = how.step() > 0 && frame.get() >= frames() - 1 || !stretch.holds(frame.get());
            int from = over ? stretch.from() : frame.get();
            projector.ifPresent(running -> running.play(from, how, stretch));
        }
    }

    void toggleLoop() {
        looping.set(!looping.get());
        if (playing.get()) {
            play(pace.get());
        }
    }

    /** What a loop goes round in: what is marked, or the film. */
    private Stretch stretch() {
        Stretch film = new Stretch(0, frames(), looping.get());
        return looping.get()
                ? marks().range(frames()).map(each -> new Stretch(each.start(), each.end(), true)).orElse(film)
                : film;
    }

    /** In and out point. */
    Marks marks() {
        return reel.get().map(laid -> laid.cut().marks()).orElse(Marks.NONE);
    }

    /** The same in words, as far as they are set; the out point is the last frame that is meant. */
    String marked() {
        Marks marks = marks();
        String in = marks.in().isPresent()
                ? Words.of("timeline.marked-in", "time", timecode(marks.in().getAsInt()))
                : "";
        String out = marks.out().isPresent()
                ? Words.of("timeline.marked-out", "time", timecode(marks.out().getAsInt() - 1))
                : "";
        return (in + "  " + out).strip();
    }

    void pause() {
        playing.set(false);
        projector.ifPresent(Projector::pause);
    }

    void seek(int wanted) {
        if (frames() > 0) {
            frame.set(Math.clamp(wanted, 0, frames() - 1));
            sought = playing.get() ? OptionalInt.empty() : OptionalInt.of(frame.get());
            projector.ifPresent(running -> running.seek(frame.get()));
        }
    }

    void stepFrames(int by) {
        pause();
        seek(frame.get() + by);
    }

    void stepSeconds(int by) {
        seek(frame.get() + by * (int) Math.round(rate().perSecond()));
    }

    void stepCut(int direction) {
        reel.get().ifPresent(laid -> seek(laid.cutFrom(frame.get(), direction)));
    }

    /** Whether the frame under the playhead is on the screen, or there is none to show. */
    boolean isSettled() {
        boolean there = picture.get().map(shown -> shown.frame() == frame.get()).orElse(false);
        return there || projector.isEmpty() || failure.get().isPresent();
    }

    void close() {
        projector.ifPresent(Projector::close);
        projector = Optional.empty();
        sound.rests();
        playing.set(false);
        film.set(Optional.empty());
        picture.set(Optional.empty());
        failure.set(Optional.empty());
    }

    private void refresh() {
        Optional<Snapshot> open = desk.snapshot().get();
        Optional<Cut> cut = open.flatMap(Snapshot::cut).filter(film -> film.frames() > 0);
        Optional<Cut> shown = reel.get().map(Reel::cut);
        boolean changed = cut.isPresent()
                ? shown.filter(before -> before == cut.get() || before.looksLike(cut.get())).isEmpty()
                : shown.isPresent();
        Marks before = marks();
        Map<ShotId, Scene> scenes = desk.scenes();
        if (changed || !cut.equals(shown) || scenes != laidBy) {
            Optional<Reel> last = reel.get().filter(_ -> scenes == laidBy); // nobody lays five thousand clips for nothing
            laidBy = scenes;
            reel.set(cut.map(film -> last.map(laid -> laid.next(film, scenes)).orElseGet(() -> Reel.of(film, scenes))));
        }
        listen();
        state.set(cut.isPresent()
                ? TimelineState.CUT
                : open.isPresent() ? TimelineState.NO_CUT : TimelineState.NO_PROJECT);
        if (changed) {
            close();
            frame.set(Math.clamp(frame.get(), 0, Math.max(0, frames() - 1)));
            load();
        } else if (playing.get() && looping.get() && !before.equals(marks())) {
            play(pace.get());
        }
    }

    /** What is heard follows every edit, also while the film runs. */
    private void listen() {
        Optional<Project> open = desk.project().get().filter(_ -> front);
        if (open.isPresent() && reel.get().isPresent()) {
            sound.show(reel.get().get().cut(), open.get()::file);
        } else {
            sound.close();
        }
    }

    private void load() {
        if (front && projector.isEmpty() && reel.get().isPresent()) {
            desk.project().get().ifPresent(this::thread);
        }
    }

    private void thread(Project open) {
        Projector loading = new Projector(() -> open.play(ProxyFiles.WIDTH), sound, this::hear);
        projector = Optional.of(loading);
        loading.seek(frame.get());
    }

    private void hear(Projector.Event event) {
        switch (event) {
            case Projector.Event.Ready ready -> film.set(Optional.of(ready));
            case Projector.Event.Shown shown -> show(shown);
            case Projector.Event.Ended() -> playing.set(false);
            case Projector.Event.CannotPlay(Failure why) -> {
                failure.set(Optional.of(why));
                playing.set(false);
            }
        }
    }

    private void show(Projector.Event.Shown shown) {
        failure.set(Optional.empty());
        picture.set(Optional.of(shown));
        dropped.set(shown.dropped());
        stock.set(shown.stock());
        if (sought.isEmpty()) {
            frame.set(shown.frame());
        }
    }
}
