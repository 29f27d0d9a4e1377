package org.filmwright.production;

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
import org.filmwright.base.Outcome;
import org.filmwright.base.ShotId;
import org.filmwright.engine.Engine;
import org.filmwright.engine.EngineApi;
import org.filmwright.engine.EngineListener;
import org.filmwright.engine.EngineSettings;
import org.filmwright.engine.ManualEngine;
import org.filmwright.engine.RunId;
import org.filmwright.engine.ThreadCrew;
import org.filmwright.generate.Companions;
import org.filmwright.generate.Generator;
import org.filmwright.images.ImageTake;
import org.filmwright.review.TakeMeasures;
import org.filmwright.store.ProjectFolder;

/** A small film of one scene in a project with its engine and its studio, made by artists of the test's own. */
final class KitchenFilm implements AutoCloseable {
    static final InstantSource CLOCK = InstantSource.system();
    private static final byte[] SCRIPT = "INT. KITCHEN - NIGHT\n\nMARA pours tea.\n".getBytes(StandardCharsets.UTF_8);
    private static final EngineListener NOBODY = new EngineListener() {
    };

    final Records records;
    final EngineApi engine;
    final Conductor conductor;
    final OpenProject project;
    private final ProjectFolder kept;
    private final Path folder;

    /** Opens it, or begins it where there is none. @param folder where the project and its film lie */
    KitchenFilm(Path folder, List<Generator> artists, Companions companions) {
        this.folder = folder;
        kept = ManualEngine.value(ProjectFolder.openOrCreate(folder.resolve("film.filmwright"), CLOCK));
        records = new Records(kept.scripts(), kept.takes(), kept.verdicts(), kept.clips(), kept.cuts(), kept
                .history(), new KeptVault(kept.vault(), folder.resolve("unfinished")));
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

    @Override
    public void close() {
        project.close();
        engine.close();
        kept.close();
    }

    /** Has it made for the first time. */
    void make(String artist) {
        make(artist, Filmers.CAMERA);
    }

    /** The same, filmed by somebody else. */
    void make(String artist, String filmer) {
        MakeOrder.Look look = new MakeOrder.Look(new FrameSize(128, 72), FrameRate.FILM, false, false, artist,
                filmer);
        assertInstanceOf(Made.Film.class, conductor.make(new MakeOrder(MakeOrder.Source.of("tea.fountain", SCRIPT),
                folder.resolve("film.mp4").toString(), 1, ApprovalPolicy.FIRST, look, 1), SCRIPT, NOBODY));
    }

    /** Has it made as before. @param artist who draws from now on */
    void makeAgain(Makers artist) {
        assertInstanceOf(Made.Film.class, conductor.makeRecorded(artist, NOBODY));
    }

    /** Waits for what was ordered. */
    void await(Outcome<RunId> order) {
        ManualEngine.value(engine.await(ManualEngine.value(order)));
    }

    ShotId firstShot() {
        return project.snapshot().script().orElseThrow().plan().shots().getFirst().id();
    }

    /** Of the first shot, by number. */
    List<ImageTake> takes() {
        return project.snapshot().takesOf(firstShot());
    }
}
