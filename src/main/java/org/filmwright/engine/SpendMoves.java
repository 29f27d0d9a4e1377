package org.filmwright.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.filmwright.base.Money;

/** The arrows of a paid call, within one transaction: row, totals and event change together. */
final class SpendMoves {
    private final StepMoves steps;
    private final SpendTx rows;

    SpendMoves(StepMoves steps) {
        this.steps = steps;
        this.rows = steps.tx().spend();
    }

    /** Writes the call down and reserves its price; answers the cap that it would pass, and then nothing was written. */
    Optional<Hold.OverCap> intend(PaidCall call) {
        Optional<Hold.OverCap> over = Caps.over(rows, call);
        if (over.isEmpty()) {
            insert(call);
        }
        return over;
    }

    /** Applies a fact that the journal holds; doing so twice changes nothing. */
    void replay(EngineFact.Spending fact) {
        switch (fact) {
            case EngineFact.Intended intended -> {
                if (rows.call(intended.call().key()).isEmpty()) {
                    insert(intended.call());
                }
            }
            case EngineFact.Accepted accepted -> accept(accepted);
            case EngineFact.Closed closed -> close(closed);
            case EngineFact.Capped capped -> cap(capped.cap());
        }
    }

    /** Sets a cap; those who wait for it try again. */
    void cap(Cap cap) {
        rows.cap(cap);
        new Holds(steps).tryAgain(cap);
    }

    void accept(EngineFact.Accepted fact) {
        rows.call(fact.key())
                .filter(call -> call.state().next().contains(PaidCall.State.ACCEPTED))
                .ifPresent(call -> change(call, call.accepted(fact.job(), fact.at())));
    }

    void close(EngineFact.Closed fact) {
        rows.call(fact.key()).filter(call -> !call.over()).ifPresent(call -> close(call, fact));
    }

    /** A call of which the process that made it left no more than the intent: nobody knows whether it arrived. */
    void doubt(PaidCall call) {
        if (call.state() == PaidCall.State.INTENT || call.state() == PaidCall.State.SENT) {
            change(call, call.unknown());
        }
    }

    void change(PaidCall before, PaidCall after) {
        rows.update(after);
        total(before, true);
        total(after, false);
        log(after);
    }

    /** Calls are closed from where the journal left them; the rows may lag behind it by a step. */
    private void close(PaidCall call, EngineFact.Closed fact) {
        PaidCall from = call.state().next().contains(fact.end()) ? call : forward(call);
        PaidCall closed = from.closed(fact.end(), fact.closing());
        change(call, closed);
        if (closed.alarming()) {
            Map<String, String> detail = new LinkedHashMap<>(detail(closed));
            detail.put("estimate", closed.purchase().estimate().map(Money::toString).orElse(""));
            detail.put("charged", closed.counted().map(Money::toString).orElse(""));
            log(closed, "spend.alarm", detail);
        }
    }

    private static PaidCall forward(PaidCall call) {
        return call.state() == PaidCall.State.INTENT ? call.unknown() : call;
    }

    private void insert(PaidCall call) {
        rows.insert(call);
        total(call, false);
        log(call);
    }

    private void total(PaidCall call, boolean away) {
        call.counted().ifPresent(money -> {
            Money amount = away ? money.negated() : money;
            for (Cap.Scope scope : Cap.Scope.values()) {
                Cap.bucket(scope, call).ifPresent(bucket -> rows.add(bucket, amount));
            }
        });
    }

    private void log(PaidCall call) {
        log(call, "call." + call.state().name().toLowerCase(java.util.Locale.ROOT), detail(call));
    }

    /** A call can come back from the journal before the run that its rows belong to. */
    private void log(PaidCall call, String type, Map<String, String> detail) {
        if (steps.tx().run(call.buyer().run()).isPresent()) {
            steps.tx()
                    .log(call.buyer().run(), new Event.Entry(steps.now(), type, Optional.of(call.buyer().step()),
                            call.buyer().epoch(), detail));
        }
    }

    private static Map<String, String> detail(PaidCall call) {
        Map<String, String> detail = new LinkedHashMap<>();
        detail.put("call", call.key());
        detail.put("provider", call.purchase().provider());
        call.remote().job().ifPresent(job -> detail.put("job", job));
        call.counted().ifPresent(money -> detail.put("price", money.toString()));
        call.closing().filter(how -> !how.why().isBlank()).ifPresent(how -> detail.put("why", how.why()));
        return detail;
    }
}
