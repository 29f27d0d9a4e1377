package org.filmwright.engine;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Opens a step again, and everything after it; what they once added is dropped until they add it again. Nothing is
 * deleted: rows, events and files of before stay.
 */
final class Reopening {
    /** The event of a step whose result was there, and which is to make another. */
    static final String ANEW = "anew.asked";
    private final StepMoves steps;
    private final LedgerTx tx;
    private final Step first;
    private final Map<StepId, Step> again;

    private Reopening(StepMoves steps, Step first, Map<StepId, Step> again) {
        this.steps = steps;
        this.tx = steps.tx();
        this.first = first;
        this.again = again;
    }

    /** Everything that would be done again: the step, what depends on it, and what it or they have added. */
    static Reopening from(StepMoves steps, Step first) {
        Map<StepId, Step> found = new LinkedHashMap<>();
        Deque<Step> open = new ArrayDeque<>(List.of(first));
        while (!open.isEmpty()) {
            Step step = open.poll();
            if (found.putIfAbsent(step.id(), step) == null) {
                open.addAll(steps.tx().dependents(step.id()));
                open.addAll(steps.tx().children(step.id()));
            }
        }
        return new Reopening(steps, first, found);
    }

    /** Whether one of them is being worked on. */
    boolean busy() {
        return again.values().stream().anyMatch(this::busy);
    }

    private boolean busy(Step step) {
        return switch (step.work()) {
            case StepSpec.Work.Subflow _ -> step.state() == StepState.WAITING_CHILD
                    && tx.run(Nested.runOf(step)).filter(child -> !child.rests()).isPresent();
            case StepSpec.Work.Task _,StepSpec.Work.Gate _ -> step.state().inFlight();
        };
    }

    void open() {
        if (first.state() == StepState.SUCCEEDED) {
            steps.note(first, ANEW, Map.of());
        }
        Map<Boolean, List<Step>> added = again.values()
                .stream()
                .collect(Collectors.partitioningBy(each -> each.parent().filter(again::containsKey).isPresent()));
        added.get(true).forEach(steps::drop);
        steps.reopen(added.get(false));
    }

    /** As {@link #open}; whoever still works on one of them works in vain. */
    void openNow() {
        again.replaceAll((id, step) -> step.state().inFlight() ? steps.supersede(step) : step);
        open();
    }
}
