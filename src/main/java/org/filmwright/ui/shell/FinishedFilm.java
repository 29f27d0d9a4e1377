package org.filmwright.ui.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.Button;
import org.filmwright.production.Job;
import org.filmwright.ui.kit.Buttons;
import org.filmwright.ui.kit.Command;
import org.filmwright.ui.kit.Desk;
import org.filmwright.ui.kit.Scope;
import org.filmwright.ui.kit.Toasts;
import org.filmwright.ui.kit.Words;

/** Says that a film is finished, and finds it again: the folder it lies in, as the desktop shows folders. */
final class FinishedFilm {
    private final Desk desk;
    private final Frame frame;
    private final Toasts toasts;
    private final Runnable play;
    private Optional<Said> said = Optional.empty();

    /** A film that was told of, and a button of that message. */
    private record Said(Path film, Button button) {
        boolean stands(Path other) {
            return film.equals(other) && button.getScene() != null;
        }
    }

    /** @param play shows the cut it was made of */
    FinishedFilm(Desk desk, Frame frame, Toasts toasts, Runnable play) {
        this.desk = desk;
        this.frame = frame;
        this.toasts = toasts;
        this.play = play;
    }

    Command command(ObservableBooleanValue opened) {
        return Command.when(opened, "run.show-film", Scope.GLOBAL, this::show);
    }

    /** A workflow makes its film while nobody waits for it. */
    void heard(Job done) {
        switch (done.work().task()) {
            case EXPORT -> ask(done, this::tell);
            case STORYBOARD -> ask(done, this::tellBoard);
            case READ, PLAN, DRAW, CIRCLE, CLIP, DELIVER, ASSEMBLE, ENLARGE, OTHER -> {
            }
        }
    }

    private void ask(Job done, Consumer<Path> tell) {
        desk.project()
                .get()
                .ifPresent(open -> desk.offstage()
                        .ask(() -> open.jobs().film(done), file -> file.ifPresent(tell)));
    }

    private void tellBoard(Path board) {
        toasts.done(Words.of("toast.board", "path", inProject(board)),
                Buttons.plain("board-show", "toast.show-film", () -> folder(board.getParent())));
    }

    /** Once, however many say so: whoever waited for it, and the job that wrote it. */
    void tell(Path film) {
        if (said.filter(before -> before.stands(film)).isPresent()) {
            return;
        }
        Button playing = Buttons.plain("film-play", "toast.play", play);
        Button finding = Buttons.plain("film-show", "toast.show-film", () -> folder(film.getParent()));
        toasts.done(Words.of("toast.film", "path", inProject(film)), finding, playing);
        said = Optional.of(new Said(film, playing));
    }

    private Path inProject(Path file) {
        return desk.project()
                .get()
                .map(open -> open.storage().folder())
                .filter(file::startsWith)
                .map(own -> own.relativize(file))
                .orElse(file);
    }

    private void show() {
        desk.project().get().map(open -> open.storage().exports()).ifPresent(films -> {
            if (!holdsOne(films)) {
                toasts.failed(Words.of("film.none"));
            } else {
                folder(films);
            }
        });
    }

    private void folder(Path files) {
        if (!frame.openFolder(files)) {
            toasts.failed(Words.of("film.not-shown", "folder", files));
        }
    }

    private static boolean holdsOne(Path films) {
        try (Stream<Path> files = Files.list(films)) {
            return files.anyMatch(file -> file.getFileName().toString().endsWith(".mp4"));
        } catch (IOException _) {
            return false;
        }
    }
}
