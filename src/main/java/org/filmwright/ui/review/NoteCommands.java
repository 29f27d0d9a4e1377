package org.filmwright.ui.review;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import org.filmwright.ui.kit.Command;
import org.filmwright.ui.kit.Scope;

/** What can be told to notes, by key, button, menu or name. */
final class NoteCommands {
    private NoteCommands() {}

    /** @param answer brings the keys to the answer to the chosen note */
    static List<Command> of(NotesModel notes, Runnable answer) {
        ObservableBooleanValue some = Bindings.createBooleanBinding(() -> !notes.shown().get().isEmpty(), notes
                .shown());
        ObservableBooleanValue one = Bindings.createBooleanBinding(() -> notes.choice().isPresent(), notes.shown(),
                notes.chosen());
        return List.of(Command.when(some, "images.note-next", Scope.IMAGES, () -> notes.step(1)),
                Command.when(some, "images.note-previous", Scope.IMAGES, () -> notes.step(-1)),
                Command.when(one, "images.note-answer", Scope.IMAGES, answer),
                Command.when(one, "images.note-resolve", Scope.IMAGES, () -> notes.choice()
                        .map(
                                NotesModel.Pinned::note)
                        .ifPresent(notes::resolve)),
                Command.when(one, "images.note-erase", Scope.IMAGES, () -> notes.chosen()
                        .get()
                        .ifPresent(
                                notes::erase)));
    }
}
