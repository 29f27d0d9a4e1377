package org.filmwright.production;

import java.nio.file.Path;
import java.util.Locale;
import org.filmwright.engine.StepContext;
import org.filmwright.engine.StepHandler;
import org.filmwright.engine.StepResult;
import org.filmwright.export.Film;
import org.filmwright.export.FilmExport;
import org.filmwright.timeline.Cut;

/** Writes the film of the cut that its own order assembled, whatever cut the project has by now. */
record ExportFilm(Records records) implements StepHandler {
    @Override
    public StepResult run(StepContext context) {
        MakeOrder order = Json.read(context.input(), StepOrder.class).make();
        Cut cut = AssembleFilm.cutIn(context.upstream().get(MakeSteps.ASSEMBLE));
        FilmExport export = new FilmExport(records.vault()::file, context.staging());
        return StepAnswers.of(
                export.export(cut, Path.of(order.film()), order.look().subtitles(), context.progress()),
                film -> StepResult.done(Json.of(facts(film))));
    }

    private static MakeReport.Film facts(Film film) {
        return new MakeReport.Film(film.path().toString(), film.seconds(), film.picture().frames(),
                film.picture().size().width(), film.picture().size().height(), film.picture().rate().perSecond(),
                film.picture().codec().toLowerCase(Locale.ROOT), film.sha256().hex());
    }
}
