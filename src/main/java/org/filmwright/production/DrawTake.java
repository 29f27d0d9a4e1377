package org.filmwright.production;

import java.util.function.Function;
import org.filmwright.base.TakeId;
import org.filmwright.engine.StepContext;
import org.filmwright.engine.StepHandler;
import org.filmwright.engine.StepResult;
import org.filmwright.generate.Generator;
import org.filmwright.images.ImageTake;

/** Has one take drawn. */
record DrawTake(Records records, Function<String, Generator> generators) implements StepHandler {
    /** What this step answers. */
    record Drawn(String take) {}

    /** The take that a finished step drew. */
    static TakeId takeIn(String output) {
        return new TakeId(Json.read(output, Drawn.class).take());
    }

    @Override
    public StepResult run(StepContext context) {
        StepOrder order = Json.read(context.input(), StepOrder.class);
        CurrentPlan plan = new CurrentPlan(records);
        Generator artist = generators.apply(order.make().look().imageGenerator());
        TakeDrawing.Order take = new TakeDrawing.Order(plan.plan(), plan.shot(order.shot()), order.number(),
                order.make().look().size(), order.make().seed());
        return new TakeDrawing(records, artist).draw(take, context, DrawTake::done);
    }

    private static StepResult done(ImageTake drawn) {
        return StepResult.done(Json.of(new Drawn(drawn.id().value())), drawn.media());
    }
}
