package org.filmwright.production;

import java.nio.file.Path;
import java.util.Locale;
import org.filmwright.base.Cancelled;
import org.filmwright.engine.StepContext;
import org.filmwright.engine.StepHandler;
import org.filmwright.engine.StepResult;
import org.filmwright.export.Film;
import org.filmwright.export.FilmExport;
import org.filmwright.export.FilmSpec;
import org.filmwright.timeline.Cut;

/**
 * Writes a film: of the cut that its own order assembled, whatever cut the project has by now, or as somebody asked for
 * it by hand.
 */
record ExportFilm(Records records) implements StepHandler {
    /** What to write, and where. */
    private record Work(Cut cut, FilmSpec spec, Path film) {}

    @Override
    public StepResult run(StepContext context) {
        Work work = ExportOrder.in(context.input()).map(ExportFilm::byHand).orElseGet(() -> ofMake(context));
        FilmExport export = new FilmExport(records.vault()::file, context.staging(), records.vault().unfinished());
        try {
            return StepAnswers.of(export.export(work.cut, work.spec, work.film, context.progress()),
                    film -> StepResult.done(Json.of(facts(film))));
        } catch (Cancelled stopped) {
            if (context.dismissed()) {
                export.forget(work.cut, work.spec);
            }
            throw stopped;
        }
    }

    private static Work byHand(ExportOrder order) {
        Export.Film wanted = order.export().film().orElseThrow();
        return new Work(order.cut().orElseThrow(), wanted.spec(), Path.of(wanted.file()));
    }

    private static Work ofMake(StepContext context) {
        MakeOrder order = Json.read(context.input(), StepOrder.class).make();
        Cut cut = AssembleFilm.cutIn(context.upstream().get(MakeSteps.ASSEMBLE));
        return new Work(cut, FilmSpec.whole(cut, order.look().subtitles()), Path.of(order.film()));
    }

    private static MakeReport.Film facts(Film film) {
        return new MakeReport.Film(film.path().toString(), film.seconds(), film.picture().frames(),
                film.picture().size().width(), film.picture().size().height(), film.picture().rate().perSecond(),
                film.picture().codec().toLowerCase(Locale.ROOT), film.sha256().hex());
    }
}
