package org.filmwright.production;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.filmwright.base.Outcome;
import org.filmwright.base.Progress;
import org.filmwright.engine.ManualEngine;
import org.filmwright.generate.Answer;
import org.filmwright.generate.Generator;
import org.filmwright.generate.Request;
import org.filmwright.generate.camera.CameraGenerator;
import org.filmwright.generate.draft.DraftGenerator;
import org.filmwright.generate.Companions;
import org.filmwright.base.CameraMove;
import org.filmwright.clips.ClipTake;
import org.filmwright.clips.Direction;
import org.filmwright.story.ShotOverride;
import javax.imageio.ImageIO;
import java.io.IOException;
import org.filmwright.images.ImageTake;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a camera that travels is filmed in a project, and how takes are enlarged there. */
class DepthsTest {
    private static final String OTHER = OtherArtist.NAME;

    private final List<Request.Clip> filmed = new ArrayList<>();

    @TempDir
    private Path folder;
    private KitchenFilm film;

    @BeforeEach
    void open() {
        open(Companions.NONE);
    }

    private void open(Companions companions) {
        film = new KitchenFilm(folder, List.of(new DraftGenerator(KitchenFilm.CLOCK), new Watched(),
                new OtherArtist()), companions);
    }

    @AfterEach
    void close() {
        film.close();
    }

    @Test
    void aDrawnBoardIsTravelledThroughItsOwnPlanes() {
        film(Artists.DRAFT, CameraMove.ORBIT_RIGHT);
        Request.Depth depth = filmed.getLast().depth().orElseThrow();
        assertTrue(assertInstanceOf(Request.Depth.Planes.class, depth.source()).planes().size() > 2);
        Direction direction = clip().direction().orElseThrow();
        assertEquals(CameraMove.ORBIT_RIGHT, direction.move());
        assertEquals(List.of(), Reasoned.of(direction).conflicts());
    }

    @Test
    void withoutAModelThatSeesDepthTheCameraStaysOnThePictureAndSaysWhy() {
        film(OTHER, CameraMove.DOLLY_ZOOM);
        assertEquals(Optional.empty(), filmed.getLast().depth());
        Direction direction = clip().direction().orElseThrow();
        assertEquals(CameraMove.PUSH_IN, direction.move());
        Reasoned.Conflict told = Reasoned.of(direction).conflicts().getLast();
        assertEquals("dolly-zoom", told.wish());
        assertEquals("How near things are in this picture is not known: no model here sees depth.", told.limit());
        assertEquals("The camera stays on the surface of the picture instead, as in a push-in.", told.resolution());
        assertEquals(Map.of(), film.project.snapshot().edits().stale(), "it is not stale for that");
    }

    @Test
    void aModelsPictureIsSeenOnceAndTheNextMoveFindsItsDepthInTheCache() {
        SeeingCompanions companions = reopen();
        film(OTHER, CameraMove.TRUCK_LEFT);
        assertInstanceOf(Request.Depth.Near.class, filmed.getLast().depth().orElseThrow().source());
        move(CameraMove.ORBIT_LEFT);
        again();
        assertEquals(CameraMove.ORBIT_LEFT, filmed.getLast().motion().move());
        assertEquals(List.of("depth"), companions.asked());
    }

    @Test
    void movesThatDoNotTravelAskNobody() {
        SeeingCompanions companions = reopen();
        film(OTHER, CameraMove.TRACK_LEFT);
        assertEquals(List.of(), companions.asked());
        assertEquals(Optional.empty(), filmed.getLast().depth());
    }

    @Test
    void anEnlargedTakeIsATakeOfItsShotThatTellsWhereItIsFrom() throws IOException {
        reopen();
        film(OTHER, CameraMove.STATIC);
        ImageTake take = film.takes().getFirst();
        int before = film.takes().size();
        film.await(film.project.lightTable().enlarge(take.id()));
        assertEquals(before + 1, film.takes().size());
        ImageTake large = film.takes().getLast();
        assertEquals(EnlargeTake.idOf(take.id()), large.id());
        assertEquals(take.brief(), large.brief());
        assertEquals(film.takes().get(before - 1).number() + 1, large.number());
        Path file = film.records.vault().file(large.media());
        assertEquals(256, ImageIO.read(file.toFile()).getWidth());
        String receipt = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertTrue(receipt.contains(take.media().digest().hex()) && receipt.contains("ENLARGE-1"));
        assertInstanceOf(Outcome.Failed.class, film.project.lightTable().enlarge(large.id()), "once is enough");
    }

    @Test
    void aMoveThatNeedsMoreThanThePictureHasIsFilmedFromTheEnlargedOne() {
        reopen();
        film(OTHER, CameraMove.STATIC);
        ImageTake take = film.takes().getFirst();
        film.await(film.project.lightTable().enlarge(take.id()));
        move(CameraMove.PUSH_IN);
        again();
        assertEquals(film.records.vault().file(film.takes().getLast().media()), filmed.getLast().picture());
        assertEquals(take.id(), clip().image(), "it is still the circled take that is filmed");
    }

    @Test
    void whereNothingEnlargesItIsSaidAndNothingStarted() {
        film(OTHER, CameraMove.STATIC);
        assertEquals("No model here enlarges pictures.", film.project.lightTable().enlarging().orElseThrow().what());
        assertInstanceOf(Outcome.Failed.class, film.project.lightTable().enlarge(film.takes().getFirst().id()));
    }

    private SeeingCompanions reopen() {
        close();
        SeeingCompanions companions = new SeeingCompanions();
        open(companions);
        return companions;
    }

    private void film(String artist, CameraMove move) {
        film.make(artist);
        move(move);
        again();
    }

    private void again() {
        film.makeAgain(Makers.AS_BEFORE);
    }

    private void move(CameraMove move) {
        ManualEngine.value(film.project.editor().direct(ShotOverride.none(film.firstShot()).moved(move)));
    }

    private ClipTake clip() {
        return film.records.clips().latest(film.firstShot()).orElseThrow();
    }

    /** The camera, and what it was asked for of the first shot. */
    private final class Watched implements Generator {
        private final Generator camera = new CameraGenerator();

        @Override
        public Descriptor describe() {
            return camera.describe();
        }

        @Override
        public Answer start(Request request, Progress progress) {
            filmed.add((Request.Clip) request);
            return camera.start(request, progress);
        }

        @Override
        public Answer resume(String handle, Progress progress) {
            return camera.resume(handle, progress);
        }

        @Override
        public void close() {
            camera.close();
        }
    }
}
