package org.filmwright.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.filmwright.base.ShotId;
import org.filmwright.base.TakeId;
import org.filmwright.history.Change;
import org.filmwright.review.Flaw;
import org.filmwright.review.Note;
import org.filmwright.review.NoteId;
import org.filmwright.review.Verdict;
import org.filmwright.review.Verdicts;

/** Verdicts: facts first, rows second. */
final class VerdictRows implements Verdicts {
    private final Database database;
    private final Facts facts;
    private final Growing<Verdict> rows;
    private final AtomicReference<Latest> latest = new AtomicReference<>(new Latest(List.of(), Map.of()));

    /** The newest of each take, among these. */
    private record Latest(List<Verdict> rows, Map<TakeId, Verdict> byTake) {
        static Latest of(List<Verdict> rows) {
            Map<TakeId, Verdict> latest = new HashMap<>();
            rows.forEach(verdict -> latest.put(verdict.take(), verdict));
            return new Latest(rows, Map.copyOf(latest));
        }
    }

    /** @param shared whether others write to the same rows */
    VerdictRows(Database database, Facts facts, boolean shared) {
        this.database = database;
        this.facts = facts;
        this.rows = new Growing<>(database, "verdict", Verdict.class, shared);
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
        List<Verdict> all = rows.all();
        return latest.updateAndGet(known -> known.rows == all ? known : Latest.of(all)).byTake;
    }

    @Override
    public List<Note> notes() {
        return database.read(NoteRows::all);
    }

    @Override
    public Optional<Note> note(NoteId id) {
        return database.read(sql -> NoteRows.find(sql, id));
    }

    @Override
    public Map<ShotId, List<Flaw>> declined() {
        return database.read(sql -> sql.list("select shot, body from declined_revision",
                row -> Map.entry(new ShotId(row.getString("shot")),
                        List.of(Codec.read(row.getString("body"), Flaw[].class)))))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    static int decline(Sql sql, Change.Declined declined) {
        int before = sql.update("delete from declined_revision where shot = ?", declined.shot().value());
        return declined.flaws().isEmpty()
                ? before
                : sql.update("insert into declined_revision (shot, body) values (?, ?)", declined.shot().value(),
                        Codec.json(declined.flaws()));
    }

    static int insert(Sql sql, Verdict verdict) {
        return sql.update("insert into verdict (take, shot, body) values (?, ?, ?)", verdict.take().value(),
                verdict.shot().value(), Codec.json(verdict));
    }

    private static Verdict read(ResultSet row) throws SQLException {
        return Codec.read(row.getString("body"), Verdict.class);
    }
}
