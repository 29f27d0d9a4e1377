package org.filmwright.production;

import java.util.Optional;
import java.util.function.Function;
import org.filmwright.base.ClipId;
import org.filmwright.clips.ClipBrief;
import org.filmwright.clips.ClipTake;
import org.filmwright.clips.MotionPlan;
import org.filmwright.clips.MotionPlanner;
import org.filmwright.engine.Purchase;
import org.filmwright.engine.StepContext;
import org.filmwright.engine.StepHandler;
import org.filmwright.engine.StepResult;
import org.filmwright.generate.Generator;
import org.filmwright.review.ApprovedImage;
import org.filmwright.story.Shot;
import org.filmwright.story.ShotPlan;

/** Has the circled take of a shot filmed. */
record RenderClip(Records records, Function<String, Generator> generators) implements StepHandler {
    /** What this step answers. */
    record Rendered(String clip, String shot) {}

    /** The clip that a finished step rendered. */
    static ClipTake clipIn(String output, Records records) {
        ClipId id = new ClipId(Json.read(output, Rendered.class).clip());
        return records.clips().find(id).orElseThrow(() -> new IllegalStateException("No clip " + id + " is recorded"));
    }

    @Override
    public StepResult run(StepContext context) {
        StepOrder order = Json.read(context.input(), StepOrder.class);
        ShotPlan plan = new CurrentPlan(records).plan();
        Shot shot = new CurrentPlan(records).shot(order.shot());
        ClipRendering rendering = new ClipRendering(records,
                generators.apply(order.make().look().clipGenerator()));
        ClipRendering.Order clip = new ClipRendering.Order(Seeds.of(order.make().seed(), shot.id().value(), 0),
                new Purchase.Purpose(Integer.toString(plan.sceneOf(shot).number()), shot.label()));
        return rendering.render(brief(order, context), clip, context, RenderClip::done);
    }

    /** Where the film goes makes no other clip. */
    @Override
    public Optional<String> memo(StepContext context) {
        StepOrder order = Json.read(context.input(), StepOrder.class);
        return Optional.of(ClipRendering.idOf(brief(order, context)).value());
    }

    private ClipBrief brief(StepOrder order, StepContext context) {
        Shot shot = new CurrentPlan(records).shot(order.shot());
        ApprovedImage image = CircleTake.approvedIn(context.upstream().get(MakeSteps.path(shot, MakeSteps.CIRCLE)),
                records);
        MakeOrder.Look look = order.make().look();
        return new ClipBrief(image, motion(shot, image, look), look.size(), look.rate());
    }

    private static StepResult done(ClipTake clip) {
        return StepResult.done(Json.of(new Rendered(clip.id().value(), clip.shot().value())), clip.media());
    }

    static MotionPlan motion(Shot shot, ApprovedImage image, MakeOrder.Look look) {
        double aspect = look.size().aspect();
        return new MotionPlanner(aspect, aspect, look.rate()).plan(shot.camera().move(), image.subject(),
                shot.seconds(), shot.camera().reason());
    }
}
