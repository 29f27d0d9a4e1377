package org.filmwright;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.filmwright.agents.AgentLibrary;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;
import org.filmwright.base.Progress;
import org.filmwright.base.Region;
import org.filmwright.clips.ClipMeasures;
import org.filmwright.engine.Engine;
import org.filmwright.engine.EngineApi;
import org.filmwright.engine.EngineListener;
import org.filmwright.engine.EngineSettings;
import org.filmwright.engine.Run;
import org.filmwright.engine.RunState;
import org.filmwright.engine.StepHandler;
import org.filmwright.engine.StepState;
import org.filmwright.engine.ThreadCrew;
import org.filmwright.generate.Generator;
import org.filmwright.generate.camera.CameraGenerator;
import org.filmwright.generate.cloud.ComfyPainter;
import org.filmwright.generate.cloud.Offering;
import org.filmwright.generate.draft.DraftGenerator;
import org.filmwright.media.ClipMeter;
import org.filmwright.media.MediaException;
import org.filmwright.media.PictureMeter;
import org.filmwright.media.Still;
import org.filmwright.keys.KeyCabinet;
import org.filmwright.production.AgentWork;
import org.filmwright.production.Artists;
import org.filmwright.production.Conductor;
import org.filmwright.production.Consultation;
import org.filmwright.production.EngineJobs;
import org.filmwright.production.Generators;
import org.filmwright.production.JobQueue;
import org.filmwright.production.Lanes;
import org.filmwright.production.Likening;
import org.filmwright.production.MakeHandlers;
import org.filmwright.production.Manuscripts;
import org.filmwright.production.Notetaker;
import org.filmwright.production.OpenCrew;
import org.filmwright.production.OpenProject;
import org.filmwright.production.OpenWorkflows;
import org.filmwright.production.Preferences;
import org.filmwright.production.Project;
import org.filmwright.production.Records;
import org.filmwright.production.Recovery;
import org.filmwright.production.Vault;
import org.filmwright.production.models.Devices;
import org.filmwright.production.sense.Senses;
import org.filmwright.review.TakeMeasures;
import org.filmwright.store.FarmAddress;
import org.filmwright.store.FarmNode;
import org.filmwright.store.ProjectFolder;
import org.filmwright.store.Waypoint;

/** The composition root: builds a project's house in order, and closes it in the opposite one. */
final class Wiring implements AutoCloseable {
    private static final String CAMERA = "camera";

    /** A server at home takes one after the other anyhow; those elsewhere let one ask for several at once. */
    private static final int WRITERS = 4;

    private static final InstantSource CLOCK = Clock.systemUTC();

    private final Deque<Runnable> toClose = new ArrayDeque<>();
    private final ProjectFolder folder;
    private final Records records;
    private final LocalModels models;
    private final EngineApi engine;
    private final JobQueue jobs;
    private final Generators generators;
    private final OpenCrew crew;
    private final Likening likening;
    private final Manuscripts manuscripts = new Manuscripts();
    private final Optional<Recovery> recovery;

    private Wiring(ProjectFolder folder, Map<String, Integer> lanes, Optional<Recovery> recovery, KeyCabinet keys) {
        this.folder = folder;
        this.recovery = recovery;
        toClose.push(folder::close);
        Caretaker caretaker = new Caretaker(folder.upkeep(CLOCK));
        toClose.push(caretaker::close);
        ProjectVault vault = new ProjectVault(folder, true);
        toClose.push(vault::close);
        records = records(folder, vault);
        models = LocalModels.here(folder.root());
        toClose.push(models::close);
        Optional<ArtistDesk> elsewhere = elsewhere(lanes, keys, folder.root());
        elsewhere.ifPresent(desk -> toClose.push(desk::close));
        List<Generator> artists = Stream.of(List.of(new DraftGenerator(CLOCK), new CameraGenerator()),
                models.generators(), elsewhere.map(ArtistDesk::generators).orElse(List.of()))
                .flatMap(List::stream)
                .toList();
        artists.forEach(artist -> toClose.push(artist::close));
        likening = likening(folder, records, models, background());
        toClose.push(likening::close);
        generators = new Generators(artists, models.companions());
        WriterDesk writers = WriterDesk.with(keys, folder.root());
        toClose.push(writers::close);
        Map<String, StepHandler> handlers = new HashMap<>(
                MakeHandlers.of(records, generators, Wiring::measure, folder.output(), CLOCK, Optional.of(likening),
                        Wiring::gauge));
        Preferences preferences = PreferenceFile.here();
        AgentLibrary library = new AgentLibrary(AgentsCommand.folders(folder.root()));
        AgentWork agents = new AgentWork(library, writers::generator, AgentWork.screenplays(records), preferences,
                manuscripts);
        handlers.put(AgentWork.ANY, agents);
        handlers.putAll(MakeHandlers.directing(records, agents));
        engine = Engine.open(folder.ledger(), handlers,
                new EngineSettings(Lanes.of(lanes, elsewhere.map(ArtistDesk::generators).orElse(List.of())),
                        folder.staging(), CLOCK, new SecureRandom(),
                        media -> Files.isRegularFile(folder.vault().file(media))),
                new ThreadCrew())
                .as(Desk.person());
        engine.listen(caretaker);
        engine.listen(vault.background());
        engine.listen(likening);
        crew = new OpenCrew(engine, library, writers::generator, records, preferences, CLOCK);
        engine.listen(crew);
        engine.listen(new Notetaker(engine, library, preferences));
        toClose.push(engine::close);
        jobs = new EngineJobs(records, engine, lanes, folder.root().resolve("cache"), CLOCK);
    }

    /**
     * Keys are a person's and do not travel: a machine that only works for somebody asks nobody else. Where the list of
     * providers cannot be read nobody is asked either; whoever orders a film of them is told why.
     */
    private static Optional<ArtistDesk> elsewhere(Map<String, Integer> lanes, KeyCabinet keys, Path project) {
        return lanes.containsKey(AgentWork.LANE)
                ? ArtistDesk.with(keys, project)
                        .<Optional<ArtistDesk>>then(desk -> Outcome.ok(Optional.of(desk)))
                        .orElse(_ -> Optional.empty())
                : Optional.empty();
    }

    static InstantSource clock() {
        return CLOCK;
    }

    /** Who compares takes with their prompts, not before it is told to begin. */
    static Likening likening(ProjectFolder folder, Records records, LocalModels models, ExecutorService background) {
        return new Likening(records, folder.matches(),
                new Senses(models.companions(), folder.root().resolve("cache")), background, Set.of(LocalModels.LANE));
    }

    /** A thread that leaves the machine to the others, and ends by itself when there is nothing to do. */
    static ExecutorService background() {
        return new ThreadPoolExecutor(0, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), Thread.ofPlatform()
                .daemon()
                .priority(Thread.MIN_PRIORITY)
                .name("likening")
                .factory(), new ThreadPoolExecutor.DiscardPolicy());
    }

    /** Not on a farm: all its machines would compare the same. */
    private Wiring comparing() {
        likening.begin();
        return this;
    }

    /** Opens or starts a project that works: with lanes for every core of this machine. */
    static Outcome<Wiring> openOrCreate(Path project) {
        return openOrCreate(project, OwnKeys.here());
    }

    static Outcome<Wiring> openOrCreate(Path project, KeyCabinet keys) {
        return ProjectFolder.openOrCreate(project, CLOCK)
                .then(folder -> Outcome.ok(new Wiring(folder, allLanes(), Optional.empty(), keys).comparing()));
    }

    /** The same in a drill, which is told where its process is. */
    static Outcome<Wiring> drilled(Path project, Waypoint waypoint) {
        return ProjectFolder.openOrCreate(project, CLOCK, waypoint)
                .then(folder -> Outcome.ok(new Wiring(folder, allLanes(), Optional.empty(), OwnKeys.here())));
    }

    /** Opens a project that exists; after an unclean end its jobs rest until somebody lets them go on. */
    static Outcome<Wiring> open(Path project) {
        return open(project, OwnKeys.here());
    }

    static Outcome<Wiring> open(Path project, KeyCabinet keys) {
        return ProjectFolder.open(project, CLOCK)
                .then(folder -> Outcome.ok(new Wiring(folder, allLanes(), rested(folder), keys).comparing()));
    }

    /** An engine without lanes starts nothing: it takes up what was left, and lets it rest. */
    private static Optional<Recovery> rested(ProjectFolder folder) {
        return folder.lastWriteBeforeUncleanEnd().map(upTo -> {
            int stopped = folder.ledger().view().inState(StepState.RUNNING).size();
            try (EngineApi engine = Engine.open(folder.ledger(), Map.of(),
                    new EngineSettings(Map.of(), folder.staging(), CLOCK, new SecureRandom()), new ThreadCrew())) {
                engine.runs()
                        .stream()
                        .filter(run -> run.state() == RunState.RUNNING)
                        .forEach(run -> engine.pause(run.id()));
            }
            return new Recovery(upTo, stopped);
        });
    }

    /** Joins a farm: the rows are on a server, the media in a folder that all its workers share. */
    static Outcome<Wiring> join(FarmAddress address, Path media, FarmNode node, Map<String, Integer> lanes) {
        return ProjectFolder.join(address, media, node)
                .then(folder -> Outcome.ok(new Wiring(folder, lanes, Optional.empty(), OwnKeys.here())));
    }

    /** What a machine of a farm can do at once. */
    static Map<String, Integer> lanes() {
        int cores = Runtime.getRuntime().availableProcessors();
        return LocalModels.shelf().all().isEmpty()
                ? Map.of("cpu", cores, "media", cores)
                : Map.of("cpu", cores, "media", cores, LocalModels.LANE, LocalModels.room());
    }

    /** Who can draw: the storyboard artist, the models of this machine, and those elsewhere. */
    static Set<String> imageGenerators() {
        Set<String> ids = new TreeSet<>(Set.of(Artists.DRAFT));
        LocalModels.painters().forEach(model -> ids.add(Artists.local(model.name())));
        ids.addAll(ArtistDesk.ids(Offering.Makes.IMAGE));
        return ids;
    }

    /** Who can make clips: the camera, and those elsewhere. */
    static Set<String> clipGenerators() {
        Set<String> ids = new TreeSet<>(Set.of(CAMERA));
        ids.addAll(ArtistDesk.ids(Offering.Makes.CLIP));
        return ids;
    }

    /** The lanes of a machine that makes films, with the one for the film itself. */
    private static Map<String, Integer> allLanes() {
        return withFilm(lanes());
    }

    /** The lanes of whoever orders a film: some of the work, the film itself, and those who write, with their keys. */
    static Map<String, Integer> withFilm(Map<String, Integer> some) {
        Map<String, Integer> all = new HashMap<>(some);
        all.put(MakeHandlers.FILM_LANE, 1);
        all.put(AgentWork.LANE, WRITERS);
        if (ArtistDesk.ids(Offering.Makes.IMAGE).stream().anyMatch(id -> id.startsWith(ComfyPainter.ID + ":"))) {
            all.put(ComfyPainter.ID, 1);
        }
        return all;
    }

    /** What was mended when the project was opened, and what was kept. */
    List<String> news() {
        return Stream.concat(folder.news().stream(), ArtistDesk.trouble().stream()).toList();
    }

    /** Works until nothing can be recorded any more. */
    Failure work(EngineListener listener) throws InterruptedException {
        try (EngineApi.Subscription _ = engine.listen(listener)) {
            return engine.awaitTrouble();
        }
    }

    Conductor conductor() {
        return new Conductor(folder.root(), records, engine, CLOCK);
    }

    /** Where its models paint. @param memory of this machine, in bytes */
    Devices devices(long memory) {
        return new PaintingDevices(models.runners(), memory);
    }

    Consultation consultation() {
        return new Consultation(engine, CLOCK);
    }

    EngineApi engine() {
        return engine;
    }

    void cancel(Run run) {
        engine.cancel(run.id());
    }

    /** The project as the studio sees it; closing it closes everything. */
    Project project() {
        ExecutorService news = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), Thread
                .ofPlatform()
                .daemon()
                .name("project-news")
                .factory(), new ThreadPoolExecutor.DiscardPolicy()); // what is heard while it is closed is nobody's news
        toClose.push(news::close);
        return new OpenProject(folder.root(), records, engine,
                new OpenProject.Queue(jobs, recovery, news(), generators, Optional.of(crew),
                        Optional.of(new OpenWorkflows(folder.root(), records, engine, conductor(), manuscripts,
                                new OpenWorkflows.Sellers(generators, WorkflowEstimate::paidWriter))))
                        .comparing(likening),
                CLOCK,
                news,
                this::close);
    }

    private static Outcome<TakeMeasures> measure(Path picture, Region subject) {
        try {
            PictureMeter meter = PictureMeter.of(Still.read(picture), subject);
            return Outcome.ok(new TakeMeasures(meter.sharpness(), meter.contrast(), meter.subjectContrast(),
                    meter.clipped()));
        } catch (MediaException e) {
            return Outcome.failed(e.failure());
        }
    }

    private static Outcome<ClipMeasures> gauge(Path clip, Path picture, Progress progress) {
        try {
            return Outcome.ok(ClipReport.measures(ClipMeter.of(clip, Optional.of(Still.read(picture)), progress)));
        } catch (MediaException e) {
            return Outcome.failed(e.failure());
        }
    }

    /** What a project holds, for those who only read. */
    static Records records(ProjectFolder folder) {
        return records(folder, new ProjectVault(folder, false));
    }

    private static Records records(ProjectFolder folder, Vault vault) {
        return new Records(folder.scripts(), folder.takes(), folder.verdicts(), folder.clips(), folder.cuts(),
                folder.history(), vault);
    }

    Records records() {
        return records;
    }

    /** Everybody who can draw and film here. */
    Generators generators() {
        return generators;
    }

    @Override
    public synchronized void close() {
        if (!toClose.isEmpty()) {
            try {
                toClose.pop().run();
            } finally {
                close();
            }
        }
    }
}
