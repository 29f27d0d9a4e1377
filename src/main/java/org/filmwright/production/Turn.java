package org.filmwright.production;

import java.util.Optional;
import org.filmwright.base.Outcome;
import org.filmwright.engine.EngineApi;
import org.filmwright.engine.Run;
import org.filmwright.engine.RunId;
import org.filmwright.engine.RunSpec;
import org.filmwright.engine.RunState;
import org.filmwright.engine.Step;
import org.filmwright.engine.StepId;
import org.filmwright.engine.StepState;
import org.filmwright.story.Planner;
import org.filmwright.story.Scripts;

/**
 * One order at a time: a project has one plan and one cut. The order whose turn it is makes the others rest, and plans
 * again where another order's plan stands now; what it has drawn and filmed before is found again.
 */
record Turn(Records records, EngineApi engine) {
    /** Starts the order, or goes on with it. */
    Outcome<RunId> take(MakeOrder order) {
        RunSpec spec = MakeSteps.run(order);
        engine.runs()
                .stream()
                .filter(run -> run.state() == RunState.RUNNING && !run.id().equals(spec.id()))
                .forEach(run -> engine.pause(run.id()));
        return displacedPlan(spec.id(), order).map(step -> engine.retry(step.id()).then(Turn::id))
                .orElseGet(() -> engine.start(spec));
    }

    /** The planning step of a run that has planned, if the plan that stands now is not its own. */
    private Optional<Step> displacedPlan(RunId run, MakeOrder order) {
        StepId plan = StepId.of(run, MakeSteps.PLAN);
        return engine.steps(run)
                .stream()
                .filter(step -> step.id().equals(plan) && step.state() == StepState.SUCCEEDED)
                .filter(_ -> !stands(order))
                .findFirst();
    }

    private boolean stands(MakeOrder order) {
        Optional<Scripts.Script> now = records.scripts().current();
        return new ReadScript(records).script(order)
                .then(script -> Outcome.ok(now.map(Scripts.Script::plan)
                        .equals(Optional.of(Planner.plan(script.screenplay(), order.seed())))))
                .orElse(_ -> false);
    }

    private static Outcome<RunId> id(Run run) {
        return Outcome.ok(run.id());
    }
}
