package org.filmwright.production;

import java.util.Optional;
import java.util.function.Function;
import org.filmwright.base.ClipId;
import org.filmwright.clips.ClipBrief;
import org.filmwright.clips.ClipTake;
import org.filmwright.engine.Purchase;
import org.filmwright.engine.StepContext;
import org.filmwright.engine.StepHandler;
import org.filmwright.engine.StepResult;
import org.filmwright.generate.Generator;
import org.filmwright.production.Directing.Directed;
import org.filmwright.story.Shot;

/** Has the circled take of a shot filmed. */
record RenderClip(Records records, Function<String, Generator> generators) implements StepHandler {
    /** What this step answers. */
    record Rendered(String clip, String shot) {}

    /** The clip that a finished step rendered. */
    static ClipTake clipIn(String output, Records records) {
        ClipId id = new ClipId(Json.read(output, Rendered.class).clip());
        return records.clips().find(id).orElseThrow(() -> new IllegalStateException("No clip " + id + " is recorded"));
    }

    /** What there is to film. */
    private record Setup(CircledShot circled, Directed directed) {
        ClipBrief brief() {
            return new ClipBrief(circled.image(), directed.plan(), look().size(), look().rate());
        }

        ClipRendering.Order order() {
            Shot shot = circled.shot();
            return new ClipRendering.Order(Seeds.of(circled.order().make().seed(), shot.id().value(), 0),
                    new Purchase.Purpose(Integer.toString(circled.plan().sceneOf(shot).number()), shot.label()),
                    directed.direction());
        }

        MakeOrder.Look look() {
            return circled.order().make().look();
        }
    }

    @Override
    public StepResult run(StepContext context) {
        Setup setup = setup(context);
        return new ClipRendering(records, generators.apply(setup.look().clipGenerator())).render(setup.brief(),
                setup.order(), context, RenderClip::done);
    }

    /** Where the film goes makes no other clip. */
    @Override
    public Optional<String> memo(StepContext context) {
        return Optional.of(ClipRendering.idOf(setup(context).brief()).value());
    }

    /** Directed by the step before, else as the clip that is there was, else by rule. */
    private Setup setup(StepContext context) {
        CircledShot circled = CircledShot.of(context, records);
        Shot shot = circled.shot();
        Directing directing = new Directing(shot, circled.image(), circled.order().make().look());
        String answer = context.upstream().getOrDefault(MakeSteps.path(shot, MakeSteps.MOTION), DirectShot.NOBODY);
        return new Setup(circled, answer.equals(DirectShot.NOBODY)
                ? directing.asBefore(records.clips().latest(shot.id()))
                : directing.answered(answer));
    }

    private static StepResult done(ClipTake clip) {
        return StepResult.done(Json.of(new Rendered(clip.id().value(), clip.shot().value())), clip.media());
    }
}
