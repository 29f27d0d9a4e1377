package org.filmwright.production;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
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
import org.filmwright.images.ImageTake;
import org.filmwright.review.TakeMeasures;
import org.filmwright.store.MediaVault;
import org.filmwright.store.ProjectFolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who draws is chosen for takes, is remembered by the project, and leaves a film that is there as it is. */
class ArtistsTest {
    private static final byte[] SCRIPT = "INT. KITCHEN - NIGHT\n\nMARA pours tea.\n".getBytes(StandardCharsets.UTF_8);
    private static final InstantSource CLOCK = InstantSource.system();
    private static final String OTHER = Artists.local("other");
    private static final EngineListener NOBODY = new EngineListener() {
    };

    @TempDir
    private Path folder;
    private ProjectFolder kept;
    private EngineApi engine;
    private Conductor conductor;
    private OpenProject project;

    @BeforeEach
    void open() {
        kept = ManualEngine.value(ProjectFolder.openOrCreate(folder.resolve("film.filmwright"), CLOCK));
        Records records = new Records(kept.scripts(), kept.takes(), kept.verdicts(), kept.clips(), kept.cuts(), kept
                .history(), vault(kept.vault()));
        List<Generator> artists = List.of(new DraftGenerator(CLOCK), new CameraGenerator(), new Other());
        Generators generators = new Generators(artists);
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
    void whoMakesClipsIsNotAskedForPictures() {
        assertEquals(new Artists(List.of(Artists.DRAFT, OTHER), Optional.empty()), project.artists());
    }

    @Test
    void newTakesAreDrawnByWhoIsNamedAndThenByTheSame() {
        film();
        assertEquals(Optional.of(Artists.DRAFT), project.artists().last());
        assertEquals(OTHER, drawn(one().by(Optional.of(OTHER))));
        assertEquals(Optional.of(OTHER), project.artists().last());
        assertEquals(OTHER, drawn(one()), "whoever drew last");
        assertEquals(Artists.DRAFT, drawn(one().by(Optional.of(Artists.DRAFT))));
    }

    @Test
    void oneTakeByAnotherDoesNotHaveTheFilmDrawnAnew() {
        film();
        drawn(one().by(Optional.of(OTHER)));
        assertInstanceOf(Made.Film.class, conductor.makeRecorded(Makers.drawnBy(OTHER), NOBODY));
        assertEquals(1, takes().stream().filter(take -> take.origin().generator().equals(OTHER)).count());
    }

    @Test
    void theFirstFilmIsDrawnByWhoWasChosen() {
        assertEquals(OTHER, LastOrder.film(engine, Makers.drawnBy(OTHER)).imageGenerator());
        assertEquals(Artists.DRAFT, LastOrder.film(engine, Makers.AS_BEFORE).imageGenerator());
    }

    private void film() {
        MakeOrder.Look look = new MakeOrder.Look(new FrameSize(128, 72), FrameRate.FILM, false, false, Artists.DRAFT,
                "camera");
        assertInstanceOf(Made.Film.class, conductor.make(new MakeOrder(MakeOrder.Source.of("tea.fountain", SCRIPT),
                folder.resolve("film.mp4").toString(), 1, ApprovalPolicy.FIRST, look, 1), SCRIPT, NOBODY));
    }

    private Regeneration one() {
        return Regeneration.of(List.of(takes().getFirst().shot()), 1);
    }

    /** Who drew the take that an order asks for. */
    private String drawn(Regeneration order) {
        RunId run = ManualEngine.value(project.lightTable().regenerate(order));
        ManualEngine.value(engine.await(run));
        return takes().getLast().origin().generator();
    }

    /** Of the first shot, by number. */
    private List<ImageTake> takes() {
        return project.snapshot().takesOf(project.snapshot().script().orElseThrow().plan().shots().getFirst().id());
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
