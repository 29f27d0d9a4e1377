package org.filmwright.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.filmwright.base.Outcome;

/**
 * Where steps are worked on. Every transaction that may free or add work also starts what fits into the lanes, so that
 * nothing has to look for work.
 */
final class Workshop {
    private final Ledger ledger;
    private final Handlers handlers;
    private final EngineSettings settings;
    private final Crew crew;
    private final Bulletin bulletin;
    private final Endings endings;
    private final Standstill standstill = new Standstill();
    private final Workbench bench;
    private final OpenLanes lanes;
    private final AtomicReference<Instant> nextOpening = new AtomicReference<>(Instant.MAX);
    private volatile boolean closing;

    Workshop(Ledger ledger, Map<String, StepHandler> handlers, EngineSettings settings, Crew crew) {
        this.ledger = ledger;
        this.settings = settings;
        this.crew = crew;
        this.handlers = new Handlers(handlers, this, settings.published());
        this.bulletin = new Bulletin(crew);
        this.endings = new Endings(new RetryPolicy(settings.random()));
        this.bench = new Workbench(this, this.handlers, endings, settings, crew);
        this.lanes = OpenLanes.of(settings, ledger);
    }

    /** Takes up what an earlier process left. */
    void open() {
        endings.learn(ledger.view().paces());
        List<Step> waiting = act(moves -> {
            new Admission(moves).open(settings.lanes());
            moves.tx().alive();
            moves.recover(true);
            moves.wake(moves.now());
            moves.unpark(step -> lanes.serves(step) && handlers.missing(step).isEmpty());
            lanes.park(moves, moves.tx().inState(StepState.READY));
            return Stream.of(StepState.RETRY_WAIT, StepState.WAITING_EXTERNAL)
                    .flatMap(state -> moves.tx().inState(state).stream())
                    .toList();
        });
        waiting.stream().flatMap(step -> step.ending().nextAt().stream()).forEach(this::wakeAt);
        ledger.view()
                .questions()
                .stream()
                .flatMap(open -> open.dueAt().stream())
                .filter(due -> due.isAfter(now()))
                .forEach(this::wakeAt);
        ledger.pulse().ifPresent(every -> crew.later(every, () -> pulse(every)));
        tidyIn(Tidying.FIRST);
    }

    private void tidyIn(Duration wait) {
        if (!settings.lanes().isEmpty()) {
            crew.later(wait, () -> guard(() -> {
                new Tidying(this).tidy();
                tidyIn(Tidying.EVERY);
            }));
        }
    }

    /** On a farm: says that this worker lives, takes up what silent ones left, and lets go of what is no longer its own. */
    private void pulse(Duration every) {
        guard(() -> {
            act(moves -> {
                moves.tx().alive();
                moves.recover(false);
                moves.wake(moves.now());
                return shift().all().stream().filter(each -> isLost(moves, each)).toList();
            }).forEach(each -> each.stop(Execution.Stop.WISHED));
            crew.later(every, () -> pulse(every));
        });
    }

    private static boolean isLost(StepMoves moves, Execution execution) {
        return moves.held(execution.step()).isEmpty() || moves.tx()
                .run(execution.step().run())
                .filter(run -> run.state() == RunState.CANCELLING)
                .isPresent();
    }

    <T> T act(Function<StepMoves, T> work) {
        return act(Optional.empty(), work);
    }

    /** @param by who wants it */
    <T> T act(Optional<String> by, Function<StepMoves, T> work) {
        return ledger.write(transaction(by, work));
    }

    <T> T act(EngineFact fact, Function<StepMoves, T> work) {
        return ledger.record(fact, transaction(fact.person(), work));
    }

    LedgerView view() {
        return ledger.view();
    }

    /** Like {@link #act}; rows that cannot be written are a failure, too. */
    <T> Outcome<T> attempt(Optional<String> by, Function<StepMoves, Outcome<T>> work) {
        try {
            return act(by, work);
        } catch (LedgerFailed failed) {
            return Outcome.failed(failed.failure());
        }
    }

    <T> Outcome<T> attempt(EngineFact fact, Function<StepMoves, Outcome<T>> work) {
        try {
            return act(fact, work);
        } catch (LedgerFailed failed) {
            return Outcome.failed(failed.failure());
        }
    }

    Standstill standstill() {
        return standstill;
    }

    Bulletin bulletin() {
        return bulletin;
    }

    Shift shift() {
        return bench.shift();
    }

    Map<String, Pace> paces() {
        return endings.paces();
    }

    Optional<StepSpec.Work> smaller(Step step) {
        return handlers.smaller(step);
    }

    Instant now() {
        return settings.clock().instant();
    }

    boolean closing() {
        return closing;
    }

    /** Asks the running steps of a run to stop. */
    void stop(RunId run) {
        shift().all()
                .stream()
                .filter(each -> each.step().run().equals(run))
                .forEach(each -> each.stop(Execution.Stop.WISHED));
        poll(step -> step.run().equals(run));
    }

    void close() {
        closing = true;
        try {
            // Transactions run one at a time: after this one, none starts a step any more.
            act(StepMoves::now);
            bench.stopAll();
            crew.dismiss();
            bench.leaveAllBehind();
        } catch (LedgerFailed failed) {
            standstill.broken(failed.failure());
        }
        standstill.moved();
    }

    private <T> Function<LedgerTx, T> transaction(Optional<String> by, Function<StepMoves, T> work) {
        return tx -> {
            StepMoves moves = new StepMoves(tx, now(), by);
            T answer = work.apply(moves);
            lanes.park(moves, moves.changed());
            Admission.Admitted admitted = new Admission(moves).admit(closing ? List.of() : settings.lanes());
            List<Step> steps = moves.changed();
            List<Run> runs = moves.changedRuns();
            List<Instant> due = moves.due();
            tx.afterCommit(() -> {
                moves.superseded().forEach(bench::stop);
                admitted.started().forEach(bench::begin);
                admitted.opensAt().ifPresent(this::openAt);
                due.forEach(this::wakeAt);
                bulletin.changed(steps, runs);
                standstill.moved();
            });
            return answer;
        };
    }

    /** Has those that wait for a remote job ask for it. */
    private void poll(Predicate<Step> which) {
        if (!closing) {
            ledger.view()
                    .inState(StepState.WAITING_EXTERNAL)
                    .stream()
                    .filter(step -> lanes.names().contains(step.lane()) && which.test(step))
                    .filter(step -> shift().of(step.id()).isEmpty())
                    .forEach(bench::begin);
        }
    }

    private boolean isDue(Step step, Instant due) {
        return step.ending().nextAt().filter(at -> !at.isAfter(due) || !at.isAfter(now())).isPresent();
    }

    /** Looks again when a lane opens; one timer is enough for those that come earlier anyway. */
    private void openAt(Instant due) {
        Instant planned = nextOpening.getAndAccumulate(due, (known, asked) -> known.isBefore(asked) ? known : asked);
        if (due.isBefore(planned) && !closing) {
            crew.later(until(due), () -> {
                nextOpening.updateAndGet(next -> next.isAfter(due) ? next : Instant.MAX);
                wake(due);
            });
        }
    }

    private Duration until(Instant due) {
        Duration left = Duration.between(now(), due);
        return left.isNegative() ? Duration.ZERO : left;
    }

    private void wakeAt(Instant due) {
        if (!closing) {
            crew.later(until(due), () -> wake(due));
        }
    }

    private void wake(Instant due) {
        if (closing) {
            return;
        }
        guard(() -> {
            act(moves -> {
                moves.wake(due);
                return moves.now();
            });
            poll(step -> isDue(step, due));
        });
    }

    private void guard(Runnable work) {
        try {
            work.run();
        } catch (LedgerFailed failed) {
            standstill.broken(failed.failure());
        }
    }
}
