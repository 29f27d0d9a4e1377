package org.filmwright.production;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.filmwright.generate.Companions;
import org.filmwright.generate.camera.CameraGenerator;
import org.filmwright.generate.draft.DraftGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who draws is chosen for takes, is remembered by the project, and leaves a film that is there as it is. */
class ArtistsTest {
    private static final String OTHER = OtherArtist.NAME;

    @TempDir
    private Path folder;
    private KitchenFilm film;

    @BeforeEach
    void open() {
        film = new KitchenFilm(folder, List.of(new DraftGenerator(KitchenFilm.CLOCK), new CameraGenerator(),
                new OtherArtist()), Companions.NONE);
    }

    @AfterEach
    void close() {
        film.close();
    }

    @Test
    void whoMakesClipsIsNotAskedForPictures() {
        assertEquals(new Artists(List.of(Artists.DRAFT, OTHER), Optional.empty()), film.project.artists());
    }

    @Test
    void newTakesAreDrawnByWhoIsNamedAndThenByTheSame() {
        film.make(Artists.DRAFT);
        assertEquals(Optional.of(Artists.DRAFT), film.project.artists().last());
        assertEquals(OTHER, drawn(one().by(Optional.of(OTHER))));
        assertEquals(Optional.of(OTHER), film.project.artists().last());
        assertEquals(OTHER, drawn(one()), "whoever drew last");
        assertEquals(Artists.DRAFT, drawn(one().by(Optional.of(Artists.DRAFT))));
    }

    @Test
    void oneTakeByAnotherDoesNotHaveTheFilmDrawnAnew() {
        film.make(Artists.DRAFT);
        drawn(one().by(Optional.of(OTHER)));
        film.makeAgain(Makers.drawnBy(OTHER));
        assertEquals(1, film.takes().stream().filter(take -> take.origin().generator().equals(OTHER)).count());
    }

    @Test
    void theFirstFilmIsDrawnByWhoWasChosen() {
        assertEquals(OTHER, LastOrder.film(film.engine, Makers.drawnBy(OTHER)).imageGenerator());
        assertEquals(Artists.DRAFT, LastOrder.film(film.engine, Makers.AS_BEFORE).imageGenerator());
    }

    private Regeneration one() {
        return Regeneration.of(List.of(film.firstShot()), 1);
    }

    /** Who drew the take that an order asks for. */
    private String drawn(Regeneration order) {
        film.await(film.project.lightTable().regenerate(order));
        return film.takes().getLast().origin().generator();
    }
}
