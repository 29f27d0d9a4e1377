package org.filmwright.store;

import java.math.BigDecimal;
import java.util.Optional;
import org.filmwright.base.Money;
import org.filmwright.engine.Cap;
import org.filmwright.engine.Hold;
import org.filmwright.engine.PaidCall;
import org.filmwright.engine.SpendTx;
import org.filmwright.engine.StepId;

/** The rows about money in one transaction. */
final class SpendRows extends SpendQueries implements SpendTx {
    /** ISO 4217 for "no currency": of calls whose price nobody knows. */
    static final String NO_CURRENCY = "XXX";
    private final Sql sql;

    SpendRows(SqlView.Source source, Sql sql) {
        super(source);
        this.sql = sql;
    }

    @Override
    public void insert(PaidCall call) {
        sql.update("""
                insert into provider_call (run_id, step_id, call_no, provider, scene, shot, on_day, state, currency,
                    estimated, counted, body, id)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", call.buyer().run().value(),
                call.buyer().step().value(), call.buyer().number(), call.purchase().provider(),
                call.purchase().purpose().scene(), call.purchase().purpose().shot(), call.buyer().day().toString(),
                call.state(), currency(call), estimated(call), counted(call), Codec.json(call), call.key());
    }

    @Override
    public void update(PaidCall call) {
        sql.update("""
                update provider_call set state = ?, currency = ?, estimated = ?, counted = ?, body = ? where id = ?""",
                call.state(), currency(call), estimated(call), counted(call), Codec.json(call), call.key());
    }

    @Override
    public void add(Cap.Bucket bucket, Money amount) {
        if (sql.update("""
                update spend_total set amount = amount + ? where scope = ? and of_what = ? and currency = ?""",
                amount.amount(), bucket.scope(), bucket.of(), amount.currency().getCurrencyCode()) == 0) {
            sql.update("insert into spend_total (amount, scope, of_what, currency) values (?, ?, ?, ?)",
                    amount.amount(), bucket.scope(), bucket.of(), amount.currency().getCurrencyCode());
        }
    }

    @Override
    public void cap(Cap cap) {
        String currency = cap.limit().currency().getCurrencyCode();
        sql.update("delete from spend_cap where scope = ? and of_what = ? and currency = ?", cap.scope(), cap.of(),
                currency);
        sql.update("insert into spend_cap (scope, of_what, currency, amount) values (?, ?, ?, ?)", cap.scope(),
                cap.of(), currency, cap.limit().amount());
    }

    @Override
    public void hold(StepId step, Hold hold) {
        release(step);
        sql.update("insert into spend_hold (step_id, subject, body) values (?, ?, ?)", step.value(), hold.subject(),
                Codec.json(hold));
    }

    @Override
    public void release(StepId step) {
        sql.update("delete from spend_hold where step_id = ?", step.value());
    }

    private static String currency(PaidCall call) {
        return call.counted().map(money -> money.currency().getCurrencyCode()).orElse(NO_CURRENCY);
    }

    private static BigDecimal counted(PaidCall call) {
        return call.counted().map(Money::amount).orElse(BigDecimal.ZERO);
    }

    /** In the currency that counts; an estimate in another one is no part of the sum. */
    private static BigDecimal estimated(PaidCall call) {
        Optional<Money> estimate = call.purchase().estimate();
        return estimate.filter(money -> money.currency().getCurrencyCode().equals(currency(call)))
                .map(Money::amount)
                .orElse(BigDecimal.ZERO);
    }
}
