package org.filmwright.store;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.filmwright.base.MediaRef;
import org.filmwright.engine.Choice;
import org.filmwright.engine.Event;
import org.filmwright.engine.Lane;
import org.filmwright.engine.LaneSpec;
import org.filmwright.engine.LedgerTx;
import org.filmwright.engine.Lineage;
import org.filmwright.engine.Pace;
import org.filmwright.engine.flow.Definition;
import org.filmwright.engine.Question;
import org.filmwright.engine.Run;
import org.filmwright.engine.RunId;
import org.filmwright.engine.RunState;
import org.filmwright.engine.SpendTx;
import org.filmwright.engine.Step;
import org.filmwright.engine.StepId;
import org.filmwright.engine.StepSpec;
import org.filmwright.engine.StepState;

/** The engine's transaction as SQL. */
class SqlTx extends SqlView implements LedgerTx {
    private final Sql sql;
    private final WriteGate.Unit unit;
    private final Map<RunId, Event.Head> heads = new LinkedHashMap<>();
    private final Map<RunId, RunState> states = new HashMap<>();

    SqlTx(WriteGate.Unit unit) {
        super(new On(unit.sql()));
        this.sql = unit.sql();
        this.unit = unit;
    }

    /** Does {@code work} and closes the chains of the runs it logged to. */
    static <T> T run(SqlTx tx, Function<? super LedgerTx, T> work) {
        T answer = work.apply(tx);
        tx.heads.forEach((run, head) -> tx.sql.update("update wf_run set event_seq = ?, event_head = ? where id = ?",
                head.seq(), head.hash(), run.value()));
        return answer;
    }

    private record On(Sql sql) implements Source {
        @Override
        public <T> T read(Function<Sql, T> question) {
            return question.apply(sql);
        }
    }

    @Override
    public SpendTx spend() {
        return new SpendRows(new On(sql), sql);
    }

    @Override
    public void insert(Run run) {
        sql.update(
                """
                        insert into wf_run (id, name, idempotency_key, state, input, priority, event_seq, event_head, created_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                run.id().value(), run.name(), run.key(), run.state(),
                run.input(), run.priority(), Event.Head.START.seq(), Event.Head.START.hash(), run.createdAt());
        states.put(run.id(), run.state());
    }

    @Override
    public void update(Run run) {
        boolean wasRunning = running(run.id());
        sql.update("update wf_run set state = ?, priority = ?, error = ?, ended_at = ? where id = ?", run.state(),
                run.priority(), run.failure().map(Codec::json), run.endedAt(), run.id().value());
        states.put(run.id(), run.state());
        if (wasRunning != running(run.id())) {
            sql.update("update step_run set queue = case when ? then lane end where run_id = ? and state = 'READY'",
                    !wasRunning, run.id().value());
        }
    }

    /** Only the steps of a running run stand in a queue. */
    private boolean running(RunId run) {
        return states.computeIfAbsent(run, this::state) == RunState.RUNNING;
    }

    private RunState state(RunId run) {
        return sql.first("select state from wf_run where id = ?", row -> RunState.valueOf(row.getString(1)),
                run.value()).orElseThrow();
    }

    @Override
    public void define(Definition definition) {
        if (definition(definition.hash()).isEmpty()) {
            sql.update("insert into wf_definition (hash, name, version, graph) values (?, ?, ?, ?)", definition.hash(),
                    definition.name(), definition.version(), definition.json());
        }
    }

    @Override
    public void lineage(RunId run, Lineage lineage) {
        sql.update("update wf_run set def_hash = ?, parent_step = ?, correlation = ? where id = ?",
                lineage.definition().map(Definition::hash), lineage.parent().map(StepId::value),
                lineage.correlation(), run.value());
    }

    @Override
    public void insert(Step step, List<StepId> dependsOn) {
        WorkColumns work = WorkColumns.of(step);
        sql.update("""
                insert into step_run (id, run_id, path, parent_id, position, kind, handler, lane, input, max_attempts,
                    state, deps_open, epoch, attempt, crash_count, urgency)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", step.id().value(), step.run().value(),
                step.path(), step.parent().map(StepId::value), step.position(), work.kind(), work.handler(),
                step.lane(), work.input(), work.maxAttempts(), step.state(), step.waitsFor(), step.tries().epoch(),
                step.tries().attempt(), step.tries().crashes(), step.urgency());
        count(step.run(), step.state(), 1);
        dependsOn.forEach(before -> depend(before, step));
    }

    @Override
    public void rework(Step step) {
        WorkColumns work = WorkColumns.of(step);
        sql.update("update step_run set kind = ?, handler = ?, lane = ?, input = ?, max_attempts = ? where id = ?",
                work.kind(), work.handler(), step.lane(), work.input(), work.maxAttempts(), step.id().value());
    }

    @Override
    public void update(Step step, List<StepId> dependsOn) {
        rework(step);
        step(step.id()).ifPresent(before -> update(before, step));
        sql.update("delete from step_dep where to_step = ?", step.id().value());
        dependsOn.forEach(before -> depend(before, step));
    }

    @Override
    public boolean update(Step before, Step after) {
        if (write(before, after) == 0) {
            return false;
        }
        attempt(before, after);
        if (before.state() != after.state()) {
            count(before.run(), before.state(), -1);
            count(after.run(), after.state(), 1);
        }
        return true;
    }

    @Override
    public List<Step> dependents(StepId step) {
        return sql.list("""
                select s.* from step_dep d join step_run s on s.id = d.to_step where d.from_step = ?
                order by s.position""", LedgerRows::step, step.value());
    }

    @Override
    public List<Step> children(StepId step) {
        return sql.list("select * from step_run where parent_id = ? order by position", LedgerRows::step,
                step.value());
    }

    @Override
    public List<Step> dependencies(StepId step) {
        return sql.list("""
                select s.* from step_dep d join step_run s on s.id = d.from_step where d.to_step = ?
                order by s.position""", LedgerRows::step, step.value());
    }

    @Override
    public int rounds(StepId step) {
        return sql.number("select rounds from step_run where id = ?", step.value());
    }

    @Override
    public void rounds(StepId step, int taken) {
        sql.update("update step_run set rounds = ? where id = ?", taken, step.value());
    }

    @Override
    public int openDependencies(StepId step) {
        return sql.number("""
                select count(*) from step_dep d join step_run s on s.id = d.from_step
                where d.to_step = ? and s.state not in ('SUCCEEDED', 'SKIPPED')""", step.value());
    }

    @Override
    public void put(Lane lane) {
        LaneSpec spec = lane.spec();
        Object[] values = {spec.room(), spec.rate().map(LaneSpec.Rate::starts).orElse(0),
            spec.rate().map(rate -> rate.per().toMillis()).orElse(0L), spec.breakAfter(), lane.tokens(),
            lane.tokensAt(), lane.pause().map(Lane.Pause::since), lane.pause().flatMap(Lane.Pause::until),
            lane.pause().map(Lane.Pause::reason), lane.failures(), lane.trips(), spec.name()};
        if (sql.update("""
                update lane set max_in_flight = ?, rate_starts = ?, rate_ms = ?, break_after = ?, tokens = ?,
                    tokens_at = ?, paused_at = ?, paused_until = ?, pause_reason = ?, failures = ?, trips = ?
                where name = ?""", values) == 0) {
            sql.update("""
                    insert into lane (max_in_flight, rate_starts, rate_ms, break_after, tokens, tokens_at, paused_at,
                        paused_until, pause_reason, failures, trips, name)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", values);
        }
    }

    @Override
    public void put(String handler, Pace pace) {
        if (sql.update("update pace set n = ?, mean_ms = ?, spread_ms = ? where handler = ?", pace.n(), pace.meanMs(),
                pace.spreadMs(), handler) == 0) {
            sql.update("insert into pace (handler, n, mean_ms, spread_ms) values (?, ?, ?, ?)", handler, pace.n(),
                    pace.meanMs(), pace.spreadMs());
        }
    }

    @Override
    public void delete(RunId run) {
        String steps = "(select id from step_run where run_id = ?)";
        for (String table : List.of("step_dep where to_step", "step_attempt where step_id",
                "decision where step_id")) {
            sql.update("delete from " + table + " in " + steps, run.value());
        }
        for (String table : List.of("event_log", "step_count", "step_run")) {
            sql.update("delete from " + table + " where run_id = ?", run.value());
        }
        sql.update("delete from wf_run where id = ?", run.value());
        heads.remove(run);
    }

    @Override
    public void hasten(RunId run, long by) {
        sql.update("update step_run set urgency = urgency - ? where run_id = ?", by, run.value());
    }

    @Override
    public void artifacts(Step step, List<MediaRef> media) {
        for (MediaRef file : media) {
            sql.update("delete from artifact where step_id = ? and sha256 = ?", step.id().value(),
                    file.digest().hex());
            sql.update("insert into artifact (step_id, sha256, extension, epoch) values (?, ?, ?, ?)",
                    step.id().value(), file.digest().hex(), file.extension(), step.tries().epoch());
        }
    }

    @Override
    public int ask(StepId step, Question question, Instant at) {
        int number = 1 + sql.number("select count(*) from decision where step_id = ? and question is not null",
                step.value());
        String text = Codec.json(question);
        int early = sql.update("update decision set question = ?, asked_at = ? where step_id = ? and number = ?", text,
                at, step.value(), number);
        if (early == 0) {
            sql.update("insert into decision (step_id, number, state, question, asked_at) values (?, ?, 'OPEN', ?, ?)",
                    step.value(), number, text, at);
        }
        return number;
    }

    @Override
    public void answer(StepId step, int number, Choice choice) {
        sql.update("update decision set state = 'ANSWERED', choice = ? where step_id = ? and number = ?",
                Codec.json(choice), step.value(), number);
    }

    @Override
    public void answerEarly(StepId step, int number, Choice choice) {
        if (sql.number("select count(*) from decision where step_id = ? and number = ?", step.value(), number) == 0) {
            sql.update("insert into decision (step_id, number, state, choice) values (?, ?, 'ANSWERED', ?)",
                    step.value(), number, Codec.json(choice));
        }
    }

    @Override
    public Optional<Choice> earlyAnswer(StepId step, int number) {
        return sql.first("select choice from decision where step_id = ? and number = ? and state = 'ANSWERED'",
                row -> Codec.read(row.getString("choice"), Choice.class), step.value(), number);
    }

    @Override
    public void withdraw(StepId step) {
        sql.update("update decision set state = 'WITHDRAWN' where step_id = ? and question is not null",
                step.value());
    }

    @Override
    public void log(RunId run, Event.Entry entry) {
        Event.Head head = heads.computeIfAbsent(run, this::head);
        Event event = Event.after(head, run, entry);
        heads.put(run, event.head());
        sql.update("""
                insert into event_log (run_id, seq, at, type, step_id, epoch, detail, prev_hash, hash)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)""", run.value(), event.seq(), event.at(), event.type(),
                event.step().map(StepId::value), event.epoch(), Codec.json(event.detail()), event.prev(),
                event.hash());
    }

    @Override
    public void afterCommit(Runnable action) {
        unit.afterCommit().add(action);
    }

    private Event.Head head(RunId run) {
        return sql.first("select event_seq, event_head from wf_run where id = ?",
                row -> new Event.Head(row.getLong(1), row.getString(2)), run.value()).orElseThrow();
    }

    private void count(RunId run, StepState state, int change) {
        if (sql.update("update step_count set n = n + ? where run_id = ? and state = ?", change, run.value(),
                state) == 0) {
            sql.update("insert into step_count (run_id, state, n) values (?, ?, ?)", run.value(), state, change);
        }
    }

    private int write(Step before, Step step) {
        return sql.update("""
                update step_run set state = ?, queue = ?, urgency = ?, deps_open = ?, epoch = ?, attempt = ?,
                    crash_count = ?, output = ?, error = ?, next_at = ?, started_at = ?, ended_at = ?, took_ms = ?,
                    confidence = ?, memo_key = ? where id = ? and state = ? and epoch = ?""", step.state(),
                queue(step), step.urgency(), step.waitsFor(), step.tries().epoch(), step.tries().attempt(),
                step.tries().crashes(), step.ending().output(), step.ending().failure().map(Codec::json),
                step.ending().nextAt(), step.ending().startedAt(), step.ending().endedAt(), took(step),
                step.ending().confidence(), step.ending().memo(), step.id().value(), before.state(),
                before.tries().epoch());
    }

    private Optional<String> queue(Step step) {
        return step.state() == StepState.READY && running(step.run()) ? Optional.of(step.lane()) : Optional.empty();
    }

    private static Optional<Long> took(Step step) {
        return step.took().map(Duration::toMillis);
    }

    private void attempt(Step before, Step after) {
        if (after.state() == StepState.RUNNING) {
            sql.update("insert into step_attempt (step_id, epoch, attempt, started_at) values (?, ?, ?, ?)",
                    after.id().value(), after.tries().epoch(), after.tries().attempt(), after.ending().startedAt());
        } else if (before.state().inFlight()) {
            sql.update("update step_attempt set ended_at = ?, outcome = ?, error = ? where step_id = ? and epoch = ?",
                    after.ending().endedAt(), after.state(), after.ending().failure().map(Codec::json),
                    before.id().value(), before.tries().epoch());
        }
    }

    private void depend(StepId before, Step step) {
        sql.update("insert into step_dep (from_step, to_step) values (?, ?)", before.value(), step.id().value());
    }

    /** What a step consists of, as columns. */
    private record WorkColumns(String kind, String handler, String input, int maxAttempts) {
        static WorkColumns of(Step step) {
            return switch (step.work()) {
                case StepSpec.Work.Task task -> new WorkColumns(LedgerRows.TASK, task.handler(), task.input(),
                        task.maxAttempts());
                case StepSpec.Work.Gate gate -> new WorkColumns(LedgerRows.GATE, "", Codec.json(gate.question()), 1);
                case StepSpec.Work.Subflow sub -> new WorkColumns(LedgerRows.SUBFLOW, sub.workflow(), sub.input(), 1);
            };
        }
    }
}
