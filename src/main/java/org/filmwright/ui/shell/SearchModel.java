package org.filmwright.ui.shell;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.filmwright.base.Cancelled;
import org.filmwright.base.Failure;
import org.filmwright.production.Project;
import org.filmwright.production.Snapshot;
import org.filmwright.production.find.FilmSearch;
import org.filmwright.production.find.Found.Kind;
import org.filmwright.production.sense.Halt;
import org.filmwright.ui.fx.Clockwork;
import org.filmwright.ui.fx.Offstage;
import org.filmwright.ui.kit.Desk;

/** What was typed to be found in the film, and what was. Looked for behind the window; only the newest words count. */
final class SearchModel {
    /** Of each kind beside the others; and of one alone, where one may go through them. */
    private static final int FEW = 6;
    private static final int MANY = 200;
    /** Of a sense beside words; what is farther away is hardly meant. */
    private static final int NEAR = 6;
    /** Whoever goes on typing does not have models asked. */
    private static final Duration REST = Duration.ofMillis(300);

    private final Desk desk;
    private final StringProperty typed = new SimpleStringProperty("");
    private final ObjectProperty<Among> among = new SimpleObjectProperty<>(Among.ALL);
    private final BooleanProperty shown = new SimpleBooleanProperty();
    private final ReadOnlyBooleanWrapper looking = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<Answer>> answer = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final AtomicInteger newest = new AtomicInteger();
    private final Clockwork clockwork;
    private Optional<Room> room = Optional.empty();
    private Clockwork.Appointment asking = () -> {};

    SearchModel(Desk desk, Clockwork clockwork) {
        this.desk = desk;
        this.clockwork = clockwork;
        desk.project().subscribe(this::leave);
        desk.snapshot().subscribe(this::look);
        typed.subscribe(this::look);
        among.subscribe(this::look);
        shown.subscribe(this::look);
    }

    /** What is looked through. */
    enum Among {
        ALL(EnumSet.allOf(Kind.class)), SCRIPT(EnumSet.of(Kind.SCRIPT)), BIBLE(EnumSet.of(Kind.BIBLE)), TAKE(
                EnumSet.of(Kind.TAKE));

        private final Set<Kind> kinds;

        Among(Set<Kind> kinds) {
            this.kinds = kinds;
        }
    }

    /** What was found for words that were typed. @param nearby what is near without holding them; comes later */
    record Answer(String typed, Among among, FilmSearch.Results results, FilmSearch.Nearby nearby) {
        boolean isEmpty() {
            return results.isEmpty() && nearby.found().isEmpty();
        }

        private Answer with(FilmSearch.Nearby later) {
            return new Answer(typed, among, results, later);
        }
    }

    /** Where one film is searched: by words, and more slowly by what is meant. @param halt stops the models */
    private record Room(FilmSearch search, Offstage lane, Offstage slow, Halt halt) {}

    StringProperty typed() {
        return typed;
    }

    ObjectProperty<Among> among() {
        return among;
    }

    /** Whether somebody looks; nothing is looked for otherwise. */
    BooleanProperty shown() {
        return shown;
    }

    /** Whether what shows is not yet what was found for what is typed. */
    ReadOnlyBooleanProperty looking() {
        return looking.getReadOnlyProperty();
    }

    /** The last answer; it stays until the next one is there, so that nothing blinks. None where nothing is typed. */
    ReadOnlyObjectProperty<Optional<Answer>> answer() {
        return answer.getReadOnlyProperty();
    }

    private void look() {
        Optional<Snapshot> now = desk.snapshot().get();
        int mine = newest.incrementAndGet();
        boolean asked = shown.get() && now.isPresent() && !typed.get().isBlank();
        looking.set(asked);
        if (!asked) {
            answer.set(shown.get() ? Optional.empty() : answer.get());
            now.filter(_ -> shown.get()).ifPresent(this::prepare);
            return;
        }
        Room there = room.orElseGet(this::enter);
        String words = typed.get();
        Among where = among.get();
        there.lane()
                .ask(() -> mine == newest.get()
                        ? Optional.of(new Answer(words, where,
                                there.search().find(now.get(), words, where.kinds, where == Among.ALL ? FEW : MANY),
                                FilmSearch.Nearby.NOTHING))
                        : Optional.<Answer>empty(),
                        found -> found.filter(_ -> mine == newest.get())
                                .ifPresent(known -> show(there, now.get(), known)));
    }

    /** What was near before stays until something else is, where the same was asked. */
    private void show(Room there, Snapshot now, Answer found) {
        looking.set(false);
        int mine = newest.get();
        FilmSearch.Nearby before = answer.get()
                .filter(shown -> shown.typed().equals(found.typed()) && shown.among() == found.among())
                .map(Answer::nearby)
                .orElse(FilmSearch.Nearby.NOTHING);
        answer.set(Optional.of(found.with(before)));
        asking.cancel();
        asking = clockwork.after(REST, () -> there.slow()
                .ask(() -> mine == newest.get() ? near(there, now, found) : before, nearby -> {
                    if (mine == newest.get() && !nearby.equals(before)) {
                        answer.set(Optional.of(found.with(nearby)));
                    }
                }));
    }

    private static FilmSearch.Nearby near(Room there, Snapshot now, Answer found) {
        try {
            return there.search()
                    .near(now, found.typed(), found.among().kinds, NEAR, found.results(), there.halt());
        } catch (Cancelled left) {
            // Nobody looks at this film any more.
            return FilmSearch.Nearby.NOTHING;
        }
    }

    /** Reads the film while the first words are being typed. */
    private void prepare(Snapshot now) {
        Room there = room.orElseGet(this::enter);
        there.lane().run(() -> there.search().catchUp(now));
    }

    private Room enter() {
        Project open = desk.project().get().orElseThrow();
        Room entered = new Room(new FilmSearch(open::file, open.senses()),
                new Offstage("filmwright-search", this::unforeseen),
                new Offstage("filmwright-nearby", this::unforeseen), new Halt());
        room = Optional.of(entered);
        return entered;
    }

    /** Another film, or none: what was read of this one is forgotten, as soon as nobody looks there. */
    private void leave() {
        newest.incrementAndGet();
        room.ifPresent(left -> {
            left.halt().ask();
            left.lane().run(left.search()::close);
            left.lane().close();
            left.slow().close();
        });
        room = Optional.empty();
        looking.set(false);
        answer.set(Optional.empty());
        typed.set("");
    }

    private void unforeseen(RuntimeException trouble) {
        looking.set(false);
        desk.tell(new Failure.Bug("search", "Something happened that was not foreseen: " + trouble
                + ". What was recorded is kept."));
    }
}
