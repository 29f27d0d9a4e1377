package org.filmwright.production;

import java.util.List;
import java.time.InstantSource;
import org.filmwright.engine.StepContext;
import org.filmwright.engine.StepHandler;
import org.filmwright.engine.StepResult;
import org.filmwright.story.FountainReader;
import org.filmwright.story.Screenplay;
import org.filmwright.story.Scripts;
import org.filmwright.story.ShotPlan;

/** Plans scenes and shots by rule, records script and plan, and puts out the shots and scenes that are to be made. */
record PlanShots(Records records, Generators generators, InstantSource clock) implements StepHandler {
    /** What this step answers. @param plan digest of the recorded plan */
    record Planned(int scenes, int shots, double seconds, String plan, List<MakeSteps.ShotItem> shotItems,
            List<MakeSteps.SceneCue> sceneCues, List<MakeSteps.SceneItem> sceneItems) {}

    @Override
    public StepResult run(StepContext context) {
        MakeOrder order = Json.read(context.input(), StepOrder.class).make();
        Judged judged = Judged.in(context.upstream().values());
        return StepAnswers.of(new ReadScript(records).script(order),
                script -> plan(order, wanted(order, script.screenplay(), judged), judged));
    }

    /**
     * The screenplay of the order; one that was made of prose is by now what was written at its gate, or else what the
     * project stands on, where a person may have written on.
     */
    private Screenplay wanted(MakeOrder order, Screenplay ordered, Judged judged) {
        return order.script().told().isEmpty()
                ? ordered
                : judged.screenplay()
                        .or(() -> records.scripts()
                                .current()
                                .filter(script -> script.fileName().equals(order.script().fileName()))
                                .map(Scripts.Script::text))
                        .map(FountainReader::read)
                        .orElse(ordered);
    }

    private StepResult plan(MakeOrder order, Screenplay script, Judged judged) {
        ShotPlan plan = settled(order, script, judged);
        MakeSteps.ShotLanes lanes = MakeSteps.ShotLanes.of(generators, order.look());
        Planned planned = new Planned(plan.scenes().size(), plan.shots().size(), Math.round(plan.seconds() * 10) / 10.0,
                MakeSteps.digest(current().drafted()), MakeSteps.shots(plan, lanes), MakeSteps.cues(plan),
                MakeSteps.scenes(plan));
        return StepResult.done(Json.of(planned));
    }

    /** The recorded plan, with what was decided about title and people. */
    private ShotPlan settled(MakeOrder order, Screenplay script, Judged judged) {
        new Planning(records, clock).settle(order.script().fileName(), script, order.seed());
        ShotPlan drafted = current().drafted();
        ShotPlan wanted = judged.over(drafted);
        if (!wanted.equals(drafted)) {
            records.scripts().plan(script.source(), wanted);
        }
        return current().plan();
    }

    private Scripts.Script current() {
        return records.scripts().current().orElseThrow();
    }
}
