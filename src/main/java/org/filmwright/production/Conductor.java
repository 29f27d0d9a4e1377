package org.filmwright.production;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.filmwright.base.Digest;
import org.filmwright.base.Failure;
import org.filmwright.base.MediaRef;
import org.filmwright.base.Outcome;
import org.filmwright.base.TakeId;
import org.filmwright.engine.Cost;
import org.filmwright.engine.EngineApi;
import org.filmwright.engine.EngineListener;
import org.filmwright.engine.OpenQuestion;
import org.filmwright.engine.Run;
import org.filmwright.engine.RunId;
import org.filmwright.engine.RunState;
import org.filmwright.engine.Step;
import org.filmwright.engine.StepId;
import org.filmwright.engine.StepSpec;
import org.filmwright.engine.StepState;
import org.filmwright.review.ApprovedImage;
import org.filmwright.review.Verdict;
import org.filmwright.story.ScriptFile;
import org.filmwright.story.Scripts;
import org.filmwright.story.Shot;
import org.filmwright.story.ShotPlan;

/** The use cases of an open project: what studio, command line and server ask for. */
public final class Conductor {
    /** Under which extension a screenplay lies among the media. */
    static final String SCRIPT = "fountain";
    /** And a story in prose. */
    static final String PROSE = "txt";

    private final Path folder;
    private final Records records;
    private final EngineApi engine;
    private final InstantSource clock;

    public Conductor(Path folder, Records records, EngineApi engine, InstantSource clock) {
        this.folder = folder;
        this.records = records;
        this.engine = engine;
        this.clock = clock;
    }

    /**
     * The main job: blocks until the film is there, a person is needed, or it failed. An order that was interrupted goes
     * on where it stopped; one whose film is there is done at once.
     *
     * @param script the bytes of the screenplay
     */
    public Made make(MakeOrder order, byte[] script, EngineListener listener) {
        try (EngineApi.Subscription _ = engine.listen(listener)) {
            return taken(MakeSteps.MAKE, order, script).then(run -> Outcome.ok(ended(run)))
                    .orElse(Made.Failed::new);
        }
    }

    /**
     * Starts a workflow on a screenplay, or goes on with it: blocks until it has ended or cannot go on by itself. The
     * same order is the same run.
     */
    public Outcome<Run> start(String workflow, MakeOrder order, byte[] script, EngineListener listener) {
        try (EngineApi.Subscription _ = engine.listen(listener)) {
            return taken(workflow, order, script);
        }
    }

    /** Starts a workflow on a screenplay, or goes on with it, and does not wait. */
    Outcome<Run> begin(String workflow, MakeOrder order, byte[] script) {
        return keep(script, SCRIPT).then(_ -> turn().take(workflow, order))
                .then(id -> renewed(engine.run(id).orElseThrow()));
    }

    /** Goes on with a run: blocks until it has ended or cannot go on by itself. */
    public Outcome<Run> goOn(RunId run, EngineListener listener) {
        try (EngineApi.Subscription _ = engine.listen(listener)) {
            return turn().goOn(run).then(engine::await);
        }
    }

    /** The same, and does not wait. */
    Outcome<RunId> resume(RunId run) {
        return turn().goOn(run);
    }

    private Turn turn() {
        return new Turn(records, engine, clock, new FilmWorkflows(folder));
    }

    /** The screenplay that the project stands on now. */
    public Optional<Scripts.Script> script() {
        return records.scripts().current();
    }

    private Outcome<Run> taken(String workflow, MakeOrder order, byte[] script) {
        return begin(workflow, order, script).then(run -> engine.await(run.id()));
    }

    /** Records a screenplay and its plan without making anything of it yet. */
    public Outcome<ShotPlan> begin(ScriptFile script, long seed) {
        return keep(script.bytes(), SCRIPT).then(_ -> {
            String name = script.path().getFileName().toString();
            return Outcome.ok(new Planning(records, clock).settle(name, script.screenplay(), seed));
        });
    }

    /** The same of what a film begins with. */
    public Outcome<ShotPlan> begin(Beginning from, long seed) {
        return ScriptFile.of(Path.of(from.source().fileName()), from.bytes()).then(script -> begin(script, seed));
    }

    /**
     * Makes the film of the recorded script, looking as the last one, into the project's own exports.
     *
     * @param chosen who draws the first one, and who films it
     */
    public Made makeRecorded(Makers chosen, EngineListener listener) {
        return records.scripts().current().map(script -> {
            byte[] bytes = script.text().getBytes(StandardCharsets.UTF_8);
            Path film = folder.resolve("exports").resolve("film.mp4");
            MakeOrder usual = MakeOrder.usual(script.fileName(), bytes, film, script.plan().seed());
            return make(usual.looking(LastOrder.film(engine, chosen)), bytes, listener);
        })
                .orElseGet(() -> new Made.Failed(new Failure.Refused("This project has no screenplay yet.",
                        "Import one first.")));
    }

    /** Keeps the prose that a film is told in, beside the screenplay that is made of it. */
    public Outcome<MediaRef> keepProse(byte[] prose) {
        return keep(prose, PROSE);
    }

    /** The screenplay that was made of a prose in this project, as it stands now: a person may have written on. */
    public Optional<Scripts.Script> screenplayOf(byte[] prose) {
        String digest = Digest.of(prose).hex();
        return records.scripts()
                .current()
                .filter(script -> engine.runs()
                        .stream()
                        .map(run -> Json.tree(run.input()).path("make").path("script"))
                        .anyMatch(source -> source.at("/told/digest").asText().equals(digest)
                                && source.path("fileName").asText().equals(script.fileName())));
    }

    private Outcome<MediaRef> keep(byte[] script, String extension) {
        MediaRef known = new MediaRef(Digest.of(script), extension);
        if (Files.isRegularFile(records.vault().file(known))) {
            return Outcome.ok(known);
        }
        try {
            Path staged = Files.createTempFile(folder, "script", ".part");
            Files.write(staged, script);
            return records.vault().publish(staged, extension);
        } catch (IOException e) {
            return Outcome.failed(new Failure.Exhausted("disk",
                    "Cannot write into the project " + folder + ": " + e.getMessage() + ". Nothing was made."));
        }
    }

    /** A finished run does again what is no longer true: shots with another take circled since, a film that is gone or cut anew. */
    private Outcome<Run> renewed(Run run) {
        if (run.state() != RunState.SUCCEEDED) {
            return Outcome.ok(run);
        }
        return engine.steps(run.id())
                .stream()
                .filter(this::isOutdated)
                .map(step -> engine.retry(again(step)))
                .reduce(Outcome.ok(run), (before, next) -> before.then(_ -> next));
    }

    /** A film is exported from its own cut, which may not be the one that stands now. */
    private StepId again(Step outdated) {
        return outdated.path().equals(MakeSteps.EXPORT)
                ? step(outdated.run(), MakeSteps.ASSEMBLE).orElseThrow().id()
                : outdated.id();
    }

    private boolean isOutdated(Step step) {
        if (!(step.work() instanceof StepSpec.Work.Task task) || step.state() != StepState.SUCCEEDED) {
            return false;
        }
        return switch (task.handler()) {
            case MakeSteps.CIRCLE -> !circled(step).equals(before(step));
            case MakeSteps.EXPORT -> !isThere(film(step)) || editedSince(step.run());
            default -> false;
        };
    }

    /** Whether the cut was edited by hand since the film was exported. */
    private boolean editedSince(RunId run) {
        return records.cuts()
                .edited()
                .filter(cut -> step(run, MakeSteps.ASSEMBLE).flatMap(step -> step.ending().output())
                        .map(AssembleFilm::cutIn)
                        .filter(cut::equals)
                        .isEmpty())
                .isPresent();
    }

    private static Optional<TakeId> before(Step step) {
        return step.ending().output().map(CircleTake::takeIn);
    }

    /** What gave way to the take of another film is still that of this one. */
    private Optional<TakeId> circled(Step step) {
        CurrentPlan plan = new CurrentPlan(records);
        Optional<TakeId> before = before(step);
        Shot shot = plan.shot(Json.read(step.input(), StepOrder.class).shot());
        return new Approvals(records).of(plan.plan(), shot, before.stream().toList())
                .map(ApprovedImage::take)
                .or(() -> before.filter(take -> records.verdicts().latest(take).filter(Verdict::gaveWay).isPresent()));
    }

    private static boolean isThere(MakeReport.Film film) {
        Path file = Path.of(film.path());
        try {
            return Files.isRegularFile(file) && Digest.ofFile(file).hex().equals(film.sha256());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Made ended(Run run) {
        return switch (run.state()) {
            case SUCCEEDED -> new Made.Film(report(run));
            case FAILED -> new Made.Failed(run.failure().orElse(new Failure.Bug("make.failed", "The job failed.")));
            case CANCELLED, CANCELLING -> new Made.Failed(new Failure.Refused("The job was cancelled.",
                    "Everything made so far is kept; start it again to go on."));
            case PAUSED, PAUSING -> new Made.Failed(new Failure.Refused("The job is paused.",
                    "Everything made so far is kept; resume it to go on."));
            case CREATED, RUNNING -> missing(run).<Made>map(Made.Failed::new)
                    .orElseGet(() -> new Made.Waiting(questions(run)));
        };
    }

    /** What nothing here can do, where the job waits for that alone. */
    private Optional<Failure> missing(Run run) {
        return run.count(StepState.PARKED) == 0 || run.count(StepState.WAITING_DECISION) > 0
                ? Optional.empty()
                : engine.steps(run.id())
                        .stream()
                        .filter(step -> step.state() == StepState.PARKED)
                        .findFirst()
                        .flatMap(step -> step.ending().failure());
    }

    /** Its own questions; where it has none, it waits at a cap for which another job asks. */
    private List<OpenQuestion> questions(Run run) {
        List<OpenQuestion> all = engine.questions();
        List<OpenQuestion> own = all.stream().filter(question -> question.run().equals(run.id())).toList();
        return own.isEmpty() && run.waitsForPerson() ? all : own;
    }

    private MakeReport report(Run run) {
        ShotPlan plan = records.scripts().current().orElseThrow().plan();
        List<Step> steps = engine.steps(run.id());
        return new MakeReport(folder, plan.scenes().size(), plan.shots().size(), Stages.done(steps, MakeSteps.DRAW),
                Stages.done(steps, MakeSteps.CLIP), film(step(run.id(), MakeSteps.EXPORT).orElseThrow()), byState(run),
                costs(run), Stages.of(steps), remarks(steps));
    }

    private static List<String> remarks(List<Step> steps) {
        return steps.stream()
                .filter(step -> step.state() == StepState.SUCCEEDED && step.path().endsWith("/" + MakeSteps.CLIP))
                .flatMap(step -> step.ending().output().flatMap(RenderClip::instead).stream())
                .toList();
    }

    private MakeReport.Costs costs(Run run) {
        return MakeReport.Costs.of(engine.spending()
                .costs(Cost.By.RUN)
                .stream()
                .filter(cost -> cost.on().equals(run.id().value()) && cost.unpriced() == 0)
                .map(cost -> cost.charged().plus(cost.open()))
                .toList());
    }

    private static Map<String, Integer> byState(Run run) {
        return run.counts()
                .entrySet()
                .stream()
                .collect(
                        Collectors.toMap(entry -> entry.getKey().name().toLowerCase(Locale.ROOT), Map.Entry::getValue));
    }

    private static MakeReport.Film film(Step export) {
        return Json.read(export.ending().output().orElseThrow(), MakeReport.Film.class);
    }

    private Optional<Step> step(RunId run, String path) {
        return engine.steps(run).stream().filter(step -> step.path().equals(path)).findFirst();
    }
}
