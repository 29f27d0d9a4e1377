package org.filmwright.production;

import java.util.List;
import java.time.InstantSource;
import java.util.function.Function;
import org.filmwright.engine.StepContext;
import org.filmwright.engine.StepHandler;
import org.filmwright.engine.StepResult;
import org.filmwright.generate.Generator;
import org.filmwright.story.ScriptFile;
import org.filmwright.story.ShotPlan;

/** Plans scenes and shots by rule, records script and plan, and adds the steps of every shot. */
record PlanShots(Records records, Function<String, Generator> generators, InstantSource clock) implements StepHandler {
    /** What this step answers. */
    record Planned(int scenes, int shots, double seconds) {}

    @Override
    public StepResult run(StepContext context) {
        MakeOrder order = Json.read(context.input(), StepOrder.class).make();
        return StepAnswers.of(new ReadScript(records).script(order), script -> plan(order, script));
    }

    private StepResult plan(MakeOrder order, ScriptFile script) {
        ShotPlan plan = new Planning(records, clock).settle(order.script().fileName(), script.screenplay(),
                order.seed());
        String lane = generators.apply(order.look().imageGenerator()).describe().lane();
        Planned planned = new Planned(plan.scenes().size(), plan.shots().size(), plan.seconds());
        return new StepResult.Succeeded(Json.of(planned), List.of(), MakeSteps.afterPlan(order, plan, lane));
    }
}
