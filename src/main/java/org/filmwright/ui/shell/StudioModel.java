package org.filmwright.ui.shell;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;
import org.filmwright.production.Project;
import org.filmwright.ui.kit.Desk;
import org.filmwright.ui.kit.Scope;

/** The window's state: which workspace shows, what is being opened, the run, and the latest message. */
final class StudioModel implements AutoCloseable {
    private final Desk desk;
    private final StudioActions actions;
    private final RunModel run;
    private final ObjectProperty<Scope> workspace = new SimpleObjectProperty<>(Scope.STORY);
    private final BooleanProperty opening = new SimpleBooleanProperty();
    private final ObjectProperty<Optional<Message>> message = new SimpleObjectProperty<>(Optional.empty());

    StudioModel(Desk desk, StudioActions actions) {
        this.desk = desk;
        this.actions = actions;
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

    void open(Path folder) {
        load(() -> actions.open(folder), opened -> {});
    }

    /** Opens the project of a screenplay and makes its film. */
    void begin(Path screenplay) {
        load(() -> actions.begin(screenplay), this::make);
    }

    void make() {
        desk.project().get().ifPresent(this::make);
    }

    @Override
    public void close() {
        run.close();
        desk.close();
    }

    private void load(Supplier<Outcome<Project>> source, Consumer<Project> then) {
        opening.set(true);
        desk.offstage().ask(source, outcome -> {
            opening.set(false);
            switch (outcome) {
                case Outcome.Ok<Project>(Project opened) -> {
                    desk.open(opened);
                    then.accept(opened);
                }
                case Outcome.Failed<Project>(Failure failure) -> tell(new Message.Trouble(failure));
            }
        });
    }

    private void make(Project project) {
        if (!run.running()) {
            run.start(project, made -> tell(switch (made) {
                case Outcome.Ok<Path>(Path film) -> new Message.FilmMade(film);
                case Outcome.Failed<Path>(Failure failure) -> new Message.Trouble(failure);
            }));
        }
    }

    private void tell(Message newest) {
        message.set(Optional.of(newest));
    }
}
