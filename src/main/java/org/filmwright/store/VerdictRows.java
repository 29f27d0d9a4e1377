package org.filmwright.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.filmwright.base.TakeId;
import org.filmwright.review.Note;
import org.filmwright.review.NoteId;
import org.filmwright.review.Verdict;
import org.filmwright.review.Verdicts;

/** Verdicts: facts first, rows second. */
final class VerdictRows implements Verdicts {
    private final Database database;
    private final Facts facts;

    VerdictRows(Database database, Facts facts) {
        this.database = database;
        this.facts = facts;
    }

    @Override
    public void record(Verdict verdict) {
        facts.record(new Fact.Ruled(verdict), unit -> insert(unit.sql(), verdict));
    }

    @Override
    public Optional<Verdict> latest(TakeId take) {
        return database.read(sql -> sql.first(
                "select body from verdict where take = ? order by seq desc fetch first 1 rows only", VerdictRows::read,
                take.value()));
    }

    @Override
    public Map<TakeId, Verdict> all() {
        Map<TakeId, Verdict> latest = new HashMap<>();
        database.read(sql -> sql.list("select body from verdict order by seq", VerdictRows::read))
                .forEach(verdict -> latest.put(verdict.take(), verdict));
        return latest;
    }

    @Override
    public List<Note> notes() {
        return database.read(NoteRows::all);
    }

    @Override
    public Optional<Note> note(NoteId id) {
        return database.read(sql -> NoteRows.find(sql, id));
    }

    static int insert(Sql sql, Verdict verdict) {
        return sql.update("insert into verdict (take, shot, body) values (?, ?, ?)", verdict.take().value(),
                verdict.shot().value(), Codec.json(verdict));
    }

    private static Verdict read(ResultSet row) throws SQLException {
        return Codec.read(row.getString("body"), Verdict.class);
    }
}
