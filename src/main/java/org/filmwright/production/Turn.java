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
import org.filmwright.engine.StepState;
import org.filmwright.story.Scripts;

/**
 * One order at a time: a project has one plan and one cut. The order whose turn it is makes the others rest, and plans
 * again where another order's plan stands now; what it has drawn and filmed before is found again.
 */
record Turn(Records records, EngineApi engine, InstantSource clock, FilmWorkflows workflows) {
    /** Starts a workflow for an order, or goes on with it. A make is another job for another plan; others plan themselves. */
    Outcome<RunId> take(String workflow, MakeOrder order) {
        if (!workflow.equals(MakeSteps.MAKE)) {
            return workflows.run(workflow, order).then(spec -> start(spec, true));
        }
        return new ReadScript(records).script(order).then(script -> {
            boolean stands = stands(order, script.screenplay().source());
            MakeOrder planned = order.planned(new Planning(records, clock).settle(order.script().fileName(),
                    script.screenplay(), order.seed()));
            return workflows.run(workflow, planned).then(spec -> start(spec, stands));
        });
    }

    /** Goes on with a run, from the plan or the cut where another order's stands now. */
    Outcome<RunId> goOn(RunId run) {
        rest(engine.lineage(run).correlation());
        return displaced(run, true).map(step -> engine.retry(step.id()))
                .orElseGet(() -> engine.resume(run))
                .then(_ -> Outcome.ok(run));
    }

    private Outcome<RunId> start(RunSpec spec, boolean stands) {
        rest(spec.id().value());
        return displaced(spec.id(), stands).map(step -> engine.retry(step.id()).then(Turn::id))
                .orElseGet(() -> engine.start(spec));
    }

    /** Everything that is no part of the run, and no refreshing of a scene or of takes, waits. */
    private void rest(String correlation) {
        engine.runs()
                .stream()
                .filter(run -> run.state() == RunState.RUNNING && !MakeSteps.BESIDE.contains(run.name())
                        && !engine.lineage(run.id()).correlation().equals(correlation))
                .forEach(run -> engine.pause(run.id()));
    }

    /** The step to do again first: the plan, if another order's stands now; the cut, if another order has cut since. */
    private Optional<Step> displaced(RunId run, boolean stands) {
        Optional<Step> plan = done(run, MakeSteps.PLAN);
        return plan.filter(step -> !stands || !isPlanOf(step))
                .or(() -> plan.filter(_ -> done(run, MakeSteps.ASSEMBLE).isPresent() && cutByAnother(run)));
    }

    /** A step of before there were digests tells nothing. */
    private boolean isPlanOf(Step planned) {
        String recorded = Json.tree(planned.ending().output().orElse("{}")).path(MakeSteps.PLAN).asText();
        return recorded.isEmpty() || records.scripts()
                .current()
                .map(script -> MakeSteps.digest(script.drafted()))
                .equals(Optional.of(recorded));
    }

    private boolean cutByAnother(RunId own) {
        Instant cut = assembled(own);
        return engine.runs()
                .stream()
                .filter(run -> !run.id().equals(own))
                .anyMatch(run -> assembled(run.id()).isAfter(cut));
    }

    private Instant assembled(RunId run) {
        return engine.steps(run)
                .stream()
                .filter(step -> step.path().equals(MakeSteps.ASSEMBLE))
                .flatMap(step -> step.ending().endedAt().stream())
                .findFirst()
                .orElse(Instant.EPOCH);
    }

    private Optional<Step> done(RunId run, String path) {
        return engine.steps(run)
                .stream()
                .filter(step -> step.path().equals(path) && step.state() == StepState.SUCCEEDED)
                .findFirst();
    }

    private boolean stands(MakeOrder order, String text) {
        Optional<Scripts.Script> now = records.scripts().current();
        return now.filter(script -> script.text().equals(text) && script.drafted().seed() == order.seed()).isPresent();
    }

    private static Outcome<RunId> id(Run run) {
        return Outcome.ok(run.id());
    }
}
