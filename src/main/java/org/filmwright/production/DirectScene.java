package org.filmwright.production;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.filmwright.engine.StepContext;
import org.filmwright.engine.StepHandler;
import org.filmwright.engine.StepResult;

/** The first of two layers: an agent reads a scene as a director, and wishes. Where nobody writes, the plan's wishes stand. */
public record DirectScene(Records records, AgentWork crew) implements StepHandler {
    private static final String CAPABILITY = "scene-guidelines";

    @Override
    public StepResult run(StepContext context) {
        StepOrder order = Json.read(context.input(), StepOrder.class);
        String script = records.scripts().current().orElseThrow().text();
        ObjectNode input = Json.object().put("script", script).put("scene", order.number());
        return crew.ask(context, CAPABILITY, input).orElse(StepResult.done(DirectShot.NOBODY));
    }
}
