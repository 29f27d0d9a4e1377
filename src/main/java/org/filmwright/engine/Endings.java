package org.filmwright.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.filmwright.base.Failure;

/** What follows from how a step ended: for the step, its lane, and what is known of how long its kind takes. */
final class Endings {
    /** A pace that has settled is written down at every so many steps only. */
    private static final int SETTLED = 20;
    private static final Duration SHORTEST_POLL = Duration.ofMillis(100);
    private final RetryPolicy retries;
    private final Map<String, Pace> paces = new ConcurrentHashMap<>();

    Endings(RetryPolicy retries) {
        this.retries = retries;
    }

    void learn(Map<String, Pace> known) {
        paces.putAll(known);
    }

    Map<String, Pace> paces() {
        return Map.copyOf(paces);
    }

    BiConsumer<StepMoves, Step> of(Handlers.Answer answer) {
        return switch (answer.result()) {
            case StepResult.Succeeded done -> (moves, step) -> {
                moves.succeed(step, done, answer.memo());
                new LaneMoves(moves.tx(), moves.now()).succeeded(step);
                if (answer.memo().filter(Memo::reused).isEmpty()) {
                    pace(moves, step);
                }
            };
            case StepResult.NeedsDecision open -> (moves, step) -> moves.ask(step, open.question());
            case StepResult.Waiting(Duration wait) -> (moves, step) -> moves.await(step,
                    moves.now().plus(wait.compareTo(SHORTEST_POLL) > 0 ? wait : SHORTEST_POLL));
            case StepResult.Held held -> (moves, step) -> {
                new Holds(moves).hold(step, held);
                doubted(moves, step, held);
            };
            case StepResult.Failed failed -> (moves, step) -> after(moves, step, failed.failure());
            case StepResult.Spoiled spoiled -> (moves, step) -> spoiled(moves, step, spoiled.failure());
        };
    }

    /** The end of a step that was asked to stop. */
    BiConsumer<StepMoves, Step> of(Execution.Stop stop, Duration limit) {
        return switch (stop) {
            case WISHED -> StepMoves::stop;
            case OVERDUE -> (moves, step) -> moves.fail(step, new Failure.Exhausted("time", step.path()
                    + " took longer than " + words(limit) + " and was stopped. Everything before it was kept."));
        };
    }

    private void after(StepMoves moves, Step step, Failure failure) {
        LaneMoves lane = new LaneMoves(moves.tx(), moves.now());
        int most = ((StepSpec.Work.Task) step.work()).maxAttempts();
        switch (retries.after(failure, step.tries().attempt(), most)) {
            case RetryPolicy.Next.Again(Duration wait) -> lane.failed(step, failure, 0, retries.spread())
                    .ifPresentOrElse(rested -> moves.sendAway(step, failure, rested),
                            () -> moves.postpone(step, failure, moves.now().plus(wait)));
            case RetryPolicy.Next.SentAway(Duration wait) -> {
                Instant due = moves.now().plus(wait);
                lane.sentAway(step, failure, due);
                moves.sendAway(step, failure, due);
            }
            case RetryPolicy.Next.Ask(Question question) -> moves.ask(step, question);
            case RetryPolicy.Next.GiveUp() when failure instanceof Failure.Transient -> lane
                    .failed(step, failure, most, retries.spread())
                    .ifPresentOrElse(rested -> moves.sendAway(step, failure, rested), () -> moves.fail(step, failure));
            case RetryPolicy.Next.GiveUp() -> moves.fail(step, failure);
        }
    }

    /** Whoever answers is there, whatever the answer is worth. */
    private void spoiled(StepMoves moves, Step step, Failure failure) {
        new LaneMoves(moves.tx(), moves.now()).succeeded(step);
        int most = ((StepSpec.Work.Task) step.work()).maxAttempts();
        switch (retries.after(failure, step.tries().attempt(), most)) {
            case RetryPolicy.Next.Again(Duration wait) -> moves.postpone(step, failure, moves.now().plus(wait));
            case RetryPolicy.Next.SentAway(Duration wait) -> moves.postpone(step, failure, moves.now().plus(wait));
            case RetryPolicy.Next.Ask(Question question) -> moves.ask(step, question);
            case RetryPolicy.Next.GiveUp() -> moves.fail(step, failure);
        }
    }

    /** A paid call whose answer was lost is a person's question, and never sent again; but it tells of its lane, too. */
    private void doubted(StepMoves moves, Step step, StepResult.Held held) {
        if (held.hold() instanceof Hold.MayBeCharged) {
            new LaneMoves(moves.tx(), moves.now()).failed(step,
                    new Failure.Ambiguous("An answer was lost.", Optional.empty()), 0, retries.spread());
        }
    }

    private void pace(StepMoves moves, Step step) {
        String handler = ((StepSpec.Work.Task) step.work()).handler();
        Duration took = step.ending()
                .startedAt()
                .map(start -> Duration.between(start, moves.now()))
                .filter(Duration::isPositive)
                .orElse(Duration.ZERO);
        Pace pace = paces.merge(handler, Pace.NONE.with(took), (known, _) -> known.with(took));
        if (pace.n() < SETTLED || pace.n() % SETTLED == 0) {
            moves.tx().put(handler, pace);
        }
    }

    private static String words(Duration limit) {
        return limit.toMinutes() > 0 ? limit.toMinutes() + " min" : limit.toSeconds() + " s";
    }
}
