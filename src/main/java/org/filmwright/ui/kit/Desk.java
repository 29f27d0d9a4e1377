package org.filmwright.ui.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.filmwright.production.Edits;
import org.filmwright.production.Artists;
import javafx.beans.property.StringProperty;
import javafx.beans.property.SimpleStringProperty;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;
import org.filmwright.base.ShotId;
import org.filmwright.base.TakeId;
import org.filmwright.history.Change;
import org.filmwright.production.Editor;
import org.filmwright.production.LightTable;
import org.filmwright.production.Makers;
import org.filmwright.production.Project;
import org.filmwright.production.Snapshot;
import org.filmwright.production.find.Found;
import org.filmwright.review.Decision;
import org.filmwright.story.Scene;
import org.filmwright.story.Scripts;
import org.filmwright.story.Shot;
import org.filmwright.story.ShotPlan;
import org.filmwright.ui.fx.FxBridge;
import org.filmwright.ui.fx.Offstage;

/** What lies on the desk: the open project, what is recorded in it now, and the scene and shot being looked at. */
public final class Desk implements AutoCloseable {
    private final ReadOnlyObjectWrapper<Optional<Project>> project = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Snapshot>> snapshot = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Snapshot>> shots = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<Optional<Integer>> scene = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<String>> artist = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<String>> filmer = new SimpleObjectProperty<>(Optional.empty());
    private final StringProperty drawing = new SimpleStringProperty(Artists.DRAFT);
    private final ObjectProperty<Optional<ShotId>> shot = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<ShotId>> filmed = new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<ShotId>> soughtClip = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Offstage offstage = new Offstage("filmwright-desk", this::unforeseen);
    private final Offstage recorder = new Offstage("filmwright-recorder", this::unforeseen);
    private final ReadOnlyIntegerWrapper changing = new ReadOnlyIntegerWrapper();
    private final BooleanProperty typing = new SimpleBooleanProperty();
    private final List<Runnable> beforeUndo = new ArrayList<>();
    private final ReadOnlyObjectWrapper<Optional<Change>> undone = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Failure>> trouble = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Found.Place>> sought = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<Scripts.Script> planned = Optional.empty();
    private Optional<ShotPlan> plan = Optional.empty();
    private Map<ShotId, Scene> scenes = Map.of();
    private Map<ShotId, Shot> known = Map.of();
    private Optional<Project.Subscription> news = Optional.empty();

    public ReadOnlyObjectProperty<Optional<Project>> project() {
        return project.getReadOnlyProperty();
    }

    /** What is recorded now; newest wins when changes come faster than the window draws. */
    public ReadOnlyObjectProperty<Optional<Snapshot>> snapshot() {
        return snapshot.getReadOnlyProperty();
    }

    /** The same for who draws script, takes and clips alone: it stays while only the cut, the jobs and the history change. */
    public ReadOnlyObjectProperty<Optional<Snapshot>> shots() {
        return shots.getReadOnlyProperty();
    }

    private void put(Optional<Snapshot> newer) {
        snapshot.set(newer);
        boolean same = newer.isPresent() && shots.get().filter(newer.get()::sameShots).isPresent();
        if (!same) {
            shots.set(newer);
        }
    }

    /** Number of the scene being looked at. */
    public ObjectProperty<Optional<Integer>> scene() {
        return scene;
    }

    public ObjectProperty<Optional<ShotId>> shot() {
        return shot;
    }

    /** The shot that the film shows where its playhead stands. */
    public ObjectProperty<Optional<ShotId>> filmed() {
        return filmed;
    }

    /** The shot to whose clip somebody wants to go; whoever shows the film goes there. */
    public ReadOnlyObjectProperty<Optional<ShotId>> soughtClip() {
        return soughtClip.getReadOnlyProperty();
    }

    public void seekClip(ShotId wanted) {
        soughtClip.set(Optional.empty());
        soughtClip.set(Optional.of(wanted));
    }

    /** Who was chosen to draw from now on, as in Artists; nothing where that is whoever drew last. */
    public ObjectProperty<Optional<String>> artist() {
        return artist;
    }

    /** Who was chosen to film from now on, as in Filmers; nothing where that is whoever filmed last. */
    public ObjectProperty<Optional<String>> filmer() {
        return filmer;
    }

    /** Who was chosen to draw and to film from now on. */
    public Makers makers() {
        return new Makers(artist.get(), filmer.get());
    }

    /** Who draws from now on, by id, also where nobody chose. */
    public StringProperty drawing() {
        return drawing;
    }

    /** What a snapshot tells of changes, with the time that whoever draws takes. */
    public Edits edits(Snapshot of) {
        return of.edits().drawnBy(drawing.get());
    }

    /** For work that must not hold up the window: opening, closing, copying, looking things up. */
    public Offstage offstage() {
        return offstage;
    }

    /** For what a person did just now and wants to see recorded, one after the other; it never stands behind other work. */
    public Offstage recorder() {
        return recorder;
    }

    /** Puts a project on the desk instead of the one that lies there, which is closed. */
    public void open(Project opened) {
        clear();
        project.set(Optional.of(opened));
        put(Optional.of(opened.snapshot()));
        news = Optional.of(opened.listen(FxBridge.latest(newer -> accept(opened, newer))));
        plan().flatMap(plan -> plan.shots().stream().findFirst()).ifPresent(this::show);
    }

    /** Closes the project, if one is open. */
    public void clear() {
        beforeUndo.forEach(Runnable::run);
        news.ifPresent(Project.Subscription::close);
        news = Optional.empty();
        Optional<Project> before = project.get();
        scene.set(Optional.empty());
        shot.set(Optional.empty());
        sought.set(Optional.empty());
        filmed.set(Optional.empty());
        soughtClip.set(Optional.empty());
        put(Optional.empty());
        project.set(Optional.empty());
        before.ifPresent(closing -> offstage.run(() -> {
            recorder.await();
            closing.close();
        }));
    }

    /** Looks at a shot and its scene. */
    public void show(Shot shown) {
        scene.set(Optional.of(shown.scene()));
        shot.set(Optional.of(shown.id()));
    }

    /** Looks at a scene, at none of its shots. */
    public void showScene(int number) {
        shot.set(Optional.empty());
        scene.set(Optional.of(number));
    }

    /** What somebody wants to see; whoever shows such things shows it. */
    public ReadOnlyObjectProperty<Optional<Found.Place>> sought() {
        return sought.getReadOnlyProperty();
    }

    public void seek(Found.Place place) {
        sought.set(Optional.empty());
        sought.set(Optional.of(place));
    }

    /** Has something done before anything is taken back, or the project is closed: what was typed is recorded then. */
    public void beforeUndo(Runnable action) {
        beforeUndo.add(action);
    }

    /** True while something typed is not recorded yet, which undo can take back all the same. */
    public BooleanProperty typing() {
        return typing;
    }

    /** How many changes are on their way to be recorded; undo waits for them, and takes them back. */
    public ReadOnlyIntegerProperty changing() {
        return changing.getReadOnlyProperty();
    }

    /** What was taken back or done again last; whoever shows such things shows it. */
    public ReadOnlyObjectProperty<Optional<Change>> undone() {
        return undone.getReadOnlyProperty();
    }

    /** What could not be done, to be told. */
    public ReadOnlyObjectProperty<Optional<Failure>> trouble() {
        return trouble.getReadOnlyProperty();
    }

    public void tell(Failure failure) {
        trouble.set(Optional.of(failure));
    }

    /** Changes something by hand, behind the window. */
    public void edit(Function<Editor, Outcome<?>> change) {
        edit(change::apply, made -> {});
    }

    /** @param then told on the window's thread what was changed */
    public <T> void edit(Function<Editor, Outcome<T>> change, Consumer<? super T> then) {
        ask(recorder, open -> change.apply(open.editor()), then, () -> {});
    }

    /** Asks something of the light table behind the window. @param then told on the window's thread what came of it */
    public <T> void light(Function<LightTable, Outcome<T>> work, Consumer<? super T> then) {
        light(work, then, () -> {});
    }

    /** @param failed done where nothing came of it, after it was told why */
    public <T> void light(Function<LightTable, Outcome<T>> work, Consumer<? super T> then, Runnable failed) {
        ask(recorder, open -> work.apply(open.lightTable()), then, failed);
    }

    /** The same for what takes long, as copying files: what is decided meanwhile does not wait for it. */
    public <T> void longer(Function<LightTable, Outcome<T>> work, Consumer<? super T> then) {
        ask(offstage, open -> work.apply(open.lightTable()), then, () -> {});
    }

    /** Has something filmed, which may first be recorded. @param then told on the window's thread what came of it */
    public <T> void film(Function<Project, Outcome<T>> work, Consumer<? super T> then) {
        ask(recorder, work, then, () -> {});
    }

    private <T> void ask(Offstage lane, Function<Project, Outcome<T>> work, Consumer<? super T> then,
            Runnable failed) {
        beforeUndo.forEach(Runnable::run);
        change(lane, work, answer -> {
            switch (answer) {
                case Outcome.Ok<T>(T made) -> then.accept(made);
                case Outcome.Failed<T>(Failure failure) -> {
                    tell(failure);
                    failed.run();
                }
            }
        });
    }

    /** Changes something behind the window, and shows what is recorded then before anything else. */
    private <T> void change(Offstage lane, Function<Project, T> work, Consumer<T> then) {
        project.get().ifPresent(open -> {
            changing.set(changing.get() + 1);
            lane.ask(() -> new Made<>(work.apply(open), open.snapshot()), made -> {
                recorded();
                if (project.get().filter(now -> now == open).isPresent()) {
                    catchUp(made.now());
                    then.accept(made.answer());
                }
            }, problem -> {
                recorded();
                unforeseen(problem);
            });
        });
    }

    private record Made<T>(T answer, Snapshot now) {}

    /** What knows of this change may have come by itself already, and then it may know more. */
    private void catchUp(Snapshot read) {
        if (snapshot.get().filter(shown -> shown.edits().revision() >= read.edits().revision()).isEmpty()) {
            look(read);
        }
    }

    /** Nobody looks twice at the same: it may come by itself and as the answer to a change. */
    private void look(Snapshot newer) {
        if (snapshot.get().filter(shown -> shown == newer).isEmpty()) {
            put(Optional.of(newer));
        }
    }

    public void undo() {
        takeBack(Editor::undo);
    }

    public void redo() {
        takeBack(Editor::redo);
    }

    private void takeBack(Function<Editor, Optional<Change>> how) {
        beforeUndo.forEach(Runnable::run);
        change(recorder, open -> how.apply(open.editor()), made -> made.ifPresent(change -> {
            undone.set(Optional.empty());
            undone.set(Optional.of(change));
        }));
    }

    /** Records a decision about takes; the window shows it when it is recorded. */
    public void decide(List<TakeId> takes, Decision decision) {
        beforeUndo.forEach(Runnable::run);
        change(recorder, open -> open.decide(takes, decision), answer -> {
            if (answer instanceof Outcome.Failed<Change>(Failure failure)) {
                tell(failure);
            }
        });
    }

    private void unforeseen(RuntimeException trouble) {
        tell(new Failure.Bug("desk", "Something happened that was not foreseen: " + trouble
                + ". What was recorded is kept."));
    }

    private void recorded() {
        changing.set(changing.get() - 1);
    }

    public Optional<Scripts.Script> script() {
        return snapshot.get().flatMap(Snapshot::script);
    }

    /** The plan of the film; laid out once for each script, since everybody asks for it all the time. */
    public Optional<ShotPlan> plan() {
        Optional<Scripts.Script> now = script();
        if (!now.equals(planned)) {
            planned = now;
            plan = now.map(Scripts.Script::plan);
            List<Shot> all = plan.map(ShotPlan::shots).orElse(List.of());
            known = all.stream().collect(Collectors.toMap(Shot::id, shot -> shot));
            scenes = all.stream().collect(Collectors.toMap(Shot::id, shot -> plan.orElseThrow().sceneOf(shot)));
        }
        return plan;
    }

    /** The scene of each shot of the plan. */
    public Map<ShotId, Scene> scenes() {
        plan();
        return scenes;
    }

    /** The scene of a shot that is shown; none where it belongs to a script that was longer. */
    public Optional<Scene> sceneOf(Shot shown) {
        return plan().filter(now -> shown.scene() <= now.scenes().size()).map(now -> now.sceneOf(shown));
    }

    public Optional<Shot> shotOf(ShotId id) {
        plan();
        return Optional.ofNullable(known.get(id));
    }

    private void accept(Project from, Snapshot newer) {
        if (project.get().filter(open -> open == from).isPresent()) {
            look(newer);
            if (shot.get().isEmpty() && scene.get().isEmpty()) {
                plan().flatMap(plan -> plan.shots().stream().findFirst()).ifPresent(this::show);
            }
        }
    }

    /** Ends when the project is closed: a program that went before would leave it as after a crash. */
    @Override
    public void close() {
        clear();
        offstage.finish();
        recorder.finish();
    }
}
