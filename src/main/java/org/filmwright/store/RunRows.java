package org.filmwright.store;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.filmwright.engine.Event;
import org.filmwright.engine.Run;
import org.filmwright.engine.RunId;
import org.filmwright.engine.RunState;
import org.filmwright.engine.StepState;

/**
 * The runs that one transaction touches. Each is read once; how many of its steps stand where, and the end of its event
 * chain, are written once, however many steps moved.
 */
final class RunRows {
    private final Sql sql;
    private final Map<RunId, Sheet> sheets = new LinkedHashMap<>();

    RunRows(Sql sql) {
        this.sql = sql;
    }

    /** A run as this transaction has made it. */
    private static final class Sheet {
        private final Map<StepState, Integer> change = new EnumMap<>(StepState.class);
        private final Map<StepState, Integer> counts;
        private Run run;
        private Event.Head head;
        private boolean logged;

        private Sheet(Run run, Event.Head head, Map<StepState, Integer> counts) {
            this.run = run;
            this.head = head;
            this.counts = counts;
        }

        private Run counted() {
            Map<StepState, Integer> some = new EnumMap<>(counts);
            some.values().removeIf(n -> n == 0);
            return run.counted(some);
        }
    }

    Optional<Run> run(RunId id) {
        return sheet(id).map(Sheet::counted);
    }

    /** Only the steps of a running run stand in a queue. */
    boolean running(RunId id) {
        return sheet(id).orElseThrow().run.state() == RunState.RUNNING;
    }

    void insert(Run run) {
        sql.update(
                """
                        insert into wf_run (id, name, idempotency_key, state, input, priority, event_seq, event_head, created_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                run.id().value(), run.name(), run.key(), run.state(),
                run.input(), run.priority(), Event.Head.START.seq(), Event.Head.START.hash(), run.createdAt());
        sheets.put(run.id(), new Sheet(run, Event.Head.START, new EnumMap<>(StepState.class)));
    }

    void update(Run run) {
        Sheet sheet = sheet(run.id()).orElseThrow();
        sql.update("update wf_run set state = ?, priority = ?, error = ?, ended_at = ? where id = ?", run.state(),
                run.priority(), run.failure().map(Codec::json), run.endedAt(), run.id().value());
        sheet.run = run;
    }

    void count(RunId run, StepState state, int change) {
        Sheet sheet = sheet(run).orElseThrow();
        sheet.change.merge(state, change, Integer::sum);
        sheet.counts.merge(state, change, Integer::sum);
    }

    /** The event that now ends the chain of the run. */
    Event log(RunId run, Event.Entry entry) {
        Sheet sheet = sheet(run).orElseThrow();
        Event event = Event.after(sheet.head, run, entry);
        sheet.head = event.head();
        sheet.logged = true;
        return event;
    }

    void forget(RunId run) {
        sheets.remove(run);
    }

    void flushCounts() {
        sheets.forEach((run, sheet) -> {
            sheet.change.forEach((state, change) -> flush(run, state, change));
            sheet.change.clear();
        });
    }

    /** The end of the transaction. */
    void flush() {
        flushCounts();
        sheets.forEach((run, sheet) -> {
            if (sheet.logged) {
                sql.update("update wf_run set event_seq = ?, event_head = ? where id = ?", sheet.head.seq(),
                        sheet.head.hash(), run.value());
            }
        });
    }

    private void flush(RunId run, StepState state, int change) {
        if (change != 0 && sql.update("update step_count set n = n + ? where run_id = ? and state = ?", change,
                run.value(), state) == 0) {
            sql.update("insert into step_count (run_id, state, n) values (?, ?, ?)", run.value(), state, change);
        }
    }

    private Optional<Sheet> sheet(RunId id) {
        Sheet known = sheets.get(id);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<Sheet> read = sql.first("select * from wf_run where id = ?", row -> new Sheet(LedgerRows.run(row),
                new Event.Head(row.getLong("event_seq"), row.getString("event_head")), counts(id)), id.value());
        read.ifPresent(sheet -> sheets.put(id, sheet));
        return read;
    }

    private Map<StepState, Integer> counts(RunId run) {
        Map<StepState, Integer> counts = new EnumMap<>(StepState.class);
        sql.list("select state, n from step_count where run_id = ?",
                row -> counts.put(StepState.valueOf(row.getString("state")), row.getInt("n")), run.value());
        return counts;
    }
}
