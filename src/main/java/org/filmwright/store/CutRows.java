package org.filmwright.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.filmwright.timeline.Cut;
import org.filmwright.timeline.CutEdit;
import org.filmwright.timeline.Cuts;

/**
 * The current cut: saving one is a fact. A cut of hours is long, and edited often: its body is written once in a while, and
 * the edits since then beside it.
 */
final class CutRows implements Cuts {
    private static final int CURRENT = 1;
    private static final int ASSEMBLED = 2;
    /** So many edits wait beside a body before it is written anew. */
    private static final int WAITING = 200;

    private final Database database;
    private final Facts facts;
    /** What was read last of each row. */
    private final Map<Integer, Kept> kept = new ConcurrentHashMap<>();

    /** A cut as of a body and the edits up to one. */
    private record Kept(long turn, long last, Cut cut) {
        static final Kept NONE = new Kept(-1, 0, null);

        Kept with(Later next) {
            return new Kept(turn, next.seq, next.edit.filter(edit -> edit.fits(cut))
                    .map(edit -> edit.applyTo(cut))
                    .orElse(cut));
        }
    }

    /** The body that counts, and an edit of it. @param seq 0 for none */
    private record Later(long turn, long seq, Optional<CutEdit> edit) {}

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
        Kept last = kept.getOrDefault(row, Kept.NONE);
        Optional<Kept> now = database.read(sql -> newer(sql, row, last));
        now.filter(read -> read != last).ifPresent(read -> kept.put(row, read));
        return now.map(Kept::cut);
    }

    /** Saving what is saved already adds nothing to the journal. */
    @Override
    public void save(Cut cut, Cut assembled) {
        if (!current().equals(Optional.of(cut)) || !assembled().equals(Optional.of(assembled))) {
            Fact.CutSaved saved = new Fact.CutSaved(cut, Optional.of(assembled).filter(made -> !made.equals(cut)));
            facts.record(saved, unit -> EditRows.saved(unit.sql(), saved));
        }
    }

    /** The current cut is edited; an edit that does not fit it changes nothing. */
    static int edit(Sql sql, CutEdit edit) {
        int written = sql.update("insert into recut (body) values (?)", Codec.json(edit));
        boolean many = sql.first("select count(*) as waiting from recut", row -> row.getInt("waiting"))
                .filter(waiting -> waiting > WAITING)
                .isPresent();
        return many ? newer(sql, CURRENT, Kept.NONE).map(now -> replace(sql, now.cut)).orElse(written) : written;
    }

    /** The cut of the rules is edited, where it is the one that is meant. */
    static void learn(Sql sql, CutEdit rules) {
        newer(sql, ASSEMBLED, Kept.NONE).map(Kept::cut)
                .filter(rules::fits)
                .map(rules::applyTo)
                .ifPresent((Cut cut) -> assembled(sql, cut));
    }

    /** The current cut, by whoever holds none of it. */
    static Optional<Cut> read(Sql sql) {
        return newer(sql, CURRENT, Kept.NONE).map(now -> now.cut);
    }

    static int replace(Sql sql, Cut cut) {
        sql.update("delete from recut");
        return replace(sql, CURRENT, cut);
    }

    static int assembled(Sql sql, Cut cut) {
        return replace(sql, ASSEMBLED, cut);
    }

    private static int replace(Sql sql, int row, Cut cut) {
        String body = Codec.json(cut);
        int known = sql.update("update cut set body = ?, turn = turn + 1 where id = ?", body, row);
        return known > 0 ? known : sql.update("insert into cut (id, body) values (?, ?)", row, body);
    }

    /** What a row holds now; the body is read only where it was written since. */
    private static Optional<Kept> newer(Sql sql, int row, Kept known) {
        Optional<Kept> base = Optional.of(known);
        while (base.isPresent()) {
            Kept from = base.get();
            List<Later> later = later(sql, row, from.last);
            if (later.isEmpty()) {
                return Optional.empty();
            }
            if (later.getFirst().turn == from.turn) {
                return Optional.of(later.getFirst().seq == 0 ? from : after(from, later));
            }
            base = body(sql, row);
        }
        return Optional.empty();
    }

    private static Kept after(Kept from, List<Later> later) {
        Kept now = from;
        for (Later next : later) {
            now = now.with(next);
        }
        return now;
    }

    /** Both in one question, so that nobody writes a body in between. */
    private static List<Later> later(Sql sql, int row, long last) {
        return sql
                .list("select cut.turn, recut.seq, recut.body from cut left join recut on cut.id = ? and recut.seq > ? "
                        + "where cut.id = ? order by recut.seq",
                        found -> new Later(found.getLong("turn"), found.getLong("seq"),
                                Optional.ofNullable(found.getString(
                                        "body")).map(body -> Codec.read(body, CutEdit.class))),
                        CURRENT, last, row);
    }

    private static Optional<Kept> body(Sql sql, int row) {
        return sql.first("select turn, body from cut where id = ?", found -> new Kept(found.getLong("turn"), 0, Codec
                .read(found.getString("body"), Cut.class)), row);
    }
}
