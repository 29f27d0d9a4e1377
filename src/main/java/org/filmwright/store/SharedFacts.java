package org.filmwright.store;

import java.util.function.Function;
import java.util.function.BiConsumer;
import java.util.Optional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;

/**
 * Facts of a project whose rows lie in PostgreSQL: the server forces every commit to disk, so a fact and its rows are one
 * transaction there, and the chain of facts is a table.
 */
record SharedFacts(Database database) implements Facts {
    @Override
    public <T> T recordAll(List<? extends Fact> facts, WriteGate.Work<T> apply) {
        List<String> lines = facts.stream().map(Codec::json).toList();
        return database.gate().write(unit -> {
            append(unit.sql(), lines);
            return apply.in(unit);
        });
    }

    @Override
    public <F extends Fact> Optional<F> recordNext(Function<Sql, Optional<F>> next, BiConsumer<F, Sql> apply) {
        return database.gate().write(unit -> {
            Optional<F> fact = next.apply(unit.sql());
            fact.ifPresent(found -> {
                append(unit.sql(), List.of(Codec.json(found)));
                apply.accept(found, unit.sql());
            });
            return fact;
        });
    }

    private static void append(Sql sql, List<String> lines) {
        JournalRecord last = head(sql);
        for (String line : lines) {
            last = last.next(line);
            sql.update("insert into fact_log (seq, fact, hash) values (?, ?, ?)", last.seq(), last.fact(), last.hash());
        }
    }

    @Override
    public JournalRecord head() {
        return database.read(SharedFacts::head);
    }

    @Override
    public void each(Consumer<JournalRecord> reader) throws Journal.Damaged {
        JournalRecord before = JournalRecord.START;
        for (JournalRecord found : database.read(sql -> sql.list("select * from fact_log order by seq",
                SharedFacts::read))) {
            before = before.next(found.fact());
            if (!before.equals(found)) {
                throw new Journal.Damaged("fact " + before.seq());
            }
            reader.accept(found);
        }
    }

    private static JournalRecord read(ResultSet row) throws SQLException {
        return new JournalRecord(row.getLong("seq"), row.getString("fact"), row.getString("hash"));
    }

    private static JournalRecord head(Sql sql) {
        return sql.first("select * from fact_log order by seq desc fetch first 1 rows only", SharedFacts::read)
                .orElse(JournalRecord.START);
    }
}
