package org.filmwright.production;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.filmwright.base.ShotId;
import org.filmwright.base.TakeId;
import org.filmwright.engine.StepContext;
import org.filmwright.engine.StepHandler;
import org.filmwright.engine.StepResult;
import org.filmwright.engine.StepSpec;
import org.filmwright.generate.Generator;
import org.filmwright.images.ImageTake;
import org.filmwright.images.Trash;
import org.filmwright.review.Verdict;
import org.filmwright.story.ShotPlan;

/** Breaks one scene down: adds the steps of its shots that have no pictures, or whose pictures or clip are stale. */
record RefreshScene(Records records, Function<String, Generator> generators, InstantSource clock)
        implements
            StepHandler {
    /** What this step answers. */
    record Refreshed(int shots) {}

    @Override
    public StepResult run(StepContext context) {
        StepOrder order = Json.read(context.input(), StepOrder.class);
        new Planning(records, clock).catchUp();
        ShotPlan plan = new CurrentPlan(records).plan();
        String lane = generators.apply(order.make().look().imageGenerator()).describe().lane();
        Trash trash = records.takes().trash();
        Map<ShotId, List<ImageTake>> takes = records.takes()
                .all()
                .stream()
                .filter(take -> !trash.holds(take.id()))
                .collect(Collectors.groupingBy(ImageTake::shot));
        Staleness staleness = new Staleness(records, plan, order.make().look());
        Map<ShotId, Stale> stale = staleness.of(takes, verdicts(), staleness.current(records.clips().all(), takes,
                verdicts()));
        List<StepSpec> steps = plan.shots()
                .stream()
                .filter(shot -> shot.scene() == order.number())
                .filter(shot -> !takes.containsKey(shot.id()) || stale.containsKey(shot.id()))
                .flatMap(shot -> MakeSteps.ofShot(order.make(), shot, lane).stream())
                .toList();
        int shots = (int) steps.stream().filter(step -> step.path().endsWith(MakeSteps.CLIP)).count();
        return new StepResult.Succeeded(Json.of(new Refreshed(shots)), List.of(), steps);
    }

    private Map<TakeId, Verdict> verdicts() {
        return records.verdicts().all();
    }
}
