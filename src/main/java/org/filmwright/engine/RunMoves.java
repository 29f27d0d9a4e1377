package org.filmwright.engine;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

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
            case EngineFact.CountedAnew(String name, Instant at, _) -> tx.countFrom(name, at);
            case EngineFact.Spending spending -> new SpendMoves(steps).replay(spending);
        }
    }

    void start(RunSpec spec) {
        Optional<Run> known = tx.run(spec.id());
        known.ifPresent(run -> {
            adopt(run, spec);
            resume(run);
        });
        if (known.isEmpty()) {
            begin(spec, Lineage.first(spec));
        }
    }

    void begin(RunSpec spec, Lineage lineage) {
        Run created = Run.created(spec, steps.now());
        tx.insert(created);
        spec.definitions().forEach(tx::define);
        tx.lineage(created.id(), lineage);
        steps.to(created, RunState.RUNNING, Optional.empty());
        steps.add(created.id(), spec.steps(), Optional.empty());
    }

    /** A run that was started before there were definitions follows one from now on. */
    private void adopt(Run run, RunSpec spec) {
        Lineage now = tx.lineage(run.id());
        if (now.definition().isEmpty() && !spec.definitions().isEmpty()) {
            spec.definitions().forEach(tx::define);
            tx.lineage(run.id(),
                    new Lineage(spec.definitions().stream().findFirst(), now.parent(), now.correlation()));
            steps.rules().forget(run.id());
        }
    }

    void pause(Run run) {
        if (run.state() == RunState.RUNNING) {
            steps.to(run, RunState.PAUSING, Optional.empty());
            nested(run).forEach(this::pause);
            steps.settle(run.id());
        }
    }

    void resume(Run run) {
        switch (run.state()) {
            case CREATED, PAUSING, PAUSED -> {
                steps.to(run, RunState.RUNNING, Optional.empty());
                nested(run).filter(child -> !child.state().ended()).forEach(this::resume);
                steps.settle(run.id());
            }
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
            nested(run).forEach(this::cancel);
            steps.cancelOpen(run.id());
            steps.settle(run.id());
        }
    }

    /**
     * Opens a step and everything after it; in a nested run also the step that waited for that run, and everything
     * after it. False, and nothing changed, where one of them is being worked on.
     */
    boolean retry(Step step, StepSpec.Work work) {
        Optional<Step> outer = tx.lineage(step.run())
                .parent()
                .flatMap(tx::step)
                .filter(parent -> parent.state().ended());
        Reopening again = Reopening.from(steps, step);
        if (again.busy() || outer.map(parent -> Reopening.from(steps, parent)).filter(Reopening::busy).isPresent()) {
            return false;
        }
        if (!work.equals(step.work())) {
            tx.rework(step.as(work));
        }
        again.open();
        Run run = tx.run(step.run()).orElseThrow();
        if (run.state() == RunState.SUCCEEDED) {
            steps.to(run, RunState.RUNNING, Optional.empty());
        } else {
            resume(run);
        }
        outer.ifPresent(parent -> retry(parent, parent.work()));
        return true;
    }

    Run prioritise(Run run, int priority) {
        Run after = run.prioritised(priority);
        tx.update(after);
        tx.hasten(run.id(), Urgency.ofRun(run.priority()) - Urgency.ofRun(priority));
        return after;
    }

    private void decide(EngineFact.Decided fact) {
        Optional<OpenQuestion> open = tx.question(fact.step()).filter(asked -> asked.number() == fact.number());
        open.ifPresent(asked -> steps.decide(tx.step(fact.step()).orElseThrow(), asked.number(), asked.question(),
                fact.choice()));
        if (open.isEmpty()) {
            tx.answerEarly(fact.step(), fact.number(), fact.choice());
        }
    }

    private Stream<Run> nested(Run run) {
        return Nested.of(tx, run.id()).stream().flatMap(child -> tx.run(child).stream());
    }

    private static boolean stopped(Step step) {
        return step.state() == StepState.FAILED || step.state() == StepState.CANCELLED;
    }
}
