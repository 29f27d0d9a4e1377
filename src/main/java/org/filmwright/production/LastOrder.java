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
                .filter(run -> FilmWorkflows.isFilm(run.name()))
                .max(Comparator.comparing(Run::createdAt))
                .flatMap(LastOrder::look);
    }

    /** Whatever its workflow is called; none where it is about something else than a film. */
    static Optional<MakeOrder.Look> look(Run run) {
        return MakeOrder.in(run.input()).map(MakeOrder::look);
    }
}
