package org.filmwright.production;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.filmwright.base.Digest;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;
import org.filmwright.base.TakeId;
import org.filmwright.history.Change;
import org.filmwright.images.ImageTake;
import org.filmwright.review.Drawing;
import org.filmwright.review.Note;
import org.filmwright.review.NoteId;

/** Notes on takes, each change of which is a step of the history. */
record Noting(Records records, Editing editing, InstantSource clock) {
    Outcome<Note> pin(TakeId id, Drawing drawing, String text) {
        Optional<ImageTake> take = records.takes().find(id);
        if (take.isEmpty()) {
            return refused("This take is not there any more.", "Choose another one.");
        }
        if (text.isBlank() && drawing.strokes().isEmpty()) {
            return refused("A note says or shows something.", "Write a word, or draw a line.");
        }
        if (drawing.points() > Drawing.MOST_POINTS) {
            return refused("This drawing is too large for a note.", "Draw less, or make two notes of it.");
        }
        return said(text).then(remark -> {
            synchronized (editing) {
                int before = records.verdicts().notes().size();
                NoteId note = new NoteId(Digest.of(id + "/" + before + "/" + remark + drawing).hex().substring(0, 32));
                return made(new Note(note, id, take.get().shot(), drawing, List.of(remark), false), Optional.empty());
            }
        });
    }

    Outcome<Note> answer(NoteId id, String text) {
        return text.isBlank()
                ? refused("An answer says something.", "Write a word.")
                : said(text).then(remark -> changed(id, note -> note.thread().size() < Note.MOST
                        ? Outcome.ok(note.answered(remark))
                        : refused("A note has at most " + Note.MOST + " answers.", "Begin another one.")));
    }

    Outcome<Note> resolve(NoteId id, boolean resolved) {
        return changed(id, note -> Outcome.ok(note.resolved(resolved)));
    }

    Outcome<Note> erase(NoteId id) {
        synchronized (editing) {
            return find(id).then(note -> {
                editing.make(new Change.Noted(note.take(), note.shot(), Optional.empty(), Optional.of(note)), false);
                return Outcome.ok(note);
            });
        }
    }

    private Outcome<Note> changed(NoteId id, Function<Note, Outcome<Note>> change) {
        synchronized (editing) {
            return find(id).then(before -> change.apply(before)
                    .then(after -> after.equals(before) ? Outcome.ok(before) : made(after, Optional.of(before))));
        }
    }

    private Outcome<Note> made(Note note, Optional<Note> before) {
        editing.make(new Change.Noted(note.take(), note.shot(), Optional.of(note), before), false);
        return Outcome.ok(note);
    }

    private Outcome<Note> find(NoteId id) {
        return records.verdicts()
                .note(id)
                .map(Outcome::ok)
                .orElseGet(() -> refused("This note is not there any more.", "Look at the take again."));
    }

    private Outcome<Note.Remark> said(String text) {
        return text.length() > Note.LONGEST
                ? refused("A remark has at most 4,000 characters.", "Shorten it, or make two of it.")
                : Outcome.ok(new Note.Remark(text.strip(), System.getProperty("user.name"), clock.instant()));
    }

    private static <T> Outcome<T> refused(String what, String remedy) {
        return Outcome.failed(new Failure.Refused(what, remedy));
    }
}
