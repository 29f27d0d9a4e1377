package org.filmwright.production;

import java.util.Optional;
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
        return drawing(order).draw(take(order), context, DrawTake::done);
    }

    /** Where the film goes and what the other shots are makes no other picture. */
    @Override
    public Optional<String> memo(StepContext context) {
        StepOrder order = Json.read(context.input(), StepOrder.class);
        return Optional.of(drawing(order).take(take(order)).value());
    }

    /** What was ordered before the shot was changed is nothing that another film should find. */
    @Override
    public boolean lasting(StepResult result) {
        return !(result instanceof StepResult.Succeeded done) || records.takes()
                .find(takeIn(done.output()))
                .flatMap(take -> records.takes().brief(take.brief()))
                .isPresent();
    }

    private TakeDrawing drawing(StepOrder order) {
        return new TakeDrawing(records, generators.apply(order.make().look().imageGenerator()));
    }

    private TakeDrawing.Order take(StepOrder order) {
        CurrentPlan plan = new CurrentPlan(records);
        return new TakeDrawing.Order(plan.plan(), plan.shot(order.shot()), order.number(), order.make().look().size(),
                order.make().seed(), order.seed());
    }

    static StepResult done(ImageTake drawn) {
        return StepResult.done(Json.of(new Drawn(drawn.id().value())), drawn.media());
    }
}
