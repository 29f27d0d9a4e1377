package org.filmwright.production;

import java.nio.file.Path;
import java.util.Locale;
import org.filmwright.engine.StepContext;
import org.filmwright.engine.StepHandler;
import org.filmwright.engine.StepResult;
import org.filmwright.export.Film;
import org.filmwright.export.FilmExport;
import org.filmwright.timeline.Cut;

/** Writes the film of the recorded cut. */
record ExportFilm(Records records) implements StepHandler {
    @Override
    public StepResult run(StepContext context) {
        MakeOrder order = Json.read(context.input(), StepOrder.class).make();
        Cut cut = records.cuts().current().orElseThrow();
        FilmExport export = new FilmExport(records.vault()::file);
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
