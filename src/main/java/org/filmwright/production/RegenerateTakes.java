package org.filmwright.production;

import java.util.List;
import java.util.function.Function;
import org.filmwright.engine.StepContext;
import org.filmwright.engine.StepHandler;
import org.filmwright.engine.StepResult;
import org.filmwright.engine.StepSpec;
import org.filmwright.generate.Generator;

/** Adds the steps that draw more takes of one shot. */
record RegenerateTakes(Records records, Function<String, Generator> generators) implements StepHandler {
    /** What this step answers. @param takes how many were asked for */
    record Asked(int takes) {}

    @Override
    public StepResult run(StepContext context) {
        StepOrder order = Json.read(context.input(), StepOrder.class);
        String lane = generators.apply(order.make().look().imageGenerator()).describe().lane();
        List<StepSpec> draws = MakeSteps.more(order, new CurrentPlan(records).shot(order.shot()), lane);
        return new StepResult.Succeeded(Json.of(new Asked(draws.size())), List.of(), draws);
    }
}
