package org.filmwright.store;

import java.util.Optional;
import org.filmwright.timeline.Cut;
import org.filmwright.timeline.Cuts;

/** The current cut: saving one is a fact. */
final class CutRows implements Cuts {
    private static final int CURRENT = 1;
    private static final int ASSEMBLED = 2;

    private final Database database;
    private final Facts facts;

    CutRows(Database database, Facts facts) {
        this.database = database;
        this.facts = facts;
    }

    @Override
    public Optional<Cut> current() {
        return database.read(CutRows::current);
    }

    @Override
    public Optional<Cut> assembled() {
        return database.read(sql -> read(sql, ASSEMBLED));
    }

    /** Saving what is saved already adds nothing to the journal. */
    @Override
    public void save(Cut cut, Cut assembled) {
        if (!current().equals(Optional.of(cut)) || !assembled().equals(Optional.of(assembled))) {
            Fact.CutSaved saved = new Fact.CutSaved(cut, Optional.of(assembled).filter(made -> !made.equals(cut)));
            facts.record(saved, unit -> EditRows.saved(unit.sql(), saved));
        }
    }

    static Optional<Cut> current(Sql sql) {
        return read(sql, CURRENT);
    }

    private static Optional<Cut> read(Sql sql, int row) {
        return sql.first("select body from cut where id = ?", found -> Codec.read(found.getString("body"), Cut.class),
                row);
    }

    static int replace(Sql sql, Cut cut) {
        return replace(sql, CURRENT, cut);
    }

    static int assembled(Sql sql, Cut cut) {
        return replace(sql, ASSEMBLED, cut);
    }

    private static int replace(Sql sql, int row, Cut cut) {
        sql.update("delete from cut where id = ?", row);
        return sql.update("insert into cut (id, body) values (?, ?)", row, Codec.json(cut));
    }
}
