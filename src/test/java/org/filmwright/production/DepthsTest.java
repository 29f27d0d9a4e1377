package org.filmwright.production;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.filmwright.base.FrameRate;
import org.filmwright.base.FrameSize;
import org.filmwright.base.MediaRef;
import org.filmwright.base.Outcome;
import org.filmwright.base.Progress;
import org.filmwright.engine.Engine;
import org.filmwright.engine.EngineApi;
import org.filmwright.engine.EngineListener;
import org.filmwright.engine.EngineSettings;
import org.filmwright.engine.ManualEngine;
import org.filmwright.engine.RunId;
import org.filmwright.engine.ThreadCrew;
import org.filmwright.generate.Answer;
import org.filmwright.generate.Generator;
import org.filmwright.generate.Request;
import org.filmwright.generate.camera.CameraGenerator;
import org.filmwright.generate.draft.DraftGenerator;
import org.filmwright.generate.Companions;
import org.filmwright.base.CameraMove;
import org.filmwright.base.ShotId;
import org.filmwright.clips.ClipTake;
import org.filmwright.clips.Direction;
import org.filmwright.story.ShotOverride;
import javax.imageio.ImageIO;
import java.io.IOException;
import org.filmwright.images.ImageTake;
import org.filmwright.review.TakeMeasures;
import org.filmwright.store.MediaVault;
import org.filmwright.store.ProjectFolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a camera that travels is filmed in a project, and how takes are enlarged there. */
class DepthsTest {
    private static final byte[] SCRIPT = "INT. KITCHEN - NIGHT\n\nMARA pours tea.\n".getBytes(StandardCharsets.UTF_8);
    private static final InstantSource CLOCK = InstantSource.system();
    private static final String OTHER = Artists.local("other");
    private static final EngineListener NOBODY = new EngineListener() {
    };

    private final List<Request.Clip> filmed = new ArrayList<>();

    @TempDir
    private Path folder;
    private ProjectFolder kept;
    private Records records;
    private EngineApi engine;
    private Conductor conductor;
    private OpenProject project;

    @BeforeEach
    void open() {
        open(Companions.NONE);
    }

    private void open(Companions companions) {
        kept = ManualEngine.value(ProjectFolder.openOrCreate(folder.resolve("film.filmwright"), CLOCK));
        records = new Records(kept.scripts(), kept.takes(), kept.verdicts(), kept.clips(), kept.cuts(), kept
                .history(), vault(kept.vault()));
        List<Generator> artists = List.of(new DraftGenerator(CLOCK), new Watched(), new Other());
        Generators generators = new Generators(artists, companions);
        Map<String, Integer> lanes = Map.of("cpu", 2, "media", 2, "film", 1, "gpu", 1);
        engine = Engine.open(kept.ledger(), MakeHandlers.of(records, generators,
                (picture, subject) -> Outcome.ok(new TakeMeasures(1, 1, 1, 0)), kept.output(), CLOCK),
                new EngineSettings(Lanes.of(lanes, artists), kept.staging(), CLOCK, new SplittableRandom(1),
                        there -> Files.isRegularFile(kept.vault().file(there))),
                new ThreadCrew());
        conductor = new Conductor(kept.root(), records, engine, CLOCK);
        project = new OpenProject(kept.root(), records, engine,
                new OpenProject.Queue(new EngineJobs(records, engine, lanes, folder, CLOCK), Optional.empty(),
                        List.of(), generators, Optional.empty(), Optional.empty()),
                CLOCK, Runnable::run, () -> {});
    }

    @AfterEach
    void close() {
        project.close();
        engine.close();
        kept.close();
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
        assertEquals(Map.of(), project.snapshot().edits().stale(), "it is not stale for that");
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
        ImageTake take = takes().getFirst();
        int before = takes().size();
        ManualEngine.value(engine.await(ManualEngine.value(project.lightTable().enlarge(take.id()))));
        assertEquals(before + 1, takes().size());
        ImageTake large = takes().getLast();
        assertEquals(EnlargeTake.idOf(take.id()), large.id());
        assertEquals(take.brief(), large.brief());
        assertEquals(takes().get(before - 1).number() + 1, large.number());
        Path file = records.vault().file(large.media());
        assertEquals(256, ImageIO.read(file.toFile()).getWidth());
        String receipt = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertTrue(receipt.contains(take.media().digest().hex()) && receipt.contains("ENLARGE-1"));
        assertInstanceOf(Outcome.Failed.class, project.lightTable().enlarge(large.id()), "once is enough");
    }

    @Test
    void aMoveThatNeedsMoreThanThePictureHasIsFilmedFromTheEnlargedOne() {
        reopen();
        film(OTHER, CameraMove.STATIC);
        ImageTake take = takes().getFirst();
        ManualEngine.value(engine.await(ManualEngine.value(project.lightTable().enlarge(take.id()))));
        move(CameraMove.PUSH_IN);
        again();
        assertEquals(records.vault().file(takes().getLast().media()), filmed.getLast().picture());
        assertEquals(take.id(), clip().image(), "it is still the circled take that is filmed");
    }

    @Test
    void whereNothingEnlargesItIsSaidAndNothingStarted() {
        film(OTHER, CameraMove.STATIC);
        assertEquals("No model here enlarges pictures.", project.lightTable().enlarging().orElseThrow().what());
        assertInstanceOf(Outcome.Failed.class, project.lightTable().enlarge(takes().getFirst().id()));
    }

    private SeeingCompanions reopen() {
        close();
        SeeingCompanions companions = new SeeingCompanions();
        open(companions);
        return companions;
    }

    private void film(String artist, CameraMove move) {
        MakeOrder.Look look = new MakeOrder.Look(new FrameSize(128, 72), FrameRate.FILM, false, false, artist,
                "camera");
        assertInstanceOf(Made.Film.class, conductor.make(new MakeOrder(MakeOrder.Source.of("tea.fountain", SCRIPT),
                folder.resolve("film.mp4").toString(), 1, ApprovalPolicy.FIRST, look, 1), SCRIPT, NOBODY));
        move(move);
        again();
    }

    private void again() {
        assertInstanceOf(Made.Film.class, conductor.makeRecorded(Makers.AS_BEFORE, NOBODY));
    }

    private void move(CameraMove move) {
        ShotId shot = shot();
        ManualEngine.value(project.editor().direct(ShotOverride.none(shot).moved(move)));
    }

    private ShotId shot() {
        return project.snapshot().script().orElseThrow().plan().shots().getFirst().id();
    }

    private ClipTake clip() {
        return records.clips().latest(shot()).orElseThrow();
    }

    /** Of the first shot, by number. */
    private List<ImageTake> takes() {
        return project.snapshot().takesOf(shot());
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

    /** A model of this machine that draws as the storyboard artist does. */
    private static final class Other implements Generator {
        private final Generator draft = new DraftGenerator(CLOCK);

        @Override
        public Descriptor describe() {
            return new Descriptor(OTHER, "other", "1", "gpu");
        }

        @Override
        public Answer start(Request request, Progress progress) {
            return draft.start(request, progress);
        }

        @Override
        public Answer resume(String handle, Progress progress) {
            return draft.resume(handle, progress);
        }

        @Override
        public void close() {
            draft.close();
        }
    }

    private static Vault vault(MediaVault media) {
        return new Vault() {
            @Override
            public Outcome<MediaRef> publish(Path staged, String extension) {
                return media.publish(staged, extension);
            }

            @Override
            public Outcome<MediaRef> adopt(Path picture) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Path file(MediaRef ref) {
                return media.file(ref);
            }
        };
    }
}
