package org.filmwright.engine;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** How a run goes on: what begins, is skipped, added or done again because a step has ended. */
final class Course {
    private final StepMoves moves;
    private final LedgerTx tx;

    Course(StepMoves moves) {
        this.moves = moves;
        this.tx = moves.tx();
    }

    /** After the end of a step: back along a loop, or on to what waited for it. */
    void goOn(Step ended) {
        moves.rules()
                .back(ended)
                .flatMap(tx::step)
                .ifPresentOrElse(target -> goBack(ended, target), () -> release(ended));
    }

    /** Counts what each opened step waits for, all of them first, and begins those that wait for nothing. */
    void begin(List<Step> opened) {
        for (Step step : opened) {
            Step pending = tx.step(step.id()).orElseThrow();
            int open = tx.openDependencies(step.id());
            if (open != pending.waitsFor()) {
                tx.update(pending, pending.waitingFor(open));
            }
        }
        for (Step step : opened) {
            tx.step(step.id())
                    .filter(each -> each.state() == StepState.PENDING && each.waitsFor() == 0)
                    .flatMap(each -> proceed(each, each))
                    .ifPresent(this::release);
        }
    }

    private void goBack(Step done, Step target) {
        int round = tx.rounds(done.id()) + 1;
        tx.rounds(done.id(), round);
        moves.note(done, "loop.taken", Map.of("to", target.path(), "round", Integer.toString(round)));
        Reopening.from(moves, target).openNow();
    }

    /** Lets go what waited for a step that has ended; what is skipped because of it lets go in its turn. */
    void release(Step ended) {
        Deque<Step> open = new ArrayDeque<>(List.of(ended));
        while (!open.isEmpty()) {
            Step step = open.poll();
            List<Step> waiting = tx.dependents(step.id());
            Set<String> grown = grow(step);
            waiting.stream()
                    .filter(each -> !grown.contains(each.path()))
                    .flatMap(each -> tx.step(each.id()).stream())
                    .filter(each -> each.state() == StepState.PENDING)
                    .forEach(each -> proceed(each, each.unblocked()).ifPresent(open::add));
        }
    }

    private Set<String> grow(Step ended) {
        List<StepSpec> grown = moves.rules().grown(ended);
        if (!grown.isEmpty()) {
            moves.add(ended.run(), grown, Optional.of(ended.id()));
        }
        return grown.stream().map(StepSpec::path).collect(Collectors.toSet());
    }

    /** Begins a step that waits for nothing any more; one that is skipped instead is the answer. */
    private Optional<Step> proceed(Step before, Step counted) {
        if (counted.waitsFor() > 0) {
            tx.update(before, counted);
            return Optional.empty();
        }
        if (!moves.rules().enters(counted)) {
            return Optional.of(moves.move(before, counted.skipped(moves.now())));
        }
        switch (counted.work()) {
            case StepSpec.Work.Task _ -> moves.move(before, counted.ready());
            case StepSpec.Work.Gate gate -> moves.ask(counted, moves.rules().asked(counted, gate.question()));
            case StepSpec.Work.Subflow sub -> new Nested(moves).begin(moves.move(before, counted.awaiting()), sub);
        }
        return Optional.empty();
    }
}
