package org.filmwright.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.filmwright.engine.Choice;
import org.filmwright.engine.Question;
import org.filmwright.engine.Reviewed;
import org.filmwright.engine.Reviewed.Review;
import org.filmwright.engine.Step;

/** {@link Reviewed} as SQL. */
final class ReviewRows {
    /** Also those that were opened again after somebody had answered; not those that nobody answered before. */
    private static final String ASKED = """
            select d.question, d.choice, d.asked_at, s.run_id, s.path from decision d join step_run s on s.id = d.step_id
            where d.question is not null and (d.choice is not null or d.state = 'OPEN')""";

    private ReviewRows() {}

    /** @param place run and path of the step that is judged */
    private record Row(String place, Review review) {
        static Row own(ResultSet row) throws SQLException {
            return new Row(at(row.getString("run_id"), row.getString("path")), read(row, true));
        }

        static Row gate(ResultSet row) throws SQLException {
            Review review = read(row, false);
            return new Row(at(row.getString("run_id"), review.question().about().orElse("")), review);
        }

        private static Review read(ResultSet row, boolean own) throws SQLException {
            return new Review(Codec.read(row.getString("question"), Question.class),
                    Sql.instant(row, "asked_at").orElseThrow(),
                    Sql.text(row, "choice").map(json -> Codec.read(json, Choice.class)), own);
        }
    }

    static List<Reviewed> read(Sql sql, String handlers) {
        String like = handlers + "%";
        List<Step> steps = sql.list("""
                select s.* from step_run s join wf_run r on r.id = s.run_id
                where s.kind = 'TASK' and s.handler like ? order by r.seq, s.position""", LedgerRows::step, like);
        if (steps.isEmpty()) {
            return List.of();
        }
        Map<String, List<Review>> reviews = new HashMap<>();
        Stream.concat(sql.list(ASKED + " and s.kind = 'TASK' and s.handler like ?", Row::own, like).stream(),
                sql.list(ASKED + " and s.kind = 'GATE'", Row::gate).stream())
                .sorted(Comparator.comparing(row -> row.review().askedAt()))
                .forEach(row -> reviews.merge(row.place(), List.of(row.review()),
                        (some, more) -> Stream.concat(some.stream(), more.stream()).toList()));
        return steps.stream()
                .map(step -> new Reviewed(step, reviews.getOrDefault(at(step.run().value(), step.path()), List.of())))
                .toList();
    }

    private static String at(String run, String path) {
        return run + "/" + path;
    }
}
