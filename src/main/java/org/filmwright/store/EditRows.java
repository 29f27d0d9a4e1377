package org.filmwright.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.filmwright.base.TakeId;
import org.filmwright.history.Change;
import org.filmwright.history.History;
import org.filmwright.timeline.Cut;
import org.filmwright.timeline.CutEdit;

/** Changes by hand: facts first, rows second. Undoing is a fact as well, so the journal tells what really happened. */
final class EditRows implements History {
    private final Database database;
    private final Facts facts;
    private final ScriptRows scripts;

    EditRows(Database database, Facts facts, ScriptRows scripts) {
        this.database = database;
        this.facts = facts;
        this.scripts = scripts;
    }

    private record Entry(long seq, Change change) {}

    @Override
    public synchronized void make(Change change, boolean joins, Instant at) {
        Fact.Edited fact = new Fact.Edited(change, joins, at);
        facts.record(fact, unit -> edited(unit.sql(), fact));
        scripts.follow(change);
    }

    @Override
    public Optional<Change> last() {
        return database.read(sql -> newest(sql)).map(Entry::change);
    }

    @Override
    public Optional<Change> next() {
        return database.read(sql -> undone(sql)).map(Entry::change);
    }

    @Override
    public synchronized Optional<Change> takeBack() {
        Optional<Entry> entry = database.read(sql -> newest(sql));
        return entry.map(last -> {
            Change back = last.change().inverse();
            facts.record(new Fact.Undone(last.seq()), unit -> mark(unit.sql(), last.seq(), back, true));
            scripts.follow(back);
            return back;
        });
    }

    @Override
    public synchronized Optional<Change> doAgain() {
        Optional<Entry> entry = database.read(sql -> undone(sql));
        return entry.map(next -> {
            facts.record(new Fact.Redone(next.seq()), unit -> mark(unit.sql(), next.seq(), next.change(), false));
            scripts.follow(next.change());
            return next.change();
        });
    }

    static int edited(Sql sql, Fact.Edited fact) {
        apply(sql, fact.change());
        sql.update("delete from edit where undone = true");
        Optional<Entry> last = newest(sql);
        if (fact.joins() && last.isPresent() && last.get().change() instanceof Change.Wrote before
                && fact.change() instanceof Change.Wrote more) {
            return sql.update("update edit set body = ? where seq = ?", body(before.then(more)), last.get().seq());
        }
        sql.update("insert into edit (body) values (?)", body(fact.change()));
        return sql.first("select seq from edit order by seq desc offset ? rows fetch first 1 rows only",
                row -> row.getLong("seq"), DEPTH)
                .map(oldest -> sql.update("delete from edit where seq <= ?", oldest))
                .orElse(0);
    }

    static int undone(Sql sql, Fact.Undone fact) {
        return entry(sql, fact.entry()).map(entry -> mark(sql, entry.seq(), entry.change().inverse(), true)).orElse(0);
    }

    static int redone(Sql sql, Fact.Redone fact) {
        return entry(sql, fact.entry()).map(entry -> mark(sql, entry.seq(), entry.change(), false)).orElse(0);
    }

    /**
     * The film was assembled anew. Edits of the cut that cannot be taken back from it, or done again in it, leave the
     * history; so undo goes on with what can be taken back.
     */
    static int saved(Sql sql, Fact.CutSaved fact) {
        Cut cut = fact.cut();
        int replaced = CutRows.replace(sql, cut) + CutRows.assembled(sql, fact.assembled().orElse(cut));
        forget(sql, cut, sql.list("select seq, body from edit where undone = false order by seq desc", EditRows::read),
                CutEdit::inverse);
        forget(sql, cut, sql.list("select seq, body from edit where undone = true order by seq", EditRows::read),
                edit -> edit);
        return replaced;
    }

    /** Takes are gone for good, and what was only about them leaves the history. */
    static int discarded(Sql sql, List<TakeId> takes) {
        Set<TakeId> gone = Set.copyOf(takes);
        for (Entry entry : sql.list("select seq, body from edit", EditRows::read)) {
            Optional<Change> left = entry.change().without(gone);
            if (left.isEmpty()) {
                sql.update("delete from edit where seq = ?", entry.seq());
            } else if (!left.get().equals(entry.change())) {
                sql.update("update edit set body = ? where seq = ?", body(left.get()), entry.seq());
            }
        }
        return TrashRows.gone(sql, takes);
    }

    private static void forget(Sql sql, Cut cut, List<Entry> entries, UnaryOperator<CutEdit> way) {
        Optional<Cut> now = Optional.of(cut);
        for (Entry entry : entries) {
            if (entry.change() instanceof Change.Recut(CutEdit made)) {
                CutEdit edit = way.apply(made);
                now = now.filter(edit::fits).map(edit::applyTo);
                if (now.isEmpty()) {
                    sql.update("delete from edit where seq = ?", entry.seq());
                }
            } else if (entry.change() instanceof Change.SceneMoved(_, var recut)) {
                CutEdit edit = way.apply(recut.edit());
                now = now.filter(edit::fits).map(edit::applyTo);
            }
        }
    }

    private static int mark(Sql sql, long seq, Change change, boolean undone) {
        apply(sql, change);
        return sql.update("update edit set undone = ? where seq = ?", undone, seq);
    }

    private static void apply(Sql sql, Change change) {
        switch (change) {
            case Change.Wrote wrote -> ScriptRows.write(sql, wrote);
            case Change.Ruled ruled -> VerdictRows.insert(sql, ruled.verdict());
            case Change.RuledTogether(var each) -> each.forEach(ruled -> VerdictRows.insert(sql, ruled.verdict()));
            case Change.Noted noted -> NoteRows.put(sql, noted);
            case Change.Trashed trashed -> TrashRows.put(sql, trashed.take(), trashed.since());
            case Change.TrashedTogether(var each) -> each
                    .forEach(trashed -> TrashRows.put(sql, trashed.take(), trashed.since()));
            case Change.Directed directed -> ScriptRows.direct(sql, directed);
            case Change.Worded worded -> ScriptRows.word(sql, worded);
            case Change.Portrayed portrayed -> ScriptRows.portray(sql, portrayed);
            case Change.Declined declined -> VerdictRows.decline(sql, declined);
            case Change.SceneMoved(var wrote, var recut) -> {
                apply(sql, wrote);
                apply(sql, recut);
            }
            case Change.Recut recut -> CutRows.edit(sql, recut.edit());
        }
    }

    private static Optional<Entry> newest(Sql sql) {
        return sql.first("select seq, body from edit where undone = false order by seq desc fetch first 1 rows only",
                EditRows::read);
    }

    private static Optional<Entry> undone(Sql sql) {
        return sql.first("select seq, body from edit where undone = true order by seq fetch first 1 rows only",
                EditRows::read);
    }

    private static Optional<Entry> entry(Sql sql, long seq) {
        return sql.first("select seq, body from edit where seq = ?", EditRows::read, seq);
    }

    private static Entry read(ResultSet row) throws SQLException {
        return new Entry(row.getLong("seq"), Codec.read(row.getString("body"), Boxed.class).change());
    }

    private static String body(Change change) {
        return Codec.json(new Boxed(change));
    }

    /** A field of its own, so that the name of the change is written with it. */
    private record Boxed(Change change) {}
}
