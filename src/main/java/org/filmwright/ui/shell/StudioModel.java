package org.filmwright.ui.shell;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;
import org.filmwright.production.Makers;
import org.filmwright.production.Project;
import org.filmwright.production.Snapshot;
import org.filmwright.ui.fx.FxBridge;
import org.filmwright.ui.kit.Desk;
import org.filmwright.ui.kit.Scope;
import org.filmwright.ui.kit.Settings;
import org.filmwright.ui.kit.Words;

/** The window's state: which workspace shows, what is being opened, the run, and the latest message. */
final class StudioModel implements AutoCloseable {
    private final Desk desk;
    private final StudioActions actions;
    private final RunModel run;
    private final Settings settings;
    private final String version;
    private final RecentProjects recents;
    private final ObjectProperty<Scope> workspace = new SimpleObjectProperty<>(Scope.WELCOME);
    private final BooleanProperty opening = new SimpleBooleanProperty();
    private final ObjectProperty<Optional<Message>> message = new SimpleObjectProperty<>(Optional.empty());

    StudioModel(Desk desk, StudioActions actions, Settings settings, InstantSource clock, String version) {
        this.desk = desk;
        this.actions = actions;
        this.settings = settings;
        this.version = version;
        recents = new RecentProjects(settings, clock);
        desk.shots().subscribe(now -> now.ifPresent(this::rememberPoster));
        run = new RunModel(actions);
    }

    /** Something to tell the person in front of the window. */
    sealed interface Message {
        record Trouble(Failure failure) implements Message {}

        record FilmMade(Path film) implements Message {}
    }

    ObjectProperty<Scope> workspace() {
        return workspace;
    }

    /** True while a project is being opened. */
    BooleanProperty opening() {
        return opening;
    }

    ObjectProperty<Optional<Message>> message() {
        return message;
    }

    RunModel run() {
        return run;
    }

    RecentProjects recents() {
        return recents;
    }

    String version() {
        return version;
    }

    /** Starts an empty project; the ending of the folder's name is ours to add. */
    void create(Path wanted) {
        String name = wanted.getFileName().toString().replaceFirst("\\.filmwright$", "");
        load(() -> actions.create(wanted.resolveSibling(name + ".filmwright")), opened -> {});
    }

    /** Opens the sample film, which is made from its screenplay on this machine the first time. */
    void openSample() {
        load(() -> SampleScript.putInto(sampleFolder()).then(actions::begin), this::makeUnlessMade);
    }

    /** The sample without its film, to be measured. */
    void openSampleUnmade() {
        load(() -> SampleScript.putInto(sampleFolder()).then(actions::begin), opened -> {});
    }

    private Path sampleFolder() {
        return Path.of(settings.of(Settings.PROJECTS_FOLDER).get()).resolve(Words.of("sample.name"));
    }

    /** The storyboard artist draws it on every machine, in seconds. */
    private void makeUnlessMade(Project opened) {
        if (opened.snapshot().cut().isEmpty()) {
            make(opened, Makers.AS_BEFORE);
        }
    }

    void open(Path folder) {
        load(() -> actions.open(folder), opened -> {});
    }

    /** Opens a project folder, or starts one where there is none. */
    void enter(Path folder, Consumer<Project> then) {
        load(() -> actions.enter(folder), then);
    }

    /** Opens the project of a screenplay. */
    void begin(Path screenplay) {
        load(() -> actions.begin(screenplay), opened -> {});
    }

    void make() {
        desk.project().get().ifPresent(open -> make(open, desk.makers()));
    }

    @Override
    public void close() {
        run.close();
        desk.close();
    }

    private void load(Supplier<Outcome<Project>> source, Consumer<Project> then) {
        opening.set(true);
        desk.offstage().ask(() -> read(source.get()), outcome -> {
            opening.set(false);
            switch (outcome) {
                case Outcome.Ok<Project>(Project opened) -> {
                    show(opened);
                    then.accept(opened);
                }
                case Outcome.Failed<Project>(Failure failure) -> tell(new Message.Trouble(failure));
            }
        });
    }

    /** Everything is read behind the window, so that to put it on the desk is to show it. */
    private static Outcome<Project> read(Outcome<Project> opened) {
        if (opened instanceof Outcome.Ok<Project>(Project project)) {
            project.snapshot();
        }
        return opened;
    }

    /** Puts a project on the desk, and Story before it when nothing else of a film shows. */
    void show(Project opened) {
        desk.open(opened);
        recents.opened(opened.snapshot().folder());
        rememberPoster(opened.snapshot());
        FxBridge.later(this::enter);
    }

    /** Apart from what was put on the desk: both at once would hold up the window. */
    private void enter() {
        if (workspace.get() == Scope.WELCOME && desk.project().get().isPresent()) {
            workspace.set(Scope.STORY);
        }
    }

    private void rememberPoster(Snapshot now) {
        now.poster()
                .flatMap(take -> desk.project().get().map(open -> open.file(take.media())))
                .ifPresent(file -> recents.poster(now.folder(), file));
    }

    /** Closes the project. */
    void leave() {
        desk.clear();
        workspace.set(Scope.WELCOME);
    }

    private void make(Project project, Makers chosen) {
        if (!run.running()) {
            run.start(project, chosen, made -> tell(switch (made) {
                case Outcome.Ok<Path>(Path film) -> new Message.FilmMade(film);
                case Outcome.Failed<Path>(Failure failure) -> new Message.Trouble(failure);
            }));
        }
    }

    private void tell(Message newest) {
        message.set(Optional.of(newest));
    }
}
