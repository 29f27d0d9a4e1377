package org.filmwright.store;

import java.time.Instant;
import java.util.HashMap;
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
import org.filmwright.engine.SpendTx;
import org.filmwright.engine.Statistics;
import org.filmwright.engine.Step;
import org.filmwright.engine.StepId;

/** The engine's transaction as SQL. */
class SqlTx extends SqlView implements LedgerTx {
    private final Sql sql;
    private final WriteGate.Unit unit;
    private final RunRows runs;
    private final StepRows steps;
    private final Map<String, Lane> lanes = new HashMap<>();
    private final SqlView others;

    SqlTx(WriteGate.Unit unit) {
        this(unit, new RunRows(unit.sql()));
    }

    private SqlTx(WriteGate.Unit unit, RunRows runs) {
        this(unit, runs, new StepRows(unit, runs));
    }

    private SqlTx(WriteGate.Unit unit, RunRows runs, StepRows steps) {
        super(new On(unit.sql(), steps));
        this.sql = unit.sql();
        this.unit = unit;
        this.runs = runs;
        this.steps = steps;
        this.others = new SqlView(new Plain(unit.sql()));
    }

    /** Does {@code work} and writes what it changed. */
    static <T> T run(SqlTx tx, Function<? super LedgerTx, T> work) {
        T answer = work.apply(tx);
        tx.steps.flush();
        tx.runs.flush();
        tx.steps.leave();
        return answer;
    }

    /** Whoever asks the rows finds in them what this transaction has done to its steps. */
    private record On(Sql sql, StepRows steps) implements Source {
        @Override
        public <T> T read(Function<Sql, T> question) {
            steps.flush();
            return question.apply(sql);
        }
    }

    /** For what does not depend on steps. */
    private record Plain(Sql sql) implements Source {
        @Override
        public <T> T read(Function<Sql, T> question) {
            return question.apply(sql);
        }
    }

    @Override
    public Lineage lineage(RunId run) {
        return others.lineage(run);
    }

    @Override
    public Optional<Definition> definition(String hash) {
        return others.definition(hash);
    }

    @Override
    public List<Step> queue(String lane, int most) {
        return super.queue(lane, most).stream().map(steps::know).toList();
    }

    @Override
    public int inFlight(String lane) {
        return steps.inFlight(lane).orElseGet(() -> super.inFlight(lane));
    }

    @Override
    public Optional<Run> run(RunId run) {
        return runs.run(run);
    }

    @Override
    public List<Run> runs() {
        runs.flushCounts();
        return super.runs();
    }

    @Override
    public Statistics statistics() {
        runs.flushCounts();
        return super.statistics();
    }

    @Override
    public Optional<Step> step(StepId step) {
        return steps.step(step);
    }

    @Override
    public Optional<Step> step(RunId run, String path) {
        return steps.step(run, path);
    }

    @Override
    public Optional<Lane> lane(String name) {
        Optional<Lane> known = Optional.ofNullable(lanes.get(name)).or(() -> others.lane(name));
        known.ifPresent(lane -> lanes.put(name, lane));
        return known;
    }

    @Override
    public SpendTx spend() {
        return new SpendRows(new On(sql, steps), sql);
    }

    @Override
    public void insert(Run run) {
        runs.insert(run);
    }

    @Override
    public void update(Run run) {
        boolean wasRunning = runs.running(run.id());
        runs.update(run);
        if (wasRunning != runs.running(run.id())) {
            steps.flush();
            sql.update("update step_run set queue = case when ? then lane end where run_id = ? and state = 'READY'",
                    !wasRunning, run.id().value());
        }
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
        steps.insert(step, dependsOn);
    }

    @Override
    public void rework(Step step) {
        steps.rework(step);
    }

    @Override
    public void update(Step step, List<StepId> dependsOn) {
        steps.update(step, dependsOn);
    }

    @Override
    public boolean update(Step before, Step after) {
        return steps.update(before, after);
    }

    @Override
    public List<Step> dependents(StepId step) {
        return steps.dependents(step);
    }

    @Override
    public List<Step> dependencies(StepId step) {
        return steps.dependencies(step);
    }

    @Override
    public int openDependencies(StepId step) {
        return steps.openDependencies(step);
    }

    @Override
    public List<Step> children(StepId step) {
        return current().list("select * from step_run where parent_id = ? order by position", LedgerRows::step,
                step.value());
    }

    @Override
    public int rounds(StepId step) {
        return sql.number("select rounds from step_run where id = ?", step.value());
    }

    @Override
    public void rounds(StepId step, int taken) {
        current().update("update step_run set rounds = ? where id = ?", taken, step.value());
    }

    @Override
    public void put(Lane lane) {
        lanes.put(lane.name(), lane);
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
    public void countFrom(String name, Instant since) {
        if (sql.update("update counted_from set since = ? where name = ?", since, name) == 0) {
            sql.update("insert into counted_from (name, since) values (?, ?)", name, since);
        }
    }

    @Override
    public void delete(RunId run) {
        steps.forgetAll();
        String steps = "(select id from step_run where run_id = ?)";
        for (String table : List.of("step_dep where to_step", "decision where step_id")) {
            sql.update("delete from " + table + " in " + steps, run.value());
        }
        for (String table : List.of("event_log", "step_count", "step_attempt", "step_run")) {
            sql.update("delete from " + table + " where run_id = ?", run.value());
        }
        sql.update("delete from wf_run where id = ?", run.value());
        runs.forget(run);
    }

    @Override
    public void hasten(RunId run, long by) {
        steps.forgetAll();
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
        Event event = runs.log(run, entry);
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

    /** The rows, with what this transaction has done to its steps. */
    final Sql current() {
        steps.flush();
        return sql;
    }
}
