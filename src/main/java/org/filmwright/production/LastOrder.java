package org.filmwright.production;

import java.util.Comparator;
import java.util.Optional;
import org.filmwright.engine.EngineApi;
import org.filmwright.engine.Run;

/** How the newest film of a project was asked to look. */
final class LastOrder {
    private LastOrder() {}

    static Optional<MakeOrder.Look> look(EngineApi engine) {
        return engine.runs()
                .stream()
                .filter(run -> run.name().equals(MakeSteps.MAKE))
                .max(Comparator.comparing(Run::createdAt))
                .map(run -> Json.read(run.input(), StepOrder.class).make().look());
    }
}
