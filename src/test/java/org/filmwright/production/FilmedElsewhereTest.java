package org.filmwright.production;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.filmwright.base.CameraMove;
import org.filmwright.base.ShotId;
import org.filmwright.clips.ClipTake;
import org.filmwright.engine.ManualEngine;
import org.filmwright.engine.PaidCall;
import org.filmwright.generate.Companions;
import org.filmwright.generate.camera.CameraGenerator;
import org.filmwright.generate.draft.DraftGenerator;
import org.filmwright.story.ShotOverride;
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
    void aShotThatIsChangedWhileItsClipIsMadeIsPaidOnceAndTheClipIsKeptAndStale() {
        RemoteFilmer filmer = new RemoteFilmer("acme:film", "0.25");
        try (KitchenFilm film = film(filmer)) {
            film.make(Artists.DRAFT);
            int shots = film.project.snapshot().script().orElseThrow().plan().shots().size();
            ShotId shot = film.firstShot();
            filmer.whileFilming(() -> ManualEngine.value(film.project.editor()
                    .direct(ShotOverride.none(shot).moved(CameraMove.CRANE_UP))));
            Makers chosen = new Makers(Optional.empty(), Optional.of("acme:film"));
            film.makeAgain(chosen);
            assertEquals(shots, filmer.sold(), "one clip a shot");
            assertTrue(
                    film.engine.spending().calls().stream().allMatch(call -> call.state() == PaidCall.State.SUCCEEDED));
            assertTrue(film.project.snapshot().edits().stale().containsKey(shot), "it shows the shot as it was");
            film.makeAgain(chosen);
            assertEquals(shots + 1, filmer.sold(), "asked for again, it is filmed as it is now");
            assertFalse(film.project.snapshot().edits().stale().containsKey(shot));
            film.makeAgain(chosen);
            assertEquals(shots + 1, filmer.sold());
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
