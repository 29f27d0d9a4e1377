package org.filmwright.engine;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The arrows of engine.md 5 for runs, within one transaction. */
final class RunMoves {
    private final StepMoves steps;
    private final LedgerTx tx;

    RunMoves(StepMoves steps) {
        this.steps = steps;
        this.tx = steps.tx();
    }

    void apply(EngineFact fact) {
        switch (fact) {
            case EngineFact.Started started -> start(started.spec());
            case EngineFact.Stopped stopped -> tx.run(stopped.run()).ifPresent(this::cancel);
            case EngineFact.Decided decided -> decide(decided);
            case EngineFact.Spending spending -> new SpendMoves(steps).replay(spending);
        }
    }

    void start(RunSpec spec) {
        Optional<Run> known = tx.run(spec.id());
        known.ifPresent(this::resume);
        if (known.isEmpty()) {
            Run created = Run.created(spec, steps.now());
            tx.insert(created);
            steps.to(created, RunState.RUNNING, Optional.empty());
            steps.add(created.id(), spec.steps(), Optional.empty());
        }
    }

    void pause(Run run) {
        if (run.state() == RunState.RUNNING) {
            steps.to(run, RunState.PAUSING, Optional.empty());
            steps.settle(run.id());
        }
    }

    void resume(Run run) {
        switch (run.state()) {
            case CREATED, PAUSING, PAUSED -> steps.to(run, RunState.RUNNING, Optional.empty());
            case FAILED, CANCELLED -> {
                steps.to(run, RunState.RUNNING, Optional.empty());
                steps.reopen(tx.steps(run.id()).stream().filter(RunMoves::stopped).toList());
                steps.settle(run.id());
            }
            case RUNNING, SUCCEEDED, CANCELLING -> steps.settle(run.id());
        }
    }

    void cancel(Run run) {
        if (!run.state().ended() && run.state() != RunState.CANCELLING) {
            steps.to(run, RunState.CANCELLING, Optional.empty());
            steps.cancelOpen(run.id());
            steps.settle(run.id());
        }
    }

    /**
     * Opens a step and everything after it; what they once added is dropped until they add it again. False, and nothing
     * changed, where one of them is being worked on.
     */
    boolean retry(Step step) {
        Map<StepId, Step> again = downstream(step);
        if (again.values().stream().anyMatch(each -> each.state().inFlight())) {
            return false;
        }
        Map<Boolean, List<Step>> added = again.values()
                .stream()
                .collect(Collectors.partitioningBy(each -> each.parent().filter(again::containsKey).isPresent()));
        added.get(true).forEach(steps::drop);
        steps.reopen(added.get(false));
        Run run = tx.run(step.run()).orElseThrow();
        if (run.state() == RunState.SUCCEEDED) {
            steps.to(run, RunState.RUNNING, Optional.empty());
        } else {
            resume(run);
        }
        return true;
    }

    private void decide(EngineFact.Decided fact) {
        Optional<OpenQuestion> open = tx.question(fact.step()).filter(asked -> asked.number() == fact.number());
        open.ifPresent(asked -> steps.decide(tx.step(fact.step()).orElseThrow(), asked.number(), asked.question(),
                fact.choice()));
        if (open.isEmpty()) {
            tx.answerEarly(fact.step(), fact.number(), fact.choice());
        }
    }

    private static boolean stopped(Step step) {
        return step.state() == StepState.FAILED || step.state() == StepState.CANCELLED;
    }

    /** The step, what depends on it, and what it or they have added. */
    private Map<StepId, Step> downstream(Step first) {
        Map<StepId, Step> found = new LinkedHashMap<>();
        Deque<Step> open = new ArrayDeque<>(List.of(first));
        while (!open.isEmpty()) {
            Step step = open.poll();
            if (found.putIfAbsent(step.id(), step) == null) {
                open.addAll(tx.dependents(step.id()));
                open.addAll(tx.children(step.id()));
            }
        }
        return found;
    }
}
