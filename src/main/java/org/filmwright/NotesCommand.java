package org.filmwright;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.filmwright.base.Outcome;
import org.filmwright.images.ImageTake;
import org.filmwright.production.LightTable;
import org.filmwright.production.Project;
import org.filmwright.production.Snapshot;
import org.filmwright.review.Drawing;
import org.filmwright.review.Note;
import org.filmwright.review.NoteId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;

/** {@code takes notes}: what people noted on takes. */
@Command(name = "notes", mixinStandardHelpOptions = true, scope = ScopeType.INHERIT, description = "What people noted on takes.")
final class NotesCommand {
    /** A note as printed. @param carriedTo later takes of the shot that it was carried to */
    record Row(String id, String take, Drawing drawing, List<Note.Remark> thread, boolean resolved,
            List<String> carriedTo) {
        static Row of(Snapshot now, Note note) {
            List<String> later = now.takesOf(note.shot())
                    .stream()
                    .map(ImageTake::id)
                    .filter(take -> now.edits().notes().carriedTo(take).contains(note))
                    .map(Object::toString)
                    .toList();
            return new Row(note.id().value(), note.take().value(), note.drawing(), note.thread(), note.resolved(),
                    later);
        }

        private void print(Console console) {
            String place = drawing.pin().map(point -> " at %.2f, %.2f".formatted(point.x(), point.y())).orElse("");
            console.out().printf("%.8s  take %.8s%s  %s%n", id, take, place, resolved ? "resolved" : "open");
            thread.forEach(remark -> console.out().printf("          %s: %s%n", remark.by(), remark.text()));
        }
    }

    @Command(name = "list", description = "All notes of a project.")
    int list(@Mixin Console console, @Mixin JobsCommand.Place place) {
        try (Desk desk = place.open(); Project project = desk.project()) {
            Snapshot now = project.snapshot();
            List<Row> rows = notes(now).map(note -> Row.of(now, note)).toList();
            console.result(rows, () -> rows.forEach(row -> row.print(console)));
            return ExitCode.DONE;
        }
    }

    @Command(name = "add", description = "Notes something on a take, at a place in its picture if one is given.")
    int add(@Mixin Console console, @Mixin JobsCommand.Place place,
            @Parameters(paramLabel = "TAKE", description = "Its id, or the beginning of it.") String take,
            @Parameters(paramLabel = "TEXT") String text,
            @Option(names = "--at", paramLabel = "X,Y", description = "From 0,0 (top left) to 1,1.") Optional<Drawing.Point> at) {
        return change(console, place, now -> table -> table.pin(TakesCommand.take(now, take).id(),
                new Drawing(at, List.of()), text));
    }

    @Command(name = "answer", description = "Answers a note.")
    int answer(@Mixin Console console, @Mixin JobsCommand.Place place, @Parameters(paramLabel = "NOTE") String note,
            @Parameters(paramLabel = "TEXT") String text) {
        return change(console, place, now -> table -> table.answer(note(now, note), text));
    }

    @Command(name = "resolve", description = "Says that what a note asks for is done.")
    int resolve(@Mixin Console console, @Mixin JobsCommand.Place place, @Parameters(paramLabel = "NOTE") String note,
            @Option(names = "--reopen", description = "Says that it is open again.") boolean reopen) {
        return change(console, place, now -> table -> table.resolve(note(now, note), !reopen));
    }

    @Command(name = "erase", description = "Takes a note away with its answers.")
    int erase(@Mixin Console console, @Mixin JobsCommand.Place place, @Parameters(paramLabel = "NOTE") String note) {
        return change(console, place, now -> table -> table.erase(note(now, note)));
    }

    /** Reads {@code 0.4,0.6}. @throws IllegalArgumentException with a sentence for the user */
    static Drawing.Point point(String text) {
        String[] parts = text.split(",", -1);
        if (parts.length != 2 || !Stream.of(parts).allMatch(part -> part.strip().matches("[01](\\.\\d+)?"))) {
            throw new IllegalArgumentException("'" + text + "' is no place in a picture. Example: 0.4,0.6.");
        }
        return new Drawing.Point(Double.parseDouble(parts[0]), Double.parseDouble(parts[1]));
    }

    private static int change(Console console, JobsCommand.Place place,
            Function<Snapshot, Function<LightTable, Outcome<Note>>> change) {
        try (Desk desk = place.open(); Project project = desk.project()) {
            Note note = CommandFailed.orFail(change.apply(project.snapshot()).apply(project.lightTable()));
            Row row = Row.of(project.snapshot(), note);
            console.result(row, () -> row.print(console));
            return ExitCode.DONE;
        }
    }

    private static Stream<Note> notes(Snapshot now) {
        return now.edits()
                .notes()
                .own()
                .values()
                .stream()
                .flatMap(List::stream)
                .sorted((a, b) -> a.begun()
                        .compareTo(b.begun()));
    }

    private static NoteId note(Snapshot now, String word) {
        return TakesCommand.one("note", word, notes(now).toList(), note -> note.id().value()).id();
    }
}
