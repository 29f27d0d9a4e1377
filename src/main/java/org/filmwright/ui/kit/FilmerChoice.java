package org.filmwright.ui.kit;

import java.util.Optional;
import org.filmwright.base.Money;
import org.filmwright.production.Filmers;
import org.filmwright.production.Project;

/** Who films from now on; always the rostrum camera where nobody else can. */
public final class FilmerChoice extends MakerChoice {
    private static final Kind FILMING = new Kind("filmer", Setting.text("clips.filmer", Filmers.CAMERA), Filmers.CAMERA,
            "filmer.price", FilmerChoice::open, Desk::filmer);

    public FilmerChoice(Desk desk, Settings settings) {
        super(desk, settings, FILMING);
    }

    /** What so many clips of whoever is chosen are said to cost at least; nothing where they are free, or nobody knows. */
    static Optional<Money> price(Desk desk, int clips) {
        return open(desk).price(films(desk)).map(each -> each.times(clips));
    }

    /** Who films now, where that one charges and nobody knows how much. */
    static Optional<String> unpriced(Desk desk) {
        return Optional.of(films(desk)).filter(open(desk)::isUnpriced);
    }

    private static String films(Desk desk) {
        return desk.filmer().get().or(open(desk)::last).orElse(Filmers.CAMERA);
    }

    private static Filmers open(Desk desk) {
        return desk.project().get().map(Project::filmers).orElse(Filmers.NONE);
    }
}
