package org.filmwright.production;

import java.time.Instant;
import java.time.InstantSource;
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
import org.filmwright.story.Scripts;

/**
 * One order at a time: a project has one plan and one cut. The order whose turn it is makes the others rest, and plans
 * again where another order's plan stands now; what it has drawn and filmed before is found again.
 */
record Turn(Records records, EngineApi engine, InstantSource clock) {
    /** Starts the order, or goes on with it. */
    Outcome<RunId> take(MakeOrder order) {
        return new ReadScript(records).script(order).then(script -> {
            boolean stands = stands(order, script.screenplay().source());
            MakeOrder planned = order.planned(new Planning(records, clock).settle(order.script().fileName(),
                    script.screenplay(), order.seed()));
            return start(planned, stands);
        });
    }

    private Outcome<RunId> start(MakeOrder order, boolean stands) {
        RunSpec spec = MakeSteps.run(order);
        engine.runs()
                .stream()
                .filter(run -> run.name().equals(spec.name()) && run.state() == RunState.RUNNING
                        && !run.id().equals(spec.id()))
                .forEach(run -> engine.pause(run.id()));
        return displacedPlan(spec, stands).map(step -> engine.retry(step.id()).then(Turn::id))
                .orElseGet(() -> engine.start(spec));
    }

    /** The planning step of a run that has planned, if another order has planned or cut since. */
    private Optional<Step> displacedPlan(RunSpec spec, boolean stands) {
        StepId plan = StepId.of(spec.id(), MakeSteps.PLAN);
        return engine.steps(spec.id())
                .stream()
                .filter(step -> step.id().equals(plan) && step.state() == StepState.SUCCEEDED)
                .filter(_ -> !stands || cutByAnother(spec))
                .findFirst();
    }

    private boolean cutByAnother(RunSpec spec) {
        Instant own = assembled(spec.id());
        return engine.runs()
                .stream()
                .filter(run -> run.name().equals(spec.name()) && !run.id().equals(spec.id()))
                .anyMatch(run -> assembled(run.id()).isAfter(own));
    }

    private Instant assembled(RunId run) {
        return engine.steps(run)
                .stream()
                .filter(step -> step.path().equals(MakeSteps.ASSEMBLE))
                .flatMap(step -> step.ending().endedAt().stream())
                .findFirst()
                .orElse(Instant.EPOCH);
    }

    private boolean stands(MakeOrder order, String text) {
        Optional<Scripts.Script> now = records.scripts().current();
        return now.filter(script -> script.text().equals(text) && script.drafted().seed() == order.seed()).isPresent();
    }

    private static Outcome<RunId> id(Run run) {
        return Outcome.ok(run.id());
    }
}
