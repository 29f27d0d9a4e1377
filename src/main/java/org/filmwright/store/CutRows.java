package org.filmwright.store;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.filmwright.timeline.Cut;
import org.filmwright.timeline.Cuts;

/** The current cut: saving one is a fact. */
final class CutRows implements Cuts {
    private static final int CURRENT = 1;
    private static final int ASSEMBLED = 2;

    private final Database database;
    private final Facts facts;
    /** What was read last of each row: a cut of hours is long, and asked for often. */
    private final Map<Integer, Kept> kept = new ConcurrentHashMap<>();

    private record Kept(String body, Cut cut) {}

    CutRows(Database database, Facts facts) {
        this.database = database;
        this.facts = facts;
    }

    @Override
    public Optional<Cut> current() {
        return known(CURRENT);
    }

    @Override
    public Optional<Cut> assembled() {
        return known(ASSEMBLED);
    }

    private Optional<Cut> known(int row) {
        return database.read(sql -> body(sql, row))
                .map(body -> kept.compute(row, (_, last) -> last != null
                        && last.body.equals(body) ? last : new Kept(body, Codec.read(body, Cut.class))).cut);
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
        return body(sql, CURRENT).map(body -> Codec.read(body, Cut.class));
    }

    /** The cut as the rules made it last. */
    static Optional<Cut> made(Sql sql) {
        return body(sql, ASSEMBLED).map(body -> Codec.read(body, Cut.class));
    }

    private static Optional<String> body(Sql sql, int row) {
        return sql.first("select body from cut where id = ?", found -> found.getString("body"), row);
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
