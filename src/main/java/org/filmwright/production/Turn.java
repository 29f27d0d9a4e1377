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
    Outcome<RunId> take(RunSpec spec, MakeOrder order) {
        engine.runs()
                .stream()
                .filter(run -> run.state() == RunState.RUNNING && !belongs(run, spec))
                .forEach(run -> engine.pause(run.id()));
        return displacedPlan(spec.id(), order).map(step -> engine.retry(step.id()).then(Turn::id))
                .orElseGet(() -> engine.start(spec));
    }

    private boolean belongs(Run run, RunSpec spec) {
        return engine.lineage(run.id()).correlation().equals(spec.id().value());
    }

    /** The planning step of a run that has planned, if the plan that stands now is not its own. */
    private Optional<Step> displacedPlan(RunId run, MakeOrder order) {
        StepId plan = StepId.of(run, MakeSteps.PLAN);
        return engine.steps(run)
                .stream()
                .filter(step -> step.id().equals(plan) && step.state() == StepState.SUCCEEDED)
                .filter(step -> !stands(step, order))
                .findFirst();
    }

    private boolean stands(Step planned, MakeOrder order) {
        Optional<Scripts.Script> now = records.scripts().current();
        String recorded = Json.tree(planned.ending().output().orElse("{}")).path(MakeSteps.PLAN).asText();
        if (!recorded.isEmpty()) {
            return now.map(script -> MakeSteps.digest(script.plan())).equals(Optional.of(recorded));
        }
        return new ReadScript(records).script(order)
                .then(script -> Outcome.ok(now.map(Scripts.Script::plan)
                        .equals(Optional.of(Planner.plan(script.screenplay(), order.seed())))))
                .orElse(_ -> false);
    }

    private static Outcome<RunId> id(Run run) {
        return Outcome.ok(run.id());
    }
}
