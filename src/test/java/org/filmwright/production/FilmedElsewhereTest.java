package org.filmwright.production;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.filmwright.clips.ClipTake;
import org.filmwright.generate.Companions;
import org.filmwright.generate.camera.CameraGenerator;
import org.filmwright.generate.draft.DraftGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clips that somebody else films for money: who is asked, and how often. */
class FilmedElsewhereTest {
    @TempDir
    private Path folder;

    private KitchenFilm film(RemoteFilmer filmer) {
        return new KitchenFilm(folder, List.of(new DraftGenerator(KitchenFilm.CLOCK), new CameraGenerator(), filmer),
                Companions.NONE);
    }

    @Test
    void whoIsNotHereAnyMoreGivesWayToTheCameraAndNotToSomebodyDear() {
        RemoteFilmer dear = new RemoteFilmer("acme:dear", "6.00");
        try (KitchenFilm film = film(dear)) {
            film.make(Artists.DRAFT, "acme:gone");
            assertEquals(0, dear.sold(), "nobody chose them, and nobody knows what the chosen one took");
            assertTrue(film.records.clips()
                    .all()
                    .getFirst()
                    .direction()
                    .orElseThrow()
                    .reasoning()
                    .contains(
                            "acme:gone"),
                    "it says so");
        }
    }

    @Test
    void aBoughtClipWhoseFileIsGoneIsBoughtOnceMoreAndStaysBought() throws IOException {
        RemoteFilmer filmer = new RemoteFilmer("acme:film", "0.25");
        try (KitchenFilm film = film(filmer)) {
            film.make(Artists.DRAFT, "acme:film");
            int shots = film.project.snapshot().script().orElseThrow().plan().shots().size();
            assertEquals(shots, filmer.sold());
            for (ClipTake clip : film.records.clips().all()) {
                Files.delete(film.records.vault().file(clip.media()));
            }
            film.makeAgain(Makers.AS_BEFORE);
            assertEquals(2 * shots, filmer.sold(), "their files are gone");
            film.makeAgain(Makers.AS_BEFORE);
            assertEquals(2 * shots, filmer.sold(), "they are here now");
        }
    }
}
