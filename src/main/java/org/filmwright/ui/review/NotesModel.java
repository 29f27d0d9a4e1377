package org.filmwright.ui.review;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.filmwright.base.Outcome;
import org.filmwright.base.TakeId;
import org.filmwright.history.Change;
import org.filmwright.images.ImageTake;
import org.filmwright.production.LightTable;
import org.filmwright.production.Snapshot;
import org.filmwright.review.Note;
import org.filmwright.review.NoteId;
import org.filmwright.review.Notes;
import org.filmwright.ui.kit.Desk;
import org.filmwright.ui.kit.Drafts;

/** The notes on the take being looked at, the one that is chosen, and the one that is being drawn. */
final class NotesModel {
    private final Desk desk;
    private final ReviewModel model;
    private final ReadOnlyObjectWrapper<List<Pinned>> shown = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<NoteId>> chosen = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper drawing = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Sketch> sketch = new ReadOnlyObjectWrapper<>(Sketch.EMPTY);
    /** What was left before it was a note; it is there again when somebody goes on drawing on that take. */
    private final Map<TakeId, Sketch> begun = new HashMap<>();
    /** Answers that nobody has sent yet. */
    private final Map<NoteId, String> answers = new HashMap<>();
    private Optional<TakeId> looked = Optional.empty();

    NotesModel(Desk desk, ReviewModel model, Drafts drafts) {
        this.desk = desk;
        this.model = model;
        drafts.of("notes", this::sketches, this::resketch);
        drafts.of("answers", () -> answers.entrySet()
                .stream()
                .collect(Collectors.toMap(each -> each.getKey().value(), each -> List.of(each.getValue()))), kept -> {
                    answers.clear();
                    kept.forEach((note, words) -> answers.put(new NoteId(note), words.getFirst()));
                });
        desk.snapshot().subscribe(this::refresh);
        model.current().subscribe(this::refresh);
        model.inTrash().subscribe(this::leave);
        desk.undone().subscribe(change -> change.ifPresent(this::followUndo));
    }

    /**
     * A note on the take.
     *
     * @param number what its pin says
     * @param from number of the take it was said about; open notes of earlier takes are carried to this one
     */
    record Pinned(int number, Note note, boolean carried, int from) {}

    /** What is being drawn now is among them. */
    private Map<String, List<String>> sketches() {
        Map<String, List<String>> all = new HashMap<>();
        begun.forEach((take, left) -> all.put(take.value(), left.fields()));
        if (drawing.get()) {
            looked.ifPresent(take -> all.put(take.value(), sketch.get().fields()));
        }
        all.values().removeIf(fields -> fields.equals(Sketch.EMPTY.fields()));
        return all;
    }

    private void resketch(Map<String, List<String>> kept) {
        begun.clear();
        kept.forEach((take, fields) -> Sketch.of(fields).ifPresent(left -> begun.put(new TakeId(take), left)));
    }

    /** The take that they are notes on. */
    Optional<TakeId> looked() {
        return looked;
    }

    ReadOnlyObjectProperty<List<Pinned>> shown() {
        return shown.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<NoteId>> chosen() {
        return chosen.getReadOnlyProperty();
    }

    Optional<Pinned> choice() {
        return chosen.get().flatMap(id -> shown.get().stream().filter(each -> each.note().id().equals(id)).findFirst());
    }

    ReadOnlyBooleanProperty drawing() {
        return drawing.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Sketch> sketch() {
        return sketch.getReadOnlyProperty();
    }

    void draw(Sketch next) {
        sketch.set(next);
    }

    void choose(NoteId note) {
        if (!chosen.get().equals(Optional.of(note))) {
            chosen.set(Optional.of(note));
        }
    }

    /** The note after the chosen one, or before it; around the end. */
    void step(int by) {
        List<Pinned> all = shown.get();
        if (!all.isEmpty()) {
            int at = choice().map(all::indexOf).orElse(by > 0 ? -1 : 0);
            choose(all.get(Math.floorMod(at + by, all.size())).note().id());
        }
    }

    /** Goes on with what was begun on this take. */
    void begin() {
        looked.ifPresent(take -> {
            sketch.set(begun.getOrDefault(take, Sketch.EMPTY));
            drawing.set(true);
        });
    }

    /** Nothing is lost by leaving. */
    void leave() {
        if (drawing.get()) {
            looked.ifPresent(take -> begun.put(take, sketch.get()));
            drawing.set(false);
        }
    }

    /** Makes a note of what was drawn; what cannot be one stays to be gone on with. */
    void send() {
        Sketch now = sketch.get();
        looked.filter(take -> now.isNote()).ifPresent(take -> {
            leave();
            begun.remove(take);
            desk.light(table -> table.pin(take, now.drawing(), now.text()), note -> {
                if (looked.equals(Optional.of(take))) {
                    choose(note.id());
                }
            }, () -> begun.putIfAbsent(take, now));
        });
    }

    /** What was begun as an answer to the note. */
    String answer(NoteId note) {
        return answers.getOrDefault(note, "");
    }

    /** So far; it is there again wherever the note is chosen. */
    void begin(NoteId note, String words) {
        if (words.isBlank()) {
            answers.remove(note);
        } else {
            answers.put(note, words);
        }
    }

    /** What cannot be said stays to be said again. */
    void sendAnswer(NoteId note, String words) {
        desk.light(table -> table.answer(note, words), answered -> {}, () -> {
            answers.putIfAbsent(note, words);
            if (chosen.get().equals(Optional.of(note))) {
                chosen.set(Optional.empty());
                choose(note);
            }
        });
    }

    void resolve(Note note) {
        change(table -> table.resolve(note.id(), !note.resolved()));
    }

    void erase(NoteId note) {
        change(table -> table.erase(note));
    }

    private void change(Function<LightTable, Outcome<Note>> how) {
        desk.light(how, note -> {});
    }

    private void followUndo(Change change) {
        if (change instanceof Change.Noted noted) {
            noted.note().map(Note::id).ifPresent(this::choose);
        }
    }

    private void refresh() {
        Optional<TakeId> now = model.current().get();
        if (!now.equals(looked)) {
            leave();
            looked = now;
            chosen.set(Optional.empty());
        }
        List<Pinned> fresh = now.flatMap(take -> desk.snapshot().get().map(open -> notes(open, take)))
                .orElse(List.of());
        if (!fresh.equals(shown.get())) {
            shown.set(fresh);
        }
    }

    /** First what is still open of earlier takes, then what was said about this one. */
    private static List<Pinned> notes(Snapshot open, TakeId take) {
        Notes notes = open.edits().notes();
        List<Note> all = new ArrayList<>(notes.carriedTo(take));
        int carried = all.size();
        all.addAll(notes.of(take));
        return IntStream.range(0, all.size())
                .mapToObj(i -> new Pinned(i + 1, all.get(i), i < carried, number(open, all.get(i))))
                .toList();
    }

    private static int number(Snapshot open, Note note) {
        return open.takesOf(note.shot())
                .stream()
                .filter(take -> take.id().equals(note.take()))
                .mapToInt(ImageTake::number)
                .findFirst()
                .orElse(0);
    }
}
