package org.filmwright.engine;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.filmwright.base.Digest;
import org.filmwright.base.Failure;
import org.filmwright.engine.flow.Definition;
import org.filmwright.engine.flow.Workflow;

/** Runs within runs: a step that is a workflow of its own, and what becomes of it when that ends. */
final class Nested {
    private final StepMoves steps;
    private final LedgerTx tx;

    Nested(StepMoves steps) {
        this.steps = steps;
        this.tx = steps.tx();
    }

    /** The run that a step waits for: the same step with the same input is the same run. */
    static RunId runOf(Step step) {
        return RunId.ofKey(key(step));
    }

    static List<RunId> of(LedgerView view, RunId run) {
        return view.steps(run)
                .stream()
                .filter(step -> step.work() instanceof StepSpec.Work.Subflow)
                .map(Nested::runOf)
                .filter(child -> view.run(child).isPresent())
                .toList();
    }

    /** Starts what a step is to wait for, or lets it go on. */
    void begin(Step waiting, StepSpec.Work.Subflow sub) {
        Optional<Run> known = tx.run(runOf(waiting));
        if (known.isEmpty()) {
            start(waiting, sub);
        } else {
            Run child = known.get();
            switch (child.state()) {
                case SUCCEEDED -> renew(child, waiting, sub);
                case CREATED, RUNNING, CANCELLING -> steps.settle(child.id());
                case PAUSING, PAUSED, FAILED, CANCELLED -> new RunMoves(steps).resume(child);
            }
        }
    }

    /** What the step of the outer run makes of the end of the inner one. */
    void ended(Run child) {
        tx.lineage(child.id())
                .parent()
                .flatMap(tx::step)
                .filter(step -> step.state() == StepState.WAITING_CHILD && runOf(step).equals(child.id()))
                .filter(step -> tx.run(step.run()).filter(run -> run.state() != RunState.CANCELLING).isPresent())
                .ifPresent(step -> {
                    if (child.state() == RunState.SUCCEEDED) {
                        steps.finish(step, steps.rules().output(child.id()));
                    } else {
                        steps.fail(step, child.failure()
                                .filter(_ -> child.state() == RunState.FAILED)
                                .orElse(new Failure.Refused("The nested workflow " + child.name() + " was cancelled.",
                                        "Resume it, or retry " + step.path() + ".")));
                    }
                });
    }

    private void start(Step waiting, StepSpec.Work.Subflow sub) {
        RunSpec spec = spec(waiting, sub);
        Lineage outer = tx.lineage(waiting.run());
        new RunMoves(steps).begin(spec, new Lineage(spec.definitions().stream().findFirst(),
                Optional.of(waiting.id()), outer.correlation()));
    }

    /** It is all done again. */
    private void renew(Run child, Step waiting, StepSpec.Work.Subflow sub) {
        RunSpec spec = spec(waiting, sub);
        Set<String> first = spec.steps().stream().map(StepSpec::path).collect(Collectors.toSet());
        tx.steps(child.id()).stream().filter(step -> !first.contains(step.path())).forEach(steps::drop);
        steps.to(child, RunState.RUNNING, Optional.empty());
        steps.add(child.id(), spec.steps(), Optional.empty());
    }

    private RunSpec spec(Step waiting, StepSpec.Work.Subflow sub) {
        Workflow outer = steps.rules().flow(waiting.run()).orElseThrow();
        Definition definition = Optional.ofNullable(outer.subflows().get(sub.workflow()))
                .flatMap(tx::definition)
                .orElseThrow(() -> new IllegalStateException("No workflow " + sub.workflow() + " was pinned"));
        return Blueprint.run(List.of(definition), key(waiting), sub.input());
    }

    private static String key(Step step) {
        String input = step.work() instanceof StepSpec.Work.Subflow sub ? sub.input() : "";
        return "nested/" + step.id() + "/" + Digest.of(input).hex().substring(0, 16);
    }
}
