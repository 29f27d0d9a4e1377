package org.filmwright.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.filmwright.engine.Choice;
import org.filmwright.engine.Statistics;
import org.filmwright.engine.StepState;

/** {@link Statistics} as SQL. */
final class StatisticsRows {
    private StatisticsRows() {}

    static Statistics read(Sql sql) {
        Map<StepState, Long> byState = new EnumMap<>(StepState.class);
        sql.list("select state, sum(n) as n from step_count where n > 0 group by state",
                row -> byState.put(StepState.valueOf(row.getString("state")), row.getLong("n")));
        return new Statistics(byState, sql.list("""
                select handler, count(took_ms) as n, avg(took_ms) as mean, max(took_ms) as longest,
                    percentile_cont(0.5) within group (order by took_ms) as p50,
                    percentile_cont(0.95) within group (order by took_ms) as p95,
                    sum(case when state = 'FAILED' then 1 else 0 end) as failures,
                    sum(case when attempt > 1 then attempt - 1 else 0 end) as retries,
                    sum(crash_count) as crashes, avg(confidence) as confidence
                from (select handler, state, attempt, crash_count, confidence,
                    case when state = 'SUCCEEDED' then took_ms end as took_ms from step_run where kind = 'TASK') steps
                group by handler order by handler""", StatisticsRows::kind), reviews(sql));
    }

    private static Statistics.Kind kind(ResultSet row) throws SQLException {
        return new Statistics.Kind(row.getString("handler"), row.getLong("n"),
                new Statistics.Times(row.getDouble("mean") / 1e3, row.getDouble("p50") / 1e3,
                        row.getDouble("p95") / 1e3, row.getDouble("longest") / 1e3),
                row.getLong("failures"), row.getLong("retries"), row.getLong("crashes"),
                Optional.ofNullable(row.getObject("confidence")).map(mean -> ((Number) mean).doubleValue()));
    }

    private static Statistics.Reviews reviews(Sql sql) {
        Map<String, Long> byChoice = new TreeMap<>();
        List<Double> seconds = sql.list("""
                select choice, asked_at from decision where state = 'ANSWERED' and asked_at is not null""", row -> {
            Choice choice = Codec.read(row.getString("choice"), Choice.class);
            byChoice.merge(choice.choice(), 1L, Long::sum);
            Instant asked = Sql.instant(row, "asked_at").orElseThrow();
            return Math.max(0, Duration.between(asked, choice.at()).toMillis() / 1e3);
        }).stream().sorted().toList();
        return new Statistics.Reviews(sql.number("select count(*) from decision where state = 'OPEN'"), byChoice,
                seconds.isEmpty() ? Optional.empty() : Optional.of(seconds.get(seconds.size() / 2)));
    }
}
