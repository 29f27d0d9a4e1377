package org.filmwright.store;

import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.filmwright.engine.RunId;
import org.filmwright.engine.Step;
import org.filmwright.engine.StepId;
import org.filmwright.engine.StepSpec;
import org.filmwright.engine.StepState;

/**
 * The steps that one transaction touches. Each is read once, and written when somebody asks the rows or the transaction
 * ends, so that a step that goes through several states is written in the last of them.
 */
final class StepRows {
    private static final String IN_FLIGHT = "select * from step_run where state in ('RUNNING', 'WAITING_EXTERNAL')";
    private final Sql sql;
    private final RunRows runs;
    private final Optional<InFlight> inFlight;
    private Optional<Map<StepId, Step>> flying;
    private final Map<StepId, Known> known = new LinkedHashMap<>();
    private final Set<StepId> unwritten = new LinkedHashSet<>();

    StepRows(WriteGate.Unit unit, RunRows runs) {
        this.sql = unit.sql();
        this.runs = runs;
        this.inFlight = unit.inFlight();
        this.flying = inFlight.flatMap(InFlight::take);
    }

    /** A step, and what its row says. */
    private static final class Known {
        private Optional<Step> stored = Optional.empty();
        private Optional<List<StepId>> dependsOn = Optional.empty();
        private Step now;

        private Known(Step now) {
            this.now = now;
        }
    }

    Optional<Step> step(StepId id) {
        Known there = known.get(id);
        return there != null
                ? Optional.of(there.now)
                : remembered(id)
                        .or(() -> sql.first("select * from step_run where id = ?", LedgerRows::step, id.value()))
                        .map(this::know);
    }

    /** What is not written yet was made here, under the id that steps are given now. */
    Optional<Step> step(RunId run, String path) {
        Known there = known.get(StepId.of(run, path));
        return there != null
                ? Optional.of(there.now)
                : sql.first("select * from step_run where run_id = ? and path = ?", LedgerRows::step, run.value(), path)
                        .map(this::know);
    }

    private Optional<Step> remembered(StepId id) {
        return flying.flatMap(steps -> Optional.ofNullable(steps.get(id)));
    }

    /** How many steps of a lane are in flight, where nobody else writes the rows. */
    Optional<Integer> inFlight(String lane) {
        if (inFlight.isPresent() && flying.isEmpty()) {
            flush();
            flying = Optional.of(sql.list(IN_FLIGHT, LedgerRows::step)
                    .stream()
                    .collect(Collectors.toMap(Step::id, Function.identity())));
        }
        return flying.map(steps -> (int) steps.values().stream().filter(step -> step.lane().equals(lane)).count());
    }

    /** The transaction ends: the next one begins with what is in flight now. */
    void leave() {
        inFlight.ifPresent(next -> flying.ifPresent(next::leave));
    }

    private void fly(Step step) {
        flying.ifPresent(steps -> {
            if (step.state().inFlight()) {
                steps.put(step.id(), step);
            } else {
                steps.remove(step.id());
            }
        });
    }

    /** The step, which was just read from its row. */
    Step know(Step read) {
        return known.computeIfAbsent(read.id(), _ -> {
            Known first = new Known(read);
            first.stored = Optional.of(read);
            return first;
        }).now;
    }

    void insert(Step step, List<StepId> dependsOn) {
        known.put(step.id(), new Known(step));
        unwritten.add(step.id());
        fly(step);
        runs.count(step.run(), step.state(), 1);
        depend(step, dependsOn);
    }

    /** False where the step is another execution than {@code before} by now. */
    boolean update(Step before, Step after) {
        if (step(before.id()).filter(before::sameExecution).isEmpty()) {
            return false;
        }
        known.get(after.id()).now = after;
        unwritten.add(after.id());
        fly(after);
        attempt(before, after);
        if (before.state() != after.state()) {
            runs.count(before.run(), before.state(), -1);
            runs.count(after.run(), after.state(), 1);
        }
        return true;
    }

    void rework(Step step) {
        flush();
        WorkColumns work = WorkColumns.of(step);
        sql.update("update step_run set kind = ?, handler = ?, lane = ?, input = ?, max_attempts = ? where id = ?",
                work.kind(), work.handler(), step.lane(), work.input(), work.maxAttempts(), step.id().value());
        known.remove(step.id());
        flying = Optional.empty();
    }

    void update(Step step, List<StepId> dependsOn) {
        rework(step);
        step(step.id()).ifPresent(before -> update(before, step));
        sql.update("delete from step_dep where to_step = ?", step.id().value());
        depend(step, dependsOn);
    }

    private void depend(Step step, List<StepId> dependsOn) {
        dependsOn.forEach(before -> sql.update("insert into step_dep (from_step, to_step) values (?, ?)",
                before.value(), step.id().value()));
        known.get(step.id()).dependsOn = Optional.of(dependsOn);
    }

    List<Step> dependents(StepId step) {
        return those("select to_step from step_dep where from_step = ?", step);
    }

    List<Step> dependencies(StepId step) {
        return those("select from_step from step_dep where to_step = ?", step);
    }

    int openDependencies(StepId step) {
        List<Step> before = Optional.ofNullable(known.get(step))
                .flatMap(there -> there.dependsOn)
                .map(ids -> ids.stream().flatMap(id -> step(id).stream()).toList())
                .orElseGet(() -> dependencies(step));
        return (int) before.stream()
                .filter(each -> each.state() != StepState.SUCCEEDED && each.state() != StepState.SKIPPED)
                .count();
    }

    private List<Step> those(String ids, StepId step) {
        return sql.list(ids, row -> new StepId(row.getString(1)), step.value())
                .stream()
                .flatMap(id -> step(id).stream())
                .sorted(Comparator.comparingInt(Step::position))
                .toList();
    }

    /** Rows were changed behind what is known. */
    void forgetAll() {
        flush();
        known.clear();
        flying = Optional.empty();
    }

    void flush() {
        unwritten.forEach(id -> write(known.get(id)));
        unwritten.clear();
    }

    private void write(Known each) {
        if (each.stored.isEmpty()) {
            add(each.now);
        } else if (!each.stored.get().equals(each.now)) {
            change(each.stored.get(), each.now);
        }
        each.stored = Optional.of(each.now);
    }

    private void add(Step step) {
        WorkColumns work = WorkColumns.of(step);
        sql.update("""
                insert into step_run (id, run_id, path, parent_id, position, kind, handler, lane, input, max_attempts,
                    state, queue, deps_open, epoch, attempt, crash_count, urgency, output, error, next_at, started_at,
                    ended_at, took_ms, confidence, memo_key)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                step.id().value(), step.run().value(), step.path(), step.parent().map(StepId::value), step.position(),
                work.kind(), work.handler(), step.lane(), work.input(), work.maxAttempts(), step.state(), queue(step),
                step.waitsFor(), step.tries().epoch(), step.tries().attempt(), step.tries().crashes(), step.urgency(),
                step.ending().output(), step.ending().failure().map(Codec::json), step.ending().nextAt(),
                step.ending().startedAt(), step.ending().endedAt(), took(step), step.ending().confidence(),
                step.ending().memo());
    }

    private void change(Step before, Step step) {
        int rows = sql.update("""
                update step_run set state = ?, queue = ?, urgency = ?, deps_open = ?, epoch = ?, attempt = ?,
                    crash_count = ?, output = ?, error = ?, next_at = ?, started_at = ?, ended_at = ?, took_ms = ?,
                    confidence = ?, memo_key = ? where run_id = ? and path = ? and state = ? and epoch = ?""",
                step.state(),
                queue(step), step.urgency(), step.waitsFor(), step.tries().epoch(), step.tries().attempt(),
                step.tries().crashes(), step.ending().output(), step.ending().failure().map(Codec::json),
                step.ending().nextAt(), step.ending().startedAt(), step.ending().endedAt(), took(step),
                step.ending().confidence(), step.ending().memo(), step.run().value(), step.path(),
                before.state(), before.tries().epoch());
        if (rows == 0) {
            throw new IllegalStateException("Somebody else changed " + step.path());
        }
    }

    private Optional<String> queue(Step step) {
        return step.state() == StepState.READY && runs.running(step.run())
                ? Optional.of(step.lane())
                : Optional.empty();
    }

    private static Optional<Long> took(Step step) {
        return step.took().map(Duration::toMillis);
    }

    private void attempt(Step before, Step after) {
        if (after.state() == StepState.RUNNING) {
            sql.update("insert into step_attempt (run_id, step_id, epoch, attempt, started_at) values (?, ?, ?, ?, ?)",
                    after.run().value(), after.id().value(), after.tries().epoch(), after.tries().attempt(),
                    after.ending().startedAt());
        } else if (before.state().inFlight()) {
            sql.update("""
                    update step_attempt set ended_at = ?, outcome = ?, error = ?
                    where run_id = ? and step_id = ? and epoch = ?""", after.ending().endedAt(), after.state(),
                    after.ending().failure().map(Codec::json), before.run().value(), before.id().value(),
                    before.tries().epoch());
        }
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
