package org.filmwright.production;

import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.filmwright.engine.EngineApi;
import org.filmwright.engine.Run;

/** How the newest film of a project was asked to look, and who was asked last to draw for it. */
final class LastOrder {
    /** Runs beside the film that draw pictures. */
    private static final Set<String> DRAWING = Set.of(MakeSteps.REFRESH, MakeSteps.REGENERATE);

    private LastOrder() {}

    /** That of the newest film; the usual one where there is none. Its pictures are drawn by whoever drew last. */
    static MakeOrder.Look look(EngineApi engine) {
        MakeOrder.Look film = film(engine).orElse(MakeOrder.USUAL_LOOK);
        return artist(engine).map(film::by).orElse(film);
    }

    /**
     * A film stays with who drew it: a take that somebody else was asked for once does not have all of it drawn anew. The
     * first film of a project is drawn by who was chosen, else by whoever drew last. Its clips are filmed by who was chosen,
     * always: they are made of pictures that are there.
     */
    static MakeOrder.Look film(EngineApi engine, Makers chosen) {
        MakeOrder.Look drawn = film(engine)
                .orElseGet(() -> chosen.artist().map(MakeOrder.USUAL_LOOK::by).orElseGet(() -> look(engine)));
        return chosen.filmer().map(drawn::filmedBy).orElse(drawn);
    }

    /** Who was asked for the newest clips. */
    static Optional<String> filmer(EngineApi engine) {
        return newest(engine, run -> FilmWorkflows.isFilm(run.name()) || run.name().equals(MakeSteps.REFRESH))
                .map(MakeOrder.Look::clipGenerator);
    }

    /** Who was asked for the newest pictures. */
    static Optional<String> artist(EngineApi engine) {
        return newest(engine, run -> FilmWorkflows.isFilm(run.name()) || DRAWING.contains(run.name()))
                .map(MakeOrder.Look::imageGenerator);
    }

    private static Optional<MakeOrder.Look> film(EngineApi engine) {
        return newest(engine, run -> FilmWorkflows.isFilm(run.name()));
    }

    private static Optional<MakeOrder.Look> newest(EngineApi engine, Predicate<Run> which) {
        return engine.runs()
                .stream()
                .filter(which)
                .max(Comparator.comparing(Run::createdAt))
                .flatMap(LastOrder::look);
    }

    /** Whatever its workflow is called; none where it is about something else than a film. */
    static Optional<MakeOrder.Look> look(Run run) {
        return MakeOrder.in(run.input()).map(MakeOrder::look);
    }
}
