package org.filmwright.store;

import java.util.Optional;
import org.filmwright.timeline.Cut;
import org.filmwright.timeline.Cuts;

/** The current cut. */
final class CutRows implements Cuts {
    private final Database database;

    CutRows(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Cut> current() {
        return database.read(CutRows::current);
    }

    @Override
    public void save(Cut cut) {
        database.gate().write(unit -> replace(unit.sql(), cut));
    }

    static Optional<Cut> current(Sql sql) {
        return sql.first("select body from cut where id = 1", row -> Codec.read(row.getString("body"), Cut.class));
    }

    static int replace(Sql sql, Cut cut) {
        sql.update("delete from cut where id = 1");
        return sql.update("insert into cut (id, body) values (1, ?)", Codec.json(cut));
    }
}
