package org.filmwright.production;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.filmwright.base.CameraMove;
import org.filmwright.base.CameraMove.Easing;
import org.filmwright.base.FrameRate;
import org.filmwright.base.FrameSize;
import org.filmwright.base.Outcome;
import org.filmwright.base.Progress;
import org.filmwright.base.Region;
import org.filmwright.base.ShotId;
import org.filmwright.clips.ClipChecks;
import org.filmwright.clips.ClipMeasures;
import org.filmwright.clips.ClipTake;
import org.filmwright.clips.MotionPlan;
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
import org.filmwright.media.MediaException;
import org.filmwright.media.VideoReader;
import org.filmwright.review.TakeMeasures;
import org.filmwright.store.ProjectFolder;
import org.filmwright.story.CameraFrames;
import org.filmwright.story.ShotOverride;
import org.filmwright.timeline.Item;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A move that a person framed: filmed again by a job, kept by later films, taken back like any other change. */
class FramedByHandTest {
    private static final byte[] SCRIPT = "INT. KITCHEN - NIGHT\n\nMARA pours tea.\n".getBytes(StandardCharsets.UTF_8);
    private static final InstantSource CLOCK = InstantSource.system();
    private static final FrameSize SIZE = new FrameSize(128, 72);
    private static final CameraFrames DRAWN = new CameraFrames(new Region(0.3, 0.3, 0.5, 0.5),
            new Region(0, 0.1, 0.7, 0.7), Easing.LINEAR);
    private static final EngineListener NOBODY = new EngineListener() {
    };

    @TempDir
    private Path folder;
    private ProjectFolder kept;
    private Records records;
    private EngineApi engine;
    private Conductor conductor;
    private OpenProject project;

    @BeforeEach
    void open() {
        kept = ManualEngine.value(ProjectFolder.openOrCreate(folder.resolve("film.filmwright"), CLOCK));
        records = new Records(kept.scripts(), kept.takes(), kept.verdicts(), kept.clips(), kept.cuts(), kept
                .history(), new KeptVault(kept.vault(), folder.resolve("unfinished")));
        List<Generator> artists = List.of(new DraftGenerator(CLOCK), new CameraGenerator(), new Dreamer());
        Generators generators = new Generators(artists);
        Map<String, Integer> lanes = Map.of("cpu", 2, "media", 2, "film", 1);
        engine = Engine.open(kept.ledger(), MakeHandlers.of(records, generators,
                (picture, subject) -> Outcome.ok(new TakeMeasures(1, 1, 1, 0)), kept.output(), CLOCK, Optional.empty(),
                FramedByHandTest::measured),
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

    /** A gauge that finds the dreamer's clips black, and ours in order. */
    private static Outcome<ClipMeasures> measured(Path clip, Path picture, Progress progress) {
        try (VideoReader reader = VideoReader.open(clip)) {
            boolean dreamt = reader.frames() == Dreamer.FRAMES;
            return Outcome.ok(new ClipMeasures(
                    new ClipMeasures.Technical(reader.size(), reader.rate(), reader.frames(), "h264", "yuv420p",
                            "tv,bt709,bt709,bt709", true, 0),
                    new ClipMeasures.Picture(dreamt ? 9 : 0, 0, 0, 0, ClipMeasures.Light.STEADY,
                            new ClipMeasures.Motion(0, 0, 1, false)),
                    Optional.empty()));
        } catch (MediaException e) {
            return Outcome.failed(e.failure());
        }
    }

    @Test
    void aFramedMoveIsFilmedByAJobAndTakesThePlaceInTheCutAndUndoBringsTheOldOneBack() {
        film("camera");
        ClipTake before = clip();
        frame();
        assertTrue(project.snapshot().edits().stale().containsKey(shot()), "the clip answers another plan now");
        refilm();
        ClipTake after = clip();
        assertNotEquals(before.id(), after.id());
        assertEquals(2, records.clips().all().size(), "nothing is overwritten");
        assertTrue(after.direction().orElseThrow().isByHand());
        assertEquals(after.id(), inTheCut().clip());
        assertEquals(Map.of(), project.snapshot().edits().stale());
        project.editor().undo();
        assertEquals(before.id(), inTheCut().clip());
        project.editor().undo();
        assertEquals(before.id(), clip().id(), "by rule again, and its clip is there");
        assertEquals(Map.of(), project.snapshot().edits().stale());
    }

    @Test
    void whatAPersonFramedWinsOverEveryLaterFilm() {
        film("camera");
        frame();
        again();
        MotionPlan plan = ManualEngine.value(project.camerawork().of(shot())).plan();
        assertEquals(DRAWN.start(), plan.start());
        assertEquals(DRAWN.end(), plan.end());
        assertEquals(Easing.LINEAR, plan.easing());
        assertEquals(FrameRate.FILM.frames(1.5), clip().frames());
        assertTrue(clip().direction().orElseThrow().isByHand());
        again();
        assertEquals(2, records.clips().all().size(), "the same order films nothing anew");
    }

    @Test
    void theRehearsalShowsTheVeryFramesOfTheClip() throws IOException {
        film("camera");
        frame();
        refilm();
        Camerawork work = project.camerawork();
        CameraSetup setup = ManualEngine.value(work.of(shot()));
        int[] seen = new int[SIZE.width() * SIZE.height()];
        int[] filmed = new int[seen.length];
        Camerawork.Rehearsed rehearsed = ManualEngine.value(work.rehearse(setup, setup.plan(), 4096));
        try (VideoReader clip = VideoReader.open(records.vault().file(clip().media()))) {
            assertEquals(clip.frames(), rehearsed.frames().frames());
            assertEquals(SIZE, rehearsed.frames().size());
            for (int n : new int[]{0, 17, clip.frames() - 1}) {
                rehearsed.frames().frame(n, seen);
                clip.read(n, SIZE, filmed);
                assertTrue(difference(seen, filmed) < 3, "frame " + n + " differs by " + difference(seen, filmed));
            }
            int[] twice = new int[seen.length];
            rehearsed.frames().frame(clip.frames() - 1, twice);
            assertArrayEquals(seen, twice);
        } finally {
            rehearsed.frames().close();
        }
    }

    @Test
    void byRuleIsWhatThePlanWouldDoWithoutThePerson() {
        film("camera");
        MotionPlan rule = ManualEngine.value(project.camerawork().of(shot())).plan();
        frame();
        CameraSetup setup = ManualEngine.value(project.camerawork().of(shot()));
        assertEquals(rule, setup.byRule().plan());
        assertNotEquals(rule, setup.plan());
        ManualEngine.value(project.editor().direct(wish().filmedByRule()));
        assertEquals(rule, ManualEngine.value(project.camerawork().of(shot())).plan());
    }

    @Test
    void aMoveChosenLaterInTheStoryIsNotHeldToFramesOfAnother() {
        film("camera");
        frame();
        ManualEngine.value(project.editor().direct(wish().moved(CameraMove.CRANE_UP)));
        assertEquals(Optional.empty(), wish().camera());
        assertFalse(ManualEngine.value(project.camerawork().of(shot())).direction().isByHand());
    }

    @Test
    void aClipFromElsewhereThatCannotBeShownStaysATakeAndOurCameraFilmsInstead() {
        film("dreamer");
        List<ClipTake> all = records.clips().all();
        assertEquals(2, all.size(), "what was made is kept");
        assertEquals(List.of("frames", "black"),
                all.getFirst().alarms().stream().map(ClipChecks.Alarm::check).toList());
        assertEquals(all.getLast().id(), inTheCut().clip());
        Reasoned.Conflict told = Reasoned.of(all.getLast().direction().orElseThrow()).conflicts().getLast();
        assertEquals("a clip by Dreamer", told.wish());
        assertTrue(told.limit().contains("9 frames are black."), told.limit());
        assertEquals("Our own camera films the picture instead; that clip is kept as a take.", told.resolution());
    }

    @Test
    void aShotIsFilmedAnewByWhoWasChosenAndInTheLaneOfThatOne() {
        film("camera");
        RunId run = ManualEngine.value(project.camerawork()
                .film(shot(), new Makers(Optional.empty(), Optional.of("dreamer"))));
        ManualEngine.value(engine.await(run));
        assertEquals("dream", engine.steps(run).getFirst().lane());
        assertTrue(records.clips().all().stream().anyMatch(clip -> !clip.alarms().isEmpty()), "by the dreamer");
    }

    @Test
    void withoutACircledTakeThereIsNothingToFilm() {
        film("camera");
        assertInstanceOf(Outcome.Failed.class, project.camerawork().of(new ShotId("nobody")));
    }

    private static double difference(int[] a, int[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += Math.abs((a[i] >> 8 & 255) - (b[i] >> 8 & 255));
        }
        return sum / a.length;
    }

    private void frame() {
        ManualEngine.value(project.editor().direct(wish().filmed(CameraMove.PULL_OUT, DRAWN, 1.5)));
    }

    private ShotOverride wish() {
        return project.snapshot().script().orElseThrow().override(shot()).orElse(ShotOverride.none(shot()));
    }

    private void refilm() {
        ManualEngine.value(engine.await(ManualEngine.value(project.camerawork().film(shot(), Makers.AS_BEFORE))));
    }

    private void film(String camera) {
        MakeOrder.Look look = new MakeOrder.Look(SIZE, FrameRate.FILM, false, false, Artists.DRAFT, camera);
        assertInstanceOf(Made.Film.class, conductor.make(new MakeOrder(MakeOrder.Source.of("tea.fountain", SCRIPT),
                folder.resolve("film.mp4").toString(), 1, ApprovalPolicy.FIRST, look, 1), SCRIPT, NOBODY));
    }

    private void again() {
        assertInstanceOf(Made.Film.class, conductor.makeRecorded(Makers.AS_BEFORE, NOBODY));
    }

    private ShotId shot() {
        return project.snapshot().script().orElseThrow().plan().shots().getFirst().id();
    }

    private ClipTake clip() {
        return project.snapshot().clips().get(shot());
    }

    private Item.Clip inTheCut() {
        return project.snapshot()
                .cut()
                .orElseThrow()
                .items()
                .stream()
                .filter(Item.Clip.class::isInstance)
                .map(Item.Clip.class::cast)
                .findFirst()
                .orElseThrow();
    }

    /** Makes clips of another length than was asked for. */
    private static final class Dreamer implements Generator {
        private static final int FRAMES = 7;
        private final Generator camera = new CameraGenerator();

        @Override
        public Descriptor describe() {
            return new Descriptor("dreamer", "Dreamer", "1", "dream");
        }

        @Override
        public Makes makes() {
            return Makes.CLIPS;
        }

        @Override
        public Answer start(Request request, Progress progress) {
            Request.Clip clip = (Request.Clip) request;
            Request.Motion asked = clip.motion();
            return camera.start(new Request.Clip(clip.picture(),
                    new Request.Motion(asked.move(), asked.start(), asked.end(), FRAMES, ""), clip.size(), clip.rate(),
                    clip.seed(), clip.folder()), progress);
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
