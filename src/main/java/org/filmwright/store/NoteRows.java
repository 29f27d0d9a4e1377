package org.filmwright.store;

import java.util.List;
import java.util.Optional;
import org.filmwright.history.Change;
import org.filmwright.review.Note;
import org.filmwright.review.NoteId;

/** Notes on takes; every change of one is a step of the history. */
final class NoteRows {
    private NoteRows() {}

    static int put(Sql sql, Change.Noted noted) {
        noted.before().ifPresent(before -> sql.update("delete from note where id = ?", before.id().value()));
        return noted.note().map(note -> {
            sql.update("delete from note where id = ?", note.id().value());
            return sql.update("insert into note (id, take, body) values (?, ?, ?)", note.id().value(),
                    note.take().value(), Codec.json(note));
        }).orElse(0);
    }

    static List<Note> all(Sql sql) {
        return sql.list("select body from note", row -> Codec.read(row.getString("body"), Note.class));
    }

    static Optional<Note> find(Sql sql, NoteId id) {
        return sql.first("select body from note where id = ?", row -> Codec.read(row.getString("body"), Note.class),
                id.value());
    }
}
