package org.filmwright.production;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.filmwright.base.Failure;
import org.filmwright.base.MediaRef;
import org.filmwright.base.Outcome;
import org.filmwright.base.ShotId;
import org.filmwright.base.TakeId;
import org.filmwright.clips.ClipTake;
import org.filmwright.engine.Choice;
import org.filmwright.engine.EngineApi;
import org.filmwright.engine.EngineListener;
import org.filmwright.engine.OpenQuestion;
import org.filmwright.engine.Question;
import org.filmwright.engine.Run;
import org.filmwright.engine.RunId;
import org.filmwright.engine.Step;
import org.filmwright.engine.StepSpec;
import org.filmwright.engine.StepState;
import org.filmwright.export.FilmFrames;
import org.filmwright.export.Renderer;
import org.filmwright.history.Change;
import org.filmwright.images.ImageTake;
import org.filmwright.images.Preview;
import org.filmwright.images.Trash;
import org.filmwright.images.Trashed;
import org.filmwright.production.sense.Senses;
import org.filmwright.review.Decision;
import org.filmwright.review.Notes;
import org.filmwright.review.Ruling;
import org.filmwright.review.Verdict;
import org.filmwright.story.Scripts;
import org.filmwright.timeline.Item;
import org.filmwright.timeline.Recording;

/** A project over its records and its engine. Snapshots are made when something was recorded, off the caller's thread. */
public final class OpenProject implements Project, EngineListener {
    private final Path folder;
    private final Records records;
    private final EngineApi engine;
    private final Queue queue;
    private final InstantSource clock;
    private final Executor background;
    private final List<Consumer<Snapshot>> listeners = new CopyOnWriteArrayList<>();
    private final AtomicReference<Optional<Snapshot>> latest = new AtomicReference<>(Optional.empty());
    private final AtomicReference<Optional<Edits.Pace>> pace = new AtomicReference<>(Optional.empty());
    private final Editing editing;
    private final LightTable lightTable;
    private final Camerawork camerawork;
    private final AskingPrice asking;
    private final Drawn drawn = new Drawn();
    /** What was read while something changed is not kept. */
    private final AtomicLong changes = new AtomicLong();

    /** Whether listeners will be told of every change up to now. */
    private final AtomicBoolean newsWaits = new AtomicBoolean();
    private final Runnable whenClosed;
    private final EngineApi.Subscription engineEvents;

    /** @param background where listeners are told; one task at a time; @param whenClosed closes what lies beneath */
    public OpenProject(Path folder, Records records, EngineApi engine, Queue queue, InstantSource clock,
            Executor background, Runnable whenClosed) {
        this.folder = folder;
        this.records = records;
        this.engine = engine;
        this.queue = queue;
        this.clock = clock;
        this.background = background;
        this.whenClosed = whenClosed;
        this.editing = new Editing(folder, records, engine, clock, background, this::changed, this::tell);
        this.lightTable = new OpenLightTable(records, editing, new MoreTakes(folder, records, engine, clock),
                new Noting(records, editing, clock), queue.likening(), queue.generators().companions());
        this.camerawork = new OpenCamerawork(folder, records, queue.generators(), engine, clock);
        this.asking = new AskingPrice(records, queue.generators(), folder);
        this.engineEvents = engine.listen(this);
    }

    @Override
    public Snapshot snapshot() {
        return latest.get().orElseGet(this::read);
    }

    /** Whoever asks while another reads gets what that one read. */
    private synchronized Snapshot read() {
        return latest.get().orElseGet(this::readAnew);
    }

    private Snapshot readAnew() {
        long version = changes.get();
        long revision = editing.revision();
        Optional<Scripts.Script> script = records.scripts().current();
        Trash trash = records.takes().trash();
        List<ImageTake> all = records.takes().all();
        Map<ShotId, List<ImageTake>> takes = drawn.byShot(all, trash);
        Map<TakeId, Verdict> verdicts = records.verdicts().all();
        Drawn.Filmed filmed = drawn.filmed(records, records.clips().all(), verdicts, script, look());
        Edits edits = new Edits(records.history().last(), records.history().next(), filmed.stale(), pace(),
                editing.saved(),
                revision, inTheTrash(all, trash), Notes.of(records.verdicts().notes(), all),
                records.verdicts().declined());
        Snapshot fresh = new Snapshot(folder, script, takes, verdicts, filmed.clips(), records.cuts().current(),
                counted(),
                edits);
        latest.set(Optional.of(fresh));
        if (version != changes.get()) {
            latest.set(Optional.empty());
        }
        return fresh;
    }

    private MakeOrder.Look look() {
        return LastOrder.look(engine);
    }

    private Edits.Pace pace() {
        Optional<Edits.Pace> known = pace.get();
        return known.isPresent()
                ? known.get()
                : pace.updateAndGet(none -> Optional.of(Pacing.of(engine, asking.of(look()))
                        .with(new AskingTime(queue.generators()).of(look().size())))).orElseThrow();
    }

    private static List<Trashed> inTheTrash(List<ImageTake> drawn, Trash trash) {
        return drawn.stream()
                .filter(take -> trash.since().containsKey(take.id()))
                .sorted(Comparator.comparing((ImageTake take) -> take.shot().value())
                        .thenComparing(ImageTake::number))
                .map(take -> new Trashed(take, trash.since().get(take.id())))
                .toList();
    }

    private Snapshot.Jobs counted() {
        List<Run> runs = engine.runs();
        return new Snapshot.Jobs(
                count(runs, StepState.PENDING) + count(runs, StepState.READY) + count(runs, StepState.RETRY_WAIT),
                count(runs, StepState.RUNNING) + count(runs, StepState.WAITING_EXTERNAL),
                count(runs, StepState.FAILED), count(runs, StepState.SUCCEEDED));
    }

    private static int count(List<Run> runs, StepState state) {
        return runs.stream().mapToInt(run -> run.count(state)).sum();
    }

    @Override
    public Subscription listen(Consumer<Snapshot> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public Outcome<Change> decide(List<TakeId> takes, Decision decision) {
        String person = System.getProperty("user.name");
        Outcome<Change> decided = editing.decide(takes, decision, person);
        if (decided instanceof Outcome.Ok<Change>(Change change)) {
            approved(change).forEach(take -> answerGate(take, person));
        }
        return decided;
    }

    private Stream<ImageTake> approved(Change change) {
        Stream<Change.Ruled> made = switch (change) {
            case Change.Ruled one -> Stream.of(one);
            case Change.RuledTogether(var each) -> each.stream();
            case Change.Wrote _,Change.Trashed _,Change.TrashedTogether _,Change.Directed _,Change.Worded _,Change.Portrayed _,Change.Noted _,Change.Declined _,Change.Recut _,Change.SceneMoved _ -> Stream
                    .empty();
        };
        return made.map(Change.Ruled::verdict)
                .filter(verdict -> verdict.ruling() == Ruling.APPROVED)
                .flatMap(verdict -> records.takes().find(verdict.take()).stream());
    }

    @Override
    public Editor editor() {
        return editing;
    }

    @Override
    public LightTable lightTable() {
        return lightTable;
    }

    @Override
    public Camerawork camerawork() {
        return camerawork;
    }

    private void answerGate(ImageTake take, String person) {
        engine.questions()
                .stream()
                .filter(open -> asksAbout(open, take.shot()))
                .forEach(open -> engine
                        .decide(open.step(), new Choice(answer(open.question(), take), "", person, clock.instant())));
    }

    /** A take that the gate has not heard of is circled all the same: what is recorded counts before any answer. */
    private static String answer(Question question, ImageTake take) {
        String choice = CircleTake.choice(take.number());
        return question.option(choice).map(Question.Option::choice).orElse(question.options().getFirst().choice());
    }

    /** Whether it is the question which take of a shot to circle. A verdict answers no other: not what a take may cost. */
    private boolean asksAbout(OpenQuestion open, ShotId shot) {
        return engine.steps(open.run())
                .stream()
                .filter(step -> step.id().equals(open.step()))
                .filter(step -> step.work() instanceof StepSpec.Work.Task task
                        && task.handler().equals(MakeSteps.CIRCLE))
                .anyMatch(step -> Json.read(step.input(), StepOrder.class).shot().equals(shot.value()));
    }

    @Override
    public Outcome<MediaRef> relink(MediaRef media, Path file) {
        return new Relinking(records.vault()).of(media, file);
    }

    @Override
    public Outcome<Recording> record(Path sound) {
        return records.vault().adoptSound(sound);
    }

    @Override
    public Path derived(MediaRef media, String what) {
        return records.vault().derived(media, what);
    }

    @Override
    public Path file(MediaRef media) {
        return records.vault().file(media);
    }

    @Override
    public Path preview(MediaRef media, Preview size) {
        return records.vault().preview(media, size);
    }

    @Override
    public Outcome<FilmFrames> play(int maxWidth) {
        Vault vault = records.vault();
        return records.cuts()
                .current()
                .map(cut -> Renderer.preview(cut, maxWidth, this::file, vault::proxy).<FilmFrames>then(film -> {
                    IntStream.rangeClosed(0, cut.tracks().size())
                            .mapToObj(cut::track)
                            .flatMap(track -> track.items().stream())
                            .filter(Item.Clip.class::isInstance)
                            .map(Item.Clip.class::cast)
                            .forEach(clip -> vault.wanted(clip.media()));
                    return Outcome.ok(film);
                }))
                .orElseGet(() -> Outcome.failed(new Failure.Refused("There is no cut yet.",
                        "Make the film, or approve shots and assemble them.")));
    }

    @Override
    public Outcome<RunId> export(Export wanted) {
        return ExportOrder.start(wanted, storage().exports(), records, engine);
    }

    @Override
    public Senses senses() {
        return queue.likening().map(Likening::senses).orElse(Senses.NONE);
    }

    @Override
    public JobQueue jobs() {
        return queue.jobs();
    }

    /** What the studio shows of the engine, and of how the project was found. @param recovery present after an unclean end */
    public record Queue(JobQueue jobs, Optional<Recovery> recovery, List<String> news, Generators generators,
            Optional<Crew> crew, Optional<Workflows> workflows, Optional<Likening> likening) {
        /** One in which nobody draws, so that nothing has a price. */
        public Queue(JobQueue jobs, Optional<Recovery> recovery, List<String> news) {
            this(jobs, recovery, news, new Generators(List.of()), Optional.empty(), Optional.empty());
        }

        /** One in which nobody compares takes. */
        public Queue(JobQueue jobs, Optional<Recovery> recovery, List<String> news, Generators generators,
                Optional<Crew> crew, Optional<Workflows> workflows) {
            this(jobs, recovery, news, generators, crew, workflows, Optional.empty());
        }

        /** The same, where takes can be compared. */
        public Queue comparing(Likening likening) {
            return new Queue(jobs, recovery, news, generators, crew, workflows, Optional.of(likening));
        }
    }

    @Override
    public Artists artists() {
        return new Artists(queue.generators().artists(), LastOrder.artist(engine), queue.generators().tariffs());
    }

    @Override
    public Filmers filmers() {
        return new Filmers(queue.generators().filmers(), LastOrder.filmer(engine), queue.generators().tariffs());
    }

    @Override
    public Optional<Crew> crew() {
        return queue.crew();
    }

    @Override
    public Optional<Workflows> workflows() {
        return queue.workflows();
    }

    @Override
    public Optional<Recovery> recovery() {
        return queue.recovery();
    }

    @Override
    public List<String> news() {
        return queue.news();
    }

    @Override
    public Spending spending() {
        return new EngineSpending(engine);
    }

    @Override
    public Storage storage() {
        return new Storage(folder);
    }

    @Override
    public void runChanged(Run run) {
        if (run.state().ended()) {
            pace.set(Optional.empty());
        }
        changed();
    }

    @Override
    public void stepChanged(Step step) {
        changed();
    }

    /** Tells listeners once for any number of changes that come while one is being told. */
    private void changed() {
        changes.incrementAndGet();
        latest.set(Optional.empty());
        if (!newsWaits.getAndSet(true)) {
            background.execute(() -> {
                newsWaits.set(false);
                listeners.forEach(listener -> listener.accept(snapshot()));
            });
        }
    }

    /** Tells listeners what is new, here. */
    private void tell() {
        changes.incrementAndGet();
        latest.set(Optional.empty());
        listeners.forEach(listener -> listener.accept(snapshot()));
    }

    @Override
    public void close() {
        engineEvents.close();
        listeners.clear();
        whenClosed.run();
    }
}
