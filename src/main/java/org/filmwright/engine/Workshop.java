package org.filmwright.engine;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.filmwright.base.Cancelled;
import org.filmwright.base.Failure;

/**
 * Where steps are worked on. Every transaction that may free or add work also starts what fits into the lanes, so that
 * nothing has to look for work.
 */
final class Workshop {
    private static final System.Logger LOG = System.getLogger(Workshop.class.getName());
    private final Ledger ledger;
    private final Map<String, StepHandler> handlers;
    private final EngineSettings settings;
    private final Crew crew;
    private final Bulletin bulletin;
    private final RetryPolicy retries;
    private final StagingArea staging;
    private final Standstill standstill = new Standstill();
    private final Map<StepId, Execution> running = new ConcurrentHashMap<>();
    private volatile boolean closing;

    Workshop(Ledger ledger, Map<String, StepHandler> handlers, EngineSettings settings, Crew crew) {
        this.ledger = ledger;
        this.handlers = Map.copyOf(handlers);
        this.settings = settings;
        this.crew = crew;
        this.bulletin = new Bulletin(crew);
        this.retries = new RetryPolicy(settings.random());
        this.staging = new StagingArea(settings.staging());
    }

    /** Takes up what an earlier process left. */
    void open() {
        List<Step> waiting = act(moves -> {
            moves.lanes(settings.lanes());
            moves.tx().alive();
            moves.recover(true);
            moves.wake();
            moves.unpark(handlers.keySet());
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
    }

    /** On a farm: says that this worker lives, takes up what silent ones left, and lets go of what is no longer its own. */
    private void pulse(Duration every) {
        try {
            act(moves -> {
                moves.tx().alive();
                moves.recover(false);
                moves.wake();
                return running.values().stream().filter(each -> isLost(moves, each)).toList();
            }).forEach(Execution::stop);
            if (!closing) {
                crew.later(every, () -> pulse(every));
            }
        } catch (LedgerFailed failed) {
            standstill.broken(failed.failure());
        }
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

    Standstill standstill() {
        return standstill;
    }

    Bulletin bulletin() {
        return bulletin;
    }

    Instant now() {
        return settings.clock().instant();
    }

    boolean closing() {
        return closing;
    }

    /** Asks the running steps of a run to stop. */
    void stop(RunId run) {
        running.values().stream().filter(each -> each.step().run().equals(run)).forEach(Execution::stop);
        poll(step -> step.run().equals(run));
    }

    private void stop(StepId step) {
        Optional.ofNullable(running.remove(step)).ifPresent(Execution::stop);
    }

    void close() {
        closing = true;
        try {
            // Transactions run one at a time: after this one, none starts a step any more.
            act(moves -> moves.now());
        } catch (LedgerFailed failed) {
            standstill.broken(failed.failure());
        }
        running.values().forEach(Execution::stop);
        crew.dismiss();
        standstill.moved();
    }

    private <T> Function<LedgerTx, T> transaction(Optional<String> by, Function<StepMoves, T> work) {
        return tx -> {
            StepMoves moves = new StepMoves(tx, now(), by);
            T answer = work.apply(moves);
            StepMoves.Admitted admitted = moves.admit(closing ? List.of() : settings.lanes());
            List<Step> steps = moves.changed();
            List<Run> runs = moves.changedRuns();
            List<Instant> due = moves.due();
            tx.afterCommit(() -> {
                admitted.started().forEach(this::begin);
                admitted.opensAt().ifPresent(this::wakeAt);
                due.forEach(this::wakeAt);
                moves.superseded().forEach(this::stop);
                bulletin.changed(steps, runs);
                standstill.moved();
            });
            return answer;
        };
    }

    private void begin(Step step) {
        Execution execution = new Execution(step, bulletin, settings.clock());
        running.put(step.id(), execution);
        crew.work(() -> execute(execution));
    }

    /** Has those that wait for a remote job ask for it. */
    private void poll(Predicate<Step> which) {
        if (!closing) {
            ledger.view()
                    .inState(StepState.WAITING_EXTERNAL)
                    .stream()
                    .filter(step -> works(step.lane()) && which.test(step))
                    .filter(step -> !running.containsKey(step.id()))
                    .forEach(this::begin);
        }
    }

    private boolean works(String lane) {
        return settings.lanes().stream().anyMatch(each -> each.name().equals(lane));
    }

    private boolean isDue(Step step) {
        return step.ending().nextAt().filter(at -> !at.isAfter(now())).isPresent();
    }

    /** Where a worker begins: whatever a handler throws becomes a failure of its step here. */
    private void execute(Execution execution) {
        BiConsumer<StepMoves, Step> end;
        try {
            end = missing(execution.step()).orElseGet(() -> ending(handle(execution)));
        } catch (Cancelled stopped) {
            end = StepMoves::stop;
        } catch (Throwable mishap) {
            LOG.log(System.Logger.Level.DEBUG, execution.step().path(), mishap);
            end = ending(new StepResult.Failed(failureOf(execution.step(), mishap)));
        }
        finish(execution, end);
    }

    /** A step that nothing here can do waits for a program that can. */
    private Optional<BiConsumer<StepMoves, Step>> missing(Step step) {
        StepSpec.Work.Task task = (StepSpec.Work.Task) step.work();
        return handlers.containsKey(task.handler())
                ? Optional.empty()
                : Optional.of((moves, held) -> moves.park(held, new Failure.Misconfigured(step.path()
                        + " waits for: " + task.handler() + ". Nothing here can do it.",
                        "It goes on by itself when the project is opened by a Filmwright that can.")));
    }

    private StepResult handle(Execution execution) {
        Step step = execution.step();
        StepSpec.Work.Task task = (StepSpec.Work.Task) step.work();
        StepHandler handler = handlers.get(task.handler());
        LedgerView view = ledger.view();
        return handler.run(new StepContext(step, view.upstream(step.id()), view.answer(step.id()), staging.make(step),
                execution, new Till(this, step, execution)));
    }

    /** Where a worker ends: what cannot even be recorded ends the waiting for this engine. */
    private void finish(Execution execution, BiConsumer<StepMoves, Step> end) {
        Step step = execution.step();
        try {
            commitOrFail(execution, end);
        } catch (Throwable broken) {
            LOG.log(System.Logger.Level.DEBUG, step.path(), broken);
            standstill.broken(failureOf(step, broken));
        } finally {
            running.remove(step.id(), execution);
            staging.clear(step);
        }
    }

    private void commitOrFail(Execution execution, BiConsumer<StepMoves, Step> end) {
        Step step = execution.step();
        try {
            commit(execution, end);
        } catch (IllegalArgumentException | IllegalStateException mistake) {
            LOG.log(System.Logger.Level.DEBUG, step.path(), mistake);
            commit(execution, (moves, held) -> moves.fail(held, failureOf(step, mistake)));
        }
    }

    private void commit(Execution execution, BiConsumer<StepMoves, Step> end) {
        Step step = execution.step();
        act(moves -> {
            // Before anything else that follows the commit: the step may be begun again there.
            moves.tx().afterCommit(() -> running.remove(step.id(), execution));
            Optional<Step> held = moves.held(step);
            held.ifPresent(mine -> end.accept(moves, mine));
            return held;
        });
    }

    private BiConsumer<StepMoves, Step> ending(StepResult result) {
        return switch (result) {
            case StepResult.Succeeded done -> (moves, step) -> moves.succeed(step, done);
            case StepResult.NeedsDecision open -> (moves, step) -> moves.ask(step, open.question());
            case StepResult.Waiting(Duration wait) -> (moves, step) -> moves.await(step, moves.now().plus(wait));
            case StepResult.Held held -> (moves, step) -> new Holds(moves).hold(step, held);
            case StepResult.Failed failed -> (moves, step) -> afterFailure(moves, step, failed.failure());
        };
    }

    private void afterFailure(StepMoves moves, Step step, Failure failure) {
        int most = ((StepSpec.Work.Task) step.work()).maxAttempts();
        switch (retries.after(failure, step.tries().attempt(), most)) {
            case RetryPolicy.Next.Again(Duration wait) -> moves.postpone(step, failure, moves.now().plus(wait));
            case RetryPolicy.Next.Ask(Question question) -> moves.ask(step, question);
            case RetryPolicy.Next.GiveUp() -> moves.fail(step, failure);
        }
    }

    private void wakeAt(Instant due) {
        if (!closing) {
            Duration left = Duration.between(now(), due);
            crew.later(left.isNegative() ? Duration.ZERO : left, this::wake);
        }
    }

    private void wake() {
        try {
            act(moves -> {
                moves.wake();
                return moves.now();
            });
            poll(this::isDue);
        } catch (LedgerFailed failed) {
            standstill.broken(failed.failure());
        }
    }

    private static Failure failureOf(Step step, Throwable mishap) {
        return switch (mishap) {
            case LedgerFailed failed -> failed.failure();
            case OutOfMemoryError full -> new Failure.Exhausted("memory",
                    "The memory ran out at " + step.path() + ". Everything before it was kept.");
            case UncheckedIOException io -> new Failure.Exhausted("disk",
                    "A file could not be read or written at " + step.path() + ": " + io.getCause().getMessage());
            default -> new Failure.Bug("step." + mishap.getClass().getSimpleName(),
                    step.path() + " broke: " + mishap.getMessage());
        };
    }
}
