package org.filmwright.store;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.filmwright.base.Money;
import org.filmwright.engine.Cap;
import org.filmwright.engine.Cost;
import org.filmwright.engine.Hold;
import org.filmwright.engine.PaidCall;
import org.filmwright.engine.SpendView;
import org.filmwright.engine.StepId;

/** Questions about money as SQL. */
class SpendQueries implements SpendView {
    private final SqlView.Source source;

    SpendQueries(SqlView.Source source) {
        this.source = source;
    }

    @Override
    public Optional<PaidCall> call(String key) {
        return source.read(sql -> sql.first("select body from provider_call where id = ?", SpendQueries::call, key));
    }

    @Override
    public List<PaidCall> calls(StepId step) {
        return source.read(sql -> sql.list("select body from provider_call where step_id = ? order by call_no",
                SpendQueries::call, step.value()));
    }

    @Override
    public List<PaidCall> calls() {
        return source.read(sql -> sql.list("select body from provider_call order by seq", SpendQueries::call));
    }

    @Override
    public List<Cap> caps() {
        return source.read(sql -> sql.list("select * from spend_cap order by of_what, currency",
                row -> new Cap(Cap.Scope.valueOf(row.getString("scope")), row.getString("of_what"), money(row,
                        "amount"))))
                .stream()
                .sorted(Comparator.comparing(Cap::scope))
                .toList();
    }

    @Override
    public Money total(Cap.Bucket bucket, Currency currency) {
        return source.read(sql -> sql.first(
                "select currency, amount from spend_total where scope = ? and of_what = ? and currency = ?",
                row -> money(row, "amount"), bucket.scope(), bucket.of(), currency.getCurrencyCode()))
                .orElse(Money.zero(currency));
    }

    @Override
    public Optional<Hold> hold(StepId step) {
        return source.read(sql -> sql.first("select body from spend_hold where step_id = ?",
                row -> Codec.read(row.getString("body"), Hold.class), step.value()));
    }

    @Override
    public List<StepId> held(String subject) {
        return source.read(sql -> sql.list("select step_id from spend_hold where subject = ? order by seq",
                row -> new StepId(row.getString("step_id")), subject));
    }

    @Override
    public Map<StepId, Hold> holds() {
        Map<StepId, Hold> holds = new LinkedHashMap<>();
        source.read(sql -> sql.list("select step_id, body from spend_hold order by seq",
                row -> holds.put(new StepId(row.getString("step_id")), Codec.read(row.getString("body"), Hold.class))));
        return holds;
    }

    @Override
    public List<Cost> costs(Cost.By by) {
        String column = switch (by) {
            case PROVIDER -> "provider";
            case SCENE -> "scene";
            case SHOT -> "shot";
            case DAY -> "on_day";
            case RUN -> "run_id";
        };
        return source.read(sql -> sql.list("""
                select %1$s as what, currency, count(*) as n, sum(estimated) as estimated,
                    sum(case when state in ('SUCCEEDED', 'FAILED', 'CANCELLED') then counted else 0 end) as charged,
                    sum(case when state in ('SUCCEEDED', 'FAILED', 'CANCELLED') then 0 else counted end) as reserved,
                    sum(case when state in ('UNKNOWN', 'WRITTEN_OFF') then 1 else 0 end) as unclear
                from provider_call group by %1$s, currency order by %1$s, currency""".formatted(column),
                SpendQueries::cost));
    }

    private static Cost cost(ResultSet row) throws SQLException {
        boolean unpriced = row.getString("currency").equals(SpendRows.NO_CURRENCY);
        return new Cost(row.getString("what"), row.getInt("n"), money(row, "estimated"), money(row, "charged"),
                money(row, "reserved"), row.getInt("unclear"), unpriced ? row.getInt("n") : 0);
    }

    private static PaidCall call(ResultSet row) throws SQLException {
        return Codec.read(row.getString("body"), PaidCall.class);
    }

    private static Money money(ResultSet row, String column) throws SQLException {
        BigDecimal amount = row.getBigDecimal(column);
        return new Money(amount, Currency.getInstance(row.getString("currency")));
    }
}
