package org.filmwright.ui.story;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.filmwright.base.Outcome;
import org.filmwright.production.Crew;
import org.filmwright.production.Crew.Suggestion;
import org.filmwright.production.Crew.Talk;
import org.filmwright.production.Manuscript;
import org.filmwright.production.Project;
import org.filmwright.production.Workflows;
import org.filmwright.ui.fx.Clockwork;
import org.filmwright.ui.kit.Desk;

/** The crew of the open project and what it said: looked up behind the window, and only while somebody looks at it. */
final class CrewModel {
    private static final Duration WATCH = Duration.ofMillis(500);
    private static final Duration BEAT = Duration.ofMillis(120);
    private final Desk desk;
    private final Clockwork clockwork;
    private final BooleanProperty shown = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<Crew.Roster> roster = new ReadOnlyObjectWrapper<>(Crew.Roster.NOBODY);
    private final ReadOnlyObjectWrapper<List<Talk>> talks = new ReadOnlyObjectWrapper<>(List.of());
    private final ObjectProperty<Optional<Offered>> current = new SimpleObjectProperty<>(Optional.empty());
    /** On their way to be remembered as refused. */
    private final Set<Offered> going = new HashSet<>();
    /** Of these, those that the next look will not find, unless they could not be remembered. */
    private final Set<Offered> remembered = new HashSet<>();
    private final Set<String> unfolded = new HashSet<>();
    private final ReadOnlyObjectWrapper<Map<String, Manuscript>> manuscripts = new ReadOnlyObjectWrapper<>(Map.of());
    private boolean looking;
    private final ReadOnlyObjectWrapper<Optional<Crew.Price>> price = new ReadOnlyObjectWrapper<>(Optional.empty());
    private int pricing;
    private boolean reading;
    private boolean stale;

    CrewModel(Desk desk, Clockwork clockwork) {
        this.desk = desk;
        this.clockwork = clockwork;
        desk.snapshot().subscribe(this::look);
        shown.subscribe(this::look);
    }

    /** A suggestion of a talk. */
    record Offered(String talk, Suggestion suggestion) {}

    private record Seen(Crew.Roster roster, List<Talk> talks) {}

    BooleanProperty shown() {
        return shown;
    }

    ReadOnlyObjectProperty<Crew.Roster> roster() {
        return roster.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<Talk>> talks() {
        return talks.getReadOnlyProperty();
    }

    /** The suggestion that keys are about. */
    ObjectProperty<Optional<Offered>> current() {
        return current;
    }

    private Optional<Crew> crew() {
        return desk.project().get().flatMap(Project::crew);
    }

    /** Looks at folders and answers again. */
    void look() {
        Optional<Crew> crew = crew().filter(_ -> shown.get());
        stale = looking;
        if (crew.isPresent() && !looking) {
            looking = true;
            desk.offstage()
                    .ask(() -> new Seen(crew.get().roster(), crew.get().talks()), this::seen,
                            _ -> looking = false);
        }
    }

    private void seen(Seen now) {
        looking = false;
        going.removeAll(remembered);
        remembered.clear();
        roster.set(now.roster());
        talks.set(now.talks());
        if (stale) {
            look();
        } else if (now.talks().stream().anyMatch(talk -> talk.state() == Crew.State.WRITING)) {
            clockwork.after(WATCH, this::look);
            readAlong();
        }
    }

    /** What is being written, by talk. */
    ReadOnlyObjectProperty<Map<String, Manuscript>> manuscripts() {
        return manuscripts.getReadOnlyProperty();
    }

    private void readAlong() {
        List<String> writing = talks.get()
                .stream()
                .filter(talk -> talk.state() == Crew.State.WRITING)
                .map(Talk::id)
                .toList();
        Optional<Workflows> workflows = desk.project().get().flatMap(Project::workflows);
        if (shown.get() && !reading && !writing.isEmpty() && workflows.isPresent()) {
            reading = true;
            desk.offstage().ask(() -> read(workflows.get(), writing), now -> {
                reading = false;
                manuscripts.set(now);
                clockwork.after(BEAT, this::readAlong);
            }, _ -> reading = false);
        }
    }

    private static Map<String, Manuscript> read(Workflows workflows, List<String> talks) {
        Map<String, Manuscript> now = new HashMap<>();
        talks.forEach(talk -> workflows.writing(talk).ifPresent(text -> now.put(talk, text)));
        return now;
    }

    /** What asking would cost that was priced last; nothing before it is known. */
    ReadOnlyObjectProperty<Optional<Crew.Price>> price() {
        return price.getReadOnlyProperty();
    }

    /** Finds out what asking somebody would cost; of several such questions the last one counts. */
    void priced(String agent, Optional<Integer> scene) {
        pricing++;
        int mine = pricing;
        crew().filter(_ -> shown.get()).ifPresent(crew -> desk.offstage().ask(() -> crew.price(agent, scene), found -> {
            if (mine == pricing) {
                price.set(Optional.of(found));
            }
        }));
    }

    void ask(String agent, Optional<Integer> scene, Optional<String> question) {
        act(crew -> crew.ask(agent, scene, question));
    }

    void decide(Talk talk, String choice) {
        act(crew -> crew.decide(talk.id(), choice));
    }

    void stop(Talk talk) {
        act(crew -> {
            crew.stop(talk.id());
            return Outcome.ok(talk.id());
        });
    }

    private void act(Function<Crew, Outcome<String>> what) {
        act(what, () -> {});
    }

    /** @param first done on the window's thread when it is, before anything is shown */
    private void act(Function<Crew, Outcome<String>> what, Runnable first) {
        crew().ifPresent(crew -> desk.offstage().ask(() -> what.apply(crew), answer -> {
            first.run();
            if (answer instanceof Outcome.Failed<String>(var failure)) {
                desk.tell(failure);
            }
            look();
        }));
    }

    /** Remembers that it was taken, or was not: then it goes at once, and stays away. */
    void judge(Offered offered, boolean taken) {
        if (!taken) {
            going.add(offered);
            showAgain();
        }
        act(crew -> crew.judge(offered.talk(), offered.suggestion(), taken), () -> remembered.add(offered));
    }

    private void showAgain() {
        talks.set(new ArrayList<>(talks.get()));
    }

    /** What a talk suggests and nobody has refused. */
    List<Offered> offered(Talk talk) {
        return talk.suggestions()
                .stream()
                .map(each -> new Offered(talk.id(), each))
                .filter(each -> !going.contains(each))
                .toList();
    }

    /** Shows what a talk suggests, which was folded. */
    void unfold(Talk talk) {
        unfolded.add(talk.id());
        showAgain();
    }

    boolean isFolded(Talk talk) {
        return talk.recalled().folded() && !unfolded.contains(talk.id());
    }
}
