package org.filmwright.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Predicate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.filmwright.base.Cancelled;
import org.filmwright.base.Failure;
import org.filmwright.base.Money;
import org.filmwright.base.Progress;

/**
 * Where a step pays: intent, reservation, call, job, close, in this order, each durable before the next (engine.md 5). A
 * call that an earlier execution left is gone on with, never made again by itself.
 */
final class Till implements Purse {
    private static final Duration ASK_AGAIN = Duration.ofSeconds(10);
    private final Workshop workshop;
    private final Step step;
    private final Progress progress;

    Till(Workshop workshop, Step step, Progress progress) {
        this.workshop = workshop;
        this.step = step;
        this.progress = progress;
    }

    @Override
    public StepResult spend(Purchase purchase, Seller seller, Function<PaidCall.Closing, StepResult> delivered) {
        Deal deal = new Deal(purchase, seller, delivered);
        List<PaidCall> calls = workshop.view().spend().calls(step.id());
        return newest(calls, call -> asksFor(deal, call)).filter(call -> isGoing(call) || hasCome(call))
                .or(() -> newest(calls, call -> isGoing(call) && call.purchase().isLike(purchase)))
                .map(call -> goOn(deal, call))
                .orElseGet(() -> buy(deal));
    }

    private static Optional<PaidCall> newest(List<PaidCall> calls, Predicate<PaidCall> which) {
        return calls.stream().filter(which).reduce((older, newer) -> newer);
    }

    private static boolean asksFor(Deal deal, PaidCall call) {
        return call.purchase().request().equals(deal.purchase.request());
    }

    private static boolean hasCome(PaidCall call) {
        return call.state() == PaidCall.State.SUCCEEDED;
    }

    /**
     * What is wanted may have changed since it was ordered. What was ordered is gone on with all the same: it is paid for, and
     * nothing is bought beside it unasked.
     */
    private static boolean isGoing(PaidCall call) {
        return !call.over();
    }

    /** One purchase with its seller and what to do with the delivery. */
    private record Deal(Purchase purchase, Seller seller, Function<PaidCall.Closing, StepResult> delivered) {}

    private StepResult goOn(Deal deal, PaidCall call) {
        return switch (call.state()) {
            case SUCCEEDED -> deal.delivered.apply(call.closing().orElseThrow());
            case ACCEPTED -> collect(deal, call);
            case INTENT, SENT, UNKNOWN -> reconcile(deal, doubted(call));
            case FAILED, CANCELLED, WRITTEN_OFF -> buy(deal);
        };
    }

    private StepResult buy(Deal deal) {
        progress.checkCancelled();
        PaidCall call = PaidCall.intended(UUID.randomUUID().toString(), deal.purchase, buyer());
        if (deal.purchase.estimate().isEmpty() && !agreed(deal.purchase)) {
            return SpendQuestions.priceUnknown(call);
        }
        Optional<Hold.OverCap> over = Caps.over(workshop.view().spend(), call).or(() -> intend(call));
        return over.<StepResult>map(cap -> held(cap, call)).orElseGet(() -> send(deal, call));
    }

    private StepResult held(Hold.OverCap over, PaidCall call) {
        return SpendQuestions.overCap(over, call,
                workshop.view().spend().total(over.bucket(), over.raiseTo().currency()));
    }

    private PaidCall.Buyer buyer() {
        int number = 1 + workshop.view().spend().calls(step.id()).size();
        Instant now = workshop.now();
        return new PaidCall.Buyer(step.run(), step.id(), step.tries().epoch(), number, now,
                LocalDate.ofInstant(now, ZoneId.systemDefault()));
    }

    private boolean agreed(Purchase purchase) {
        return workshop.view()
                .spend()
                .hold(step.id())
                .filter(hold -> hold.equals(new Hold.PriceUnknown(purchase.request(), true)))
                .isPresent();
    }

    /** The caps are asked again under the writer's lock; an intent that was refused there is taken back. */
    private Optional<Hold.OverCap> intend(PaidCall call) {
        Optional<Hold.OverCap> over = workshop.act(new EngineFact.Intended(call, call.buyer().at()), moves -> {
            moves.held(step).orElseThrow(Cancelled::new);
            return new SpendMoves(moves).intend(call);
        });
        if (over.isPresent()) {
            close(call, PaidCall.State.FAILED, closing(Optional.empty(), "It would have passed a cap."));
        }
        return over;
    }

    private StepResult send(Deal deal, PaidCall intended) {
        PaidCall call = changed(intended.sent(workshop.now()));
        Seller.Sale sale;
        boolean answered = false;
        try {
            sale = deal.seller.start(call, progress);
            answered = true;
        } finally {
            if (!answered) {
                doubted(call);
            }
        }
        return switch (sale) {
            case Seller.Sale.Delivered done -> deliver(deal, call, done);
            case Seller.Sale.Pending(String job, Duration pollAfter) -> accept(call, job, pollAfter);
            case Seller.Sale.Failed(Failure.Ambiguous _, var _) -> reconcile(deal, doubted(call));
            case Seller.Sale.Failed failed -> fail(call, failed);
        };
    }

    /** Takes what is ready of an accepted job; a run that is being cancelled asks the provider to stop it instead. */
    private StepResult collect(Deal deal, PaidCall call) {
        String job = call.remote().job().orElseThrow();
        if (workshop.view().run(step.run()).filter(run -> run.state() == RunState.CANCELLING).isPresent()) {
            return stop(deal, call, job);
        }
        return switch (deal.seller.resume(call, job, progress)) {
            case Seller.Sale.Delivered done -> deliver(deal, call, done);
            case Seller.Sale.Pending(String _, Duration pollAfter) -> new StepResult.Waiting(pollAfter);
            case Seller.Sale.Failed(Failure.Transient passing, var _) -> new StepResult.Waiting(
                    passing.retryAfter().compareTo(ASK_AGAIN) > 0 ? passing.retryAfter() : ASK_AGAIN);
            case Seller.Sale.Failed(Failure.Ambiguous _, var _) -> new StepResult.Waiting(ASK_AGAIN);
            case Seller.Sale.Failed failed -> fail(call, failed);
        };
    }

    private StepResult stop(Deal deal, PaidCall call, String job) {
        Seller.Stop stop = deal.seller.cancel(call, job);
        // A job that could not be stopped will be charged.
        Optional<Money> charged = stop.charged()
                .or(() -> stop.stopped() ? Optional.empty() : call.purchase().estimate());
        close(call, PaidCall.State.CANCELLED, closing(charged, stop.words()));
        throw new Cancelled();
    }

    private StepResult reconcile(Deal deal, PaidCall call) {
        return switch (deal.seller.find(call)) {
            case Seller.Trace.Accepted(String job) -> {
                accept(call, job, Duration.ZERO);
                yield collect(deal, workshop.view().spend().call(call.key()).orElseThrow());
            }
            case Seller.Trace.Never() -> {
                close(call, PaidCall.State.FAILED, closing(Optional.empty(), "It never arrived at the provider."));
                yield buy(deal);
            }
            case Seller.Trace.Repeatable() when asksFor(deal, call) -> send(deal, call);
            case Seller.Trace.Repeatable() -> SpendQuestions.mayBeCharged(call,
                    "What is wanted was changed since, so it cannot be sent again as it was.");
            case Seller.Trace.Unknown(String evidence) -> SpendQuestions.mayBeCharged(call, evidence);
            case Seller.Trace.Unanswered(Failure failure) -> new StepResult.Failed(failure);
        };
    }

    private StepResult accept(PaidCall call, String job, Duration pollAfter) {
        EngineFact.Accepted fact = new EngineFact.Accepted(call.key(), job, workshop.now());
        workshop.act(fact, moves -> {
            new SpendMoves(moves).accept(fact);
            return job;
        });
        return new StepResult.Waiting(pollAfter);
    }

    private StepResult deliver(Deal deal, PaidCall call, Seller.Sale.Delivered done) {
        PaidCall.Closing closing = new PaidCall.Closing(done.charged(), done.output(), done.artifacts(), "",
                workshop.now());
        close(call, PaidCall.State.SUCCEEDED, closing);
        return deal.delivered.apply(closing);
    }

    private StepResult fail(PaidCall call, Seller.Sale.Failed failed) {
        close(call, PaidCall.State.FAILED, closing(failed.charged(), failed.failure().what()));
        return new StepResult.Failed(failed.failure());
    }

    /** What failed or was stopped costs nothing, unless the provider says otherwise. */
    private PaidCall.Closing closing(Optional<Money> charged, String why) {
        return new PaidCall.Closing(charged, "{}", List.of(), why, workshop.now());
    }

    private void close(PaidCall call, PaidCall.State end, PaidCall.Closing how) {
        PaidCall.Closing priced = end == PaidCall.State.SUCCEEDED || how.charged().isPresent()
                ? how
                : free(call, how);
        EngineFact.Closed fact = new EngineFact.Closed(call.key(), end, priced);
        workshop.act(fact, moves -> {
            new SpendMoves(moves).close(fact);
            return end;
        });
    }

    private static PaidCall.Closing free(PaidCall call, PaidCall.Closing how) {
        return new PaidCall.Closing(call.purchase()
                .estimate()
                .map(each -> Money.zero(
                        each.currency())),
                how.output(), how.artifacts(), how.why(), how.at());
    }

    private PaidCall doubted(PaidCall call) {
        return workshop.act(moves -> {
            PaidCall now = moves.tx().spend().call(call.key()).orElse(call);
            new SpendMoves(moves).doubt(now);
            return moves.tx().spend().call(call.key()).orElse(call);
        });
    }

    private PaidCall changed(PaidCall after) {
        return workshop.act(moves -> {
            SpendMoves spend = new SpendMoves(moves);
            spend.change(moves.tx().spend().call(after.key()).orElseThrow(), after);
            return after;
        });
    }
}
