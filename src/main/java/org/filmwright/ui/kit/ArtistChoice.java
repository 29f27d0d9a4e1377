package org.filmwright.ui.kit;

import java.util.Optional;
import org.filmwright.production.Artists;
import org.filmwright.production.Edits;
import org.filmwright.production.Project;

/** Who draws from now on; always the storyboard artist where nobody else can. */
public final class ArtistChoice extends MakerChoice {
    private static final Kind DRAWING = new Kind("artist", Setting.text("images.artist", Artists.DRAFT), Artists.DRAFT,
            "maker.price", ArtistChoice::open, Desk::artist);

    public ArtistChoice(Desk desk, Settings settings) {
        super(desk, settings, DRAWING);
        desk.drawing().bind(now());
    }

    /** The estimate at the price of whoever is chosen now; the price of who drew before is in it already. */
    public static Edits.Estimate priced(Desk desk, Edits.Estimate usual) {
        return desk.artist().get().map(id -> usual.at(open(desk).price(id))).orElse(usual);
    }

    /** Who draws now, where that one charges and nobody knows how much. */
    static Optional<String> unpriced(Desk desk) {
        Artists artists = open(desk);
        return desk.artist()
                .get()
                .or(artists::last)
                .filter(artists::isUnpriced);
    }

    private static Artists open(Desk desk) {
        return desk.project().get().map(Project::artists).orElse(Artists.NONE);
    }
}
