package org.filmwright.ui.kit;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import org.filmwright.history.Change;
import org.filmwright.images.ImageTake;
import org.filmwright.images.Trashed;
import org.filmwright.production.Edits;
import org.filmwright.production.Snapshot;
import org.filmwright.review.Verdict;
import org.filmwright.story.ScriptEdit;
import org.filmwright.story.Shot;

/** Undo and redo of everything that is changed by hand, by name; after it the window shows what was changed. */
public final class UndoCommands {
    private static final int LONGEST = 24;

    private final Desk desk;
    private final Consumer<Scope> show;

    /** @param show brings the workspace to the front in which something was changed */
    public UndoCommands(Desk desk, Consumer<Scope> show) {
        this.desk = desk;
        this.show = show;
        desk.undone().subscribe(change -> change.ifPresent(this::show));
    }

    /** Adds both, each under the name of what it would take back or do again. */
    public void into(Commands commands) {
        commands.addAll(commands());
        commands.name("edit.undo", undoWords());
        commands.name("edit.redo", redoWords());
    }

    private List<Command> commands() {
        return List.of(Command.when(there(Edits::undo), "edit.undo", Scope.GLOBAL, desk::undo),
                Command.when(there(Edits::redo), "edit.redo", Scope.GLOBAL, desk::redo));
    }

    /** {@code Undo reject 2-B take 3}. */
    private ObservableValue<String> undoWords() {
        return desk.snapshot()
                .map(now -> now.flatMap(open -> open.edits().undo().map(change -> name(open, change)))
                        .map(what -> Words.of("undo.named", "what", what))
                        .orElse(Words.of("command.edit.undo")));
    }

    /** {@code Redo reject 2-B take 3}. */
    private ObservableValue<String> redoWords() {
        return desk.snapshot()
                .map(now -> now.flatMap(open -> open.edits().redo().map(change -> name(open, change)))
                        .map(what -> Words.of("redo.named", "what", what))
                        .orElse(Words.of("command.edit.redo")));
    }

    private ObservableBooleanValue there(Function<Edits, Optional<Change>> which) {
        return Bindings.createBooleanBinding(() -> desk.snapshot()
                .get()
                .flatMap(now -> which.apply(now.edits()))
                .isPresent()
                || desk.typing().get() || desk.changing().get() > 0, desk.snapshot(), desk.typing(), desk.changing());
    }

    private String name(Snapshot now, Change change) {
        return switch (change) {
            case Change.Wrote wrote -> wrote(wrote);
            case Change.Ruled ruled -> ruled(now, ruled);
            case Change.RuledTogether(var each) -> Words.of("undo.together", "first", ruled(now, each.getFirst()),
                    "more", Words.count("undo.more", each.size() - 1));
            case Change.Trashed trashed -> trashed(now, trashed);
            case Change.TrashedTogether(var each) -> Words.of("undo.together", "first", trashed(now, each.getFirst()),
                    "more", Words.count("undo.more", each.size() - 1));
            case Change.Directed directed -> Words.of("undo.directed", "shot", label(now, directed));
            case Change.Noted noted -> Words.of("undo.noted", "shot", shot(now, noted.shot().value()));
            case Change.Worded worded -> Words.of("undo.worded", "shot", shot(now, worded.shot().value()));
            case Change.Portrayed portrayed -> Words.of("undo.portrayed", "name", portrayed.name());
            case Change.Declined declined -> Words.of("undo.declined", "shot", shot(now, declined.shot().value()));
            case Change.Recut recut -> Words.of("undo.recut", recut.deed());
            case Change.SceneMoved _ -> Words.of("undo.scene-moved");
        };
    }

    /** What an edit of the cut is called; nothing for another change. */
    public static Optional<String> cutting(Change change) {
        return switch (change) {
            case Change.Recut recut -> Optional.of(Words.of("undo.recut", recut.deed()));
            case Change.SceneMoved _ -> Optional.of(Words.of("undo.scene-moved"));
            case Change.Wrote _,Change.Directed _,Change.Worded _,Change.Portrayed _,Change.Declined _,Change.Noted _,Change.Ruled _,Change.RuledTogether _,Change.Trashed _,Change.TrashedTogether _ -> Optional
                    .empty();
        };
    }

    private static String wrote(Change.Wrote wrote) {
        if (wrote.edits().size() != 1) {
            return Words.of("undo.edited");
        }
        ScriptEdit edit = wrote.edits().getFirst();
        String typed = shortened(edit.inserted());
        String gone = shortened(edit.removed());
        if (gone.isEmpty()) {
            return typed.isEmpty() ? Words.of("undo.spaces") : Words.of("undo.typed", "words", typed);
        }
        return typed.isEmpty() ? Words.of("undo.erased", "words", gone) : Words.of("undo.edited");
    }

    private static String shortened(String words) {
        String line = words.strip().replaceAll("\\s+", " ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST).stripTrailing() + "…";
    }

    private static String ruled(Snapshot now, Change.Ruled ruled) {
        Verdict verdict = ruled.verdict();
        int number = now.takesOf(verdict.shot())
                .stream()
                .filter(take -> take.id().equals(verdict.take()))
                .mapToInt(ImageTake::number)
                .findFirst()
                .orElse(0);
        String label = shot(now, verdict.shot().value());
        return isRated(ruled)
                ? Words.of("undo.rated", "stars", Words.count("images.stars", verdict.marks().stars()), "shot", label,
                        "number", number)
                : Words.of("undo.ruled." + verdict.ruling().name(), "shot", label, "number", number);
    }

    private static String trashed(Snapshot now, Change.Trashed trashed) {
        return Words.of(trashed.since().isPresent() ? "undo.trashed" : "undo.restored", "shot",
                shot(now, trashed.shot().value()), "number", number(now, trashed));
    }

    private static boolean isRated(Change.Ruled ruled) {
        return ruled.verdict().ruling() == ruled.before().ruling()
                && ruled.verdict().marks().stars() != ruled.before().marks().stars();
    }

    private static int number(Snapshot now, Change.Trashed trashed) {
        return Stream.concat(now.takesOf(trashed.shot()).stream(), now.edits().trash().stream().map(Trashed::take))
                .filter(take -> take.id().equals(trashed.take()))
                .mapToInt(ImageTake::number)
                .findFirst()
                .orElse(0);
    }

    private static String label(Snapshot now, Change.Directed directed) {
        return shot(now, directed.shot().value());
    }

    private static String shot(Snapshot now, String id) {
        return now.script()
                .flatMap(script -> script.plan()
                        .shots()
                        .stream()
                        .filter(shot -> shot.id().value().equals(id))
                        .map(Shot::label)
                        .findFirst())
                .orElse(id);
    }

    private void show(Change change) {
        switch (change) {
            case Change.Wrote _,Change.Portrayed _ -> show.accept(Scope.STORY);
            case Change.Trashed trashed -> taken(trashed);
            case Change.TrashedTogether(var each) -> taken(each.getFirst());
            case Change.Ruled ruled -> decided(ruled);
            case Change.RuledTogether(var each) -> decided(each.getFirst());
            case Change.Directed directed -> {
                show.accept(Scope.STORY);
                desk.shotOf(directed.shot()).ifPresent(desk::show);
            }
            case Change.Noted noted -> {
                show.accept(Scope.IMAGES);
                desk.shotOf(noted.shot()).ifPresent(desk::show);
            }
            case Change.Worded worded -> {
                show.accept(Scope.IMAGES);
                desk.shotOf(worded.shot()).ifPresent(desk::show);
            }
            case Change.Declined declined -> {
                show.accept(Scope.IMAGES);
                desk.shotOf(declined.shot()).ifPresent(desk::show);
            }
            case Change.Recut _,Change.SceneMoved _ -> show.accept(Scope.TIMELINE);
        }
    }

    private void taken(Change.Trashed trashed) {
        desk.shotOf(trashed.shot()).ifPresent(desk::show);
        show.accept(Scope.IMAGES);
    }

    private void decided(Change.Ruled ruled) {
        desk.shotOf(ruled.verdict().shot()).ifPresent(desk::show);
        show.accept(Scope.IMAGES);
    }
}
