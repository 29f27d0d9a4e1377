package org.filmwright.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.filmwright.base.Failure;
import org.filmwright.engine.Event;
import org.filmwright.engine.Lane;
import org.filmwright.engine.Lineage;
import org.filmwright.engine.flow.Definition;
import org.filmwright.engine.LaneSpec;
import org.filmwright.engine.OpenQuestion;
import org.filmwright.engine.Question;
import org.filmwright.engine.Run;
import org.filmwright.engine.RunId;
import org.filmwright.engine.RunState;
import org.filmwright.engine.Step;
import org.filmwright.engine.StepId;
import org.filmwright.engine.StepSpec;
import org.filmwright.engine.StepState;

/** Rows of the engine's tables as its records. */
final class LedgerRows {
    static final String GATE = "GATE";
    static final String TASK = "TASK";
    static final String SUBFLOW = "SUBFLOW";

    private LedgerRows() {}

    static Run run(ResultSet row) throws SQLException {
        return new Run(new RunId(row.getString("id")), row.getString("name"), row.getString("idempotency_key"),
                row.getString("input"), row.getInt("priority"), RunState.valueOf(row.getString("state")), failure(row),
                new EnumMap<>(StepState.class), Sql.instant(row, "created_at").orElseThrow(),
                Sql.instant(row, "ended_at"));
    }

    static Lane lane(ResultSet row) throws SQLException {
        Instant tokensAt = Sql.instant(row, "tokens_at").orElse(Instant.EPOCH);
        int starts = row.getInt("rate_starts");
        Optional<LaneSpec.Rate> rate = starts == 0
                ? Optional.empty()
                : Optional.of(new LaneSpec.Rate(starts, Duration.ofMillis(row.getLong("rate_ms"))));
        Optional<Instant> until = Sql.instant(row, "paused_until");
        Optional<Instant> since = Sql.instant(row, "paused_at");
        Optional<String> reason = Sql.text(row, "pause_reason");
        return new Lane(new LaneSpec(row.getString("name"), row.getInt("max_in_flight"), rate,
                row.getInt("break_after")), row.getDouble("tokens"), tokensAt,
                since.map(at -> new Lane.Pause(reason.orElse(""), at, until)), row.getInt("failures"),
                row.getInt("trips"));
    }

    static Step step(ResultSet row) throws SQLException {
        return new Step(new StepId(row.getString("id")), new RunId(row.getString("run_id")), row.getString("path"),
                work(row), Sql.text(row, "parent_id").map(StepId::new), row.getInt("position"), row.getLong("urgency"),
                StepState.valueOf(row.getString("state")), row.getInt("deps_open"),
                new Step.Tries(row.getLong("epoch"), row.getInt("attempt"), row.getInt("crash_count")),
                new Step.Ending(Sql.text(row, "output"), failure(row), Sql.instant(row, "next_at"),
                        Sql.instant(row, "started_at"), Sql.instant(row, "ended_at"),
                        Optional.ofNullable(row.getObject("confidence", Double.class)),
                        Sql.text(row, "memo_key")));
    }

    static Definition definition(ResultSet row) throws SQLException {
        return new Definition(row.getString("name"), row.getInt("version"), row.getString("hash"),
                row.getString("graph"));
    }

    static Lineage lineage(ResultSet row) throws SQLException {
        Optional<Definition> definition = row.getString("hash") == null
                ? Optional.empty()
                : Optional.of(definition(row));
        return new Lineage(definition, Sql.text(row, "parent_step").map(StepId::new), row.getString("correlation"));
    }

    static Event event(ResultSet row) throws SQLException {
        return new Event(new RunId(row.getString("run_id")), row.getLong("seq"),
                Sql.instant(row, "at").orElseThrow(), row.getString("type"),
                Sql.text(row, "step_id").map(StepId::new), row.getLong("epoch"), detail(row.getString("detail")),
                row.getString("prev_hash"), row.getString("hash"));
    }

    /** What cannot be read was changed by somebody: it is kept as it is, so that the chain says so. */
    private static Map<String, String> detail(String json) {
        try {
            return Codec.map(json);
        } catch (Codec.Unreadable changed) {
            return Map.of("unreadable", json);
        }
    }

    static OpenQuestion question(ResultSet row) throws SQLException {
        return new OpenQuestion(new StepId(row.getString("step_id")), row.getInt("number"),
                new RunId(row.getString("run_id")), row.getString("path"),
                Codec.read(row.getString("question"), Question.class), Sql.instant(row, "asked_at").orElseThrow());
    }

    private static StepSpec.Work work(ResultSet row) throws SQLException {
        String input = row.getString("input");
        return switch (row.getString("kind")) {
            case GATE -> new StepSpec.Work.Gate(Codec.read(input, Question.class));
            case SUBFLOW -> new StepSpec.Work.Subflow(row.getString("handler"), input);
            default -> new StepSpec.Work.Task(row.getString("handler"), row.getString("lane"), input,
                    row.getInt("max_attempts"));
        };
    }

    private static Optional<Failure> failure(ResultSet row) throws SQLException {
        return Sql.text(row, "error").map(json -> Codec.read(json, Failure.class));
    }
}
