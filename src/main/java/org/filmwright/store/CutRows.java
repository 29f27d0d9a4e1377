package org.filmwright.store;

import java.util.Optional;
import org.filmwright.timeline.Cut;
import org.filmwright.timeline.Cuts;

/** The current cut: saving one is a fact. */
final class CutRows implements Cuts {
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

    /** Saving what is saved already adds nothing to the journal. */
    @Override
    public void save(Cut cut) {
        if (!current().equals(Optional.of(cut))) {
            facts.record(new Fact.CutSaved(cut), unit -> EditRows.saved(unit.sql(), cut));
        }
    }

    static Optional<Cut> current(Sql sql) {
        return sql.first("select body from cut where id = 1", row -> Codec.read(row.getString("body"), Cut.class));
    }

    static int replace(Sql sql, Cut cut) {
        sql.update("delete from cut where id = 1");
        return sql.update("insert into cut (id, body) values (1, ?)", Codec.json(cut));
    }
}
