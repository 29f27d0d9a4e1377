package org.filmwright.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.filmwright.base.Digest;
import org.filmwright.base.MediaRef;
import org.filmwright.engine.Choice;
import org.filmwright.engine.Event;
import org.filmwright.engine.Lane;
import org.filmwright.engine.LedgerView;
import org.filmwright.engine.Lineage;
import org.filmwright.engine.flow.Definition;
import org.filmwright.engine.OpenQuestion;
import org.filmwright.engine.Pace;
import org.filmwright.engine.Question;
import org.filmwright.engine.Returned;
import org.filmwright.engine.Reviewed;
import org.filmwright.engine.Run;
import org.filmwright.engine.RunId;
import org.filmwright.engine.SpendView;
import org.filmwright.engine.Statistics;
import org.filmwright.engine.Step;
import org.filmwright.engine.StepId;
import org.filmwright.engine.StepResult;
import org.filmwright.engine.StepState;

/** The engine's questions as SQL, over whatever connection it is given. */
class SqlView implements LedgerView {
    private static final String OPEN_QUESTION = """
            select d.*, s.run_id, s.path from decision d join step_run s on s.id = d.step_id where d.state = 'OPEN'""";

    /** Asks a question on a connection. */
    interface Source {
        <T> T read(Function<Sql, T> question);
    }

    private final Source source;

    SqlView(Source source) {
        this.source = source;
    }

    @Override
    public SpendView spend() {
        return new SpendQueries(source);
    }

    @Override
    public Optional<Run> run(RunId run) {
        return source.read(sql -> sql.first("select * from wf_run where id = ?", LedgerRows::run, run.value())
                .map(row -> row.counted(counts(sql, run))));
    }

    @Override
    public List<Run> runs() {
        return source.read(sql -> {
            Map<RunId, Map<StepState, Integer>> counts = counts(sql);
            return sql.list("select * from wf_run order by seq desc", LedgerRows::run)
                    .stream()
                    .map(run -> run.counted(counts.getOrDefault(run.id(), Map.of())))
                    .toList();
        });
    }

    @Override
    public Lineage lineage(RunId run) {
        return source.read(sql -> sql.first("""
                select r.parent_step, r.correlation, d.* from wf_run r left join wf_definition d on d.hash = r.def_hash
                where r.id = ?""", LedgerRows::lineage, run.value()))
                .orElseGet(() -> new Lineage(Optional.empty(), Optional.empty(), run.value()));
    }

    @Override
    public Optional<Definition> definition(String hash) {
        return source.read(sql -> sql.first("select * from wf_definition where hash = ?", LedgerRows::definition,
                hash));
    }

    @Override
    public Optional<Step> step(StepId step) {
        return source.read(sql -> sql.first("select * from step_run where id = ?", LedgerRows::step, step.value()));
    }

    @Override
    public Optional<Step> step(RunId run, String path) {
        return source.read(sql -> sql.first("select * from step_run where run_id = ? and path = ?", LedgerRows::step,
                run.value(), path));
    }

    @Override
    public List<Step> steps(RunId run) {
        return source.read(sql -> sql.list("select * from step_run where run_id = ? order by position",
                LedgerRows::step, run.value()));
    }

    @Override
    public List<Step> inState(StepState state) {
        return source.read(sql -> sql.list("select * from step_run where state = ? order by run_id, position",
                LedgerRows::step, state));
    }

    @Override
    public Optional<Lane> lane(String name) {
        return source.read(sql -> sql.first("select * from lane where name = ?", LedgerRows::lane, name));
    }

    @Override
    public List<Lane> lanes() {
        return source.read(sql -> sql.list("select * from lane order by name", LedgerRows::lane));
    }

    @Override
    public int inFlight(String lane) {
        return source.read(sql -> sql.number(
                "select count(*) from step_run where state in ('RUNNING', 'WAITING_EXTERNAL') and lane = ?", lane));
    }

    /** Ordered as the index is, so that only these rows are read and not the whole queue. */
    @Override
    public List<Step> queue(String lane, int most) {
        return most == 0 ? List.of() : source.read(sql -> sql.list("""
                select * from step_run where queue = ? order by queue, urgency, run_id, position
                fetch first ? rows only""", LedgerRows::step, lane, most));
    }

    @Override
    public List<RunId> endedBefore(Instant then, int most) {
        return source.read(sql -> sql.list("""
                select id from wf_run where state in ('SUCCEEDED', 'FAILED', 'CANCELLED') and ended_at < ?
                order by ended_at fetch first ? rows only""", row -> new RunId(row.getString(1)), then, most));
    }

    @Override
    public Map<StepId, List<StepId>> dependencies(RunId run) {
        Map<StepId, List<StepId>> before = new HashMap<>();
        source.read(sql -> sql.list("""
                select d.to_step, d.from_step from step_run s join step_dep d on d.to_step = s.id
                where s.run_id = ? order by d.to_step, d.from_step""",
                row -> before.computeIfAbsent(new StepId(row.getString(1)), _ -> new ArrayList<>())
                        .add(new StepId(row.getString(2))),
                run.value()));
        return before;
    }

    @Override
    public Optional<StepResult.Succeeded> remembered(String memo) {
        return source.read(sql -> sql.first("""
                select * from step_run where memo_key = ? and state = 'SUCCEEDED'
                order by ended_at desc fetch first 1 rows only""", LedgerRows::step, memo)
                .map(step -> new StepResult.Succeeded(step.ending().output().orElseThrow(), artifacts(sql, step.id()),
                        List.of(), step.ending().confidence())));
    }

    @Override
    public Optional<Step> maker(String memo) {
        return source.read(sql -> sql.first("""
                select * from step_run where memo_key = ? and state = 'SUCCEEDED'
                order by ended_at fetch first 1 rows only""", LedgerRows::step, memo));
    }

    @Override
    public List<MediaRef> artifacts(StepId step) {
        return source.read(sql -> artifacts(sql, step));
    }

    private static List<MediaRef> artifacts(Sql sql, StepId step) {
        return sql.list("select sha256, extension from artifact where step_id = ? order by sha256",
                row -> new MediaRef(new Digest(row.getString(1)), row.getString(2)), step.value());
    }

    @Override
    public Map<String, Pace> paces() {
        Map<String, Pace> paces = new HashMap<>();
        source.read(sql -> sql.list("select * from pace", row -> paces.put(row.getString("handler"),
                new Pace(row.getLong("n"), row.getDouble("mean_ms"), row.getDouble("spread_ms")))));
        return paces;
    }

    @Override
    public Statistics statistics() {
        return source.read(StatisticsRows::read);
    }

    @Override
    public List<Reviewed> reviewed(String handlers) {
        return source.read(sql -> ReviewRows.read(sql, handlers));
    }

    @Override
    public Map<String, Instant> countedFrom() {
        Map<String, Instant> since = new HashMap<>();
        source.read(sql -> sql.list("select * from counted_from",
                row -> since.put(row.getString("name"), Sql.instant(row, "since").orElseThrow())));
        return since;
    }

    @Override
    public List<Event> events(RunId run) {
        return source.read(sql -> sql.list("select * from event_log where run_id = ? order by seq", LedgerRows::event,
                run.value()));
    }

    @Override
    public List<OpenQuestion> questions() {
        return source.read(sql -> sql.list(OPEN_QUESTION + " order by d.asked_at, s.position", LedgerRows::question));
    }

    @Override
    public Optional<OpenQuestion> question(StepId step) {
        return source.read(sql -> sql.first(OPEN_QUESTION + " and d.step_id = ?", LedgerRows::question, step.value()));
    }

    @Override
    public List<Choice> answers(StepId step) {
        return source.read(sql -> sql.list("""
                select choice from decision where step_id = ? and state = 'ANSWERED' order by number""",
                row -> Codec.read(row.getString("choice"), Choice.class), step.value()));
    }

    @Override
    public List<Returned> returned(RunId run) {
        return source.read(sql -> sql.list("""
                select d.step_id, d.question, d.choice from decision d join step_run s on s.id = d.step_id
                where s.run_id = ? and d.state = 'WITHDRAWN' and d.choice is not null and d.question is not null
                order by d.asked_at, d.number""",
                row -> new Returned(new StepId(row.getString("step_id")),
                        Codec.read(row.getString("question"), Question.class),
                        Codec.read(row.getString("choice"), Choice.class)),
                run.value()));
    }

    @Override
    public Map<String, String> upstream(StepId step) {
        Map<String, String> outputs = new HashMap<>();
        source.read(sql -> sql.list("""
                select s.path, s.output from step_dep d join step_run s on s.id = d.from_step
                where d.to_step = ? and s.output is not null""",
                row -> outputs.put(row.getString("path"), row.getString("output")), step.value()));
        return outputs;
    }

    private static Map<StepState, Integer> counts(Sql sql, RunId run) {
        Map<StepState, Integer> counts = new EnumMap<>(StepState.class);
        sql.list("select state, n from step_count where run_id = ? and n > 0",
                row -> counts.put(StepState.valueOf(row.getString("state")), row.getInt("n")), run.value());
        return counts;
    }

    private static Map<RunId, Map<StepState, Integer>> counts(Sql sql) {
        Map<RunId, Map<StepState, Integer>> counts = new HashMap<>();
        sql.list("select * from step_count where n > 0",
                row -> counts.computeIfAbsent(new RunId(row.getString("run_id")), run -> new EnumMap<>(StepState.class))
                        .put(StepState.valueOf(row.getString("state")), row.getInt("n")));
        return counts;
    }
}
