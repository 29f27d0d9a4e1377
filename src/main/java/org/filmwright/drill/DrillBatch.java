package org.filmwright.drill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.filmwright.base.Digest;
import org.filmwright.base.MediaRef;
import org.filmwright.base.Outcome;
import org.filmwright.base.ShotId;
import org.filmwright.base.TakeId;
import org.filmwright.engine.Engine;
import org.filmwright.engine.EngineApi;
import org.filmwright.engine.EngineSettings;
import org.filmwright.engine.Purchase;
import org.filmwright.engine.Question;
import org.filmwright.engine.RunSpec;
import org.filmwright.engine.StepContext;
import org.filmwright.engine.StepHandler;
import org.filmwright.engine.StepResult;
import org.filmwright.engine.StepSpec;
import org.filmwright.engine.ThreadCrew;
import org.filmwright.review.Verdict;
import org.filmwright.store.ProjectFolder;

/**
 * A project with batches of the shape of real work, made to be killed: free pictures, bought pictures, verdicts, gates.
 * Whatever is acknowledged is said out loud, so that it can be looked for afterwards.
 */
final class DrillBatch implements AutoCloseable {
    static final int SHOTS = 6;
    private static final InstantSource CLOCK = Clock.systemUTC();
    private static final Question GATE = new Question("Is the take good?", List.of(
            Question.Option.toHandler("yes", "Yes", "It is sharp."),
            Question.Option.toHandler("too", "Yes, too", "It will do.")));
    private final ProjectFolder project;
    private final Path provider;
    private final Consumer<String> words;
    private final EngineApi engine;

    private DrillBatch(ProjectFolder project, Path provider, Consumer<String> words, Map<String, Integer> lanes) {
        this.project = project;
        this.provider = provider;
        this.words = words;
        Map<String, StepHandler> handlers = Map.of("plan", _ -> plan(), "draw", this::draw, "buy", this::buy, "circle",
                this::circle, "cut", context -> StepResult.done("{\"clips\":" + context.upstream().size() + "}"));
        this.engine = Engine.open(project.ledger(), handlers,
                new EngineSettings(lanes, project.staging(), CLOCK, new SplittableRandom(1)), new ThreadCrew());
    }

    /** @param work whether it is to be worked on, or only looked at */
    static Outcome<DrillBatch> open(Path folder, boolean work, Consumer<String> words) {
        Map<String, Integer> lanes = work ? Map.of("cpu", 2, "net", 3) : Map.of();
        return ProjectFolder.openOrCreate(folder.resolve("drill.filmwright"), CLOCK)
                .then(project -> Outcome.ok(new DrillBatch(project, provider(folder), words, lanes)));
    }

    static Path provider(Path folder) {
        return folder.resolve("provider");
    }

    static InstantSource clock() {
        return CLOCK;
    }

    static RunSpec spec(int batch) {
        return new RunSpec("drill", "batch " + batch, "{}", List.of(StepSpec.task("plan", "plan", "cpu", "{}",
                List.of())));
    }

    ProjectFolder project() {
        return project;
    }

    EngineApi engine() {
        return engine;
    }

    private StepResult plan() {
        Stream<StepSpec> shots = IntStream.range(0, SHOTS).boxed().flatMap(DrillBatch::shot);
        List<String> circles = IntStream.range(0, SHOTS).mapToObj(shot -> "shot/" + shot + "/circle").toList();
        return new StepResult.Succeeded("{}", List.of(), Stream
                .concat(shots, Stream.of(StepSpec.task("cut", "cut", "cpu", "{}", circles)))
                .toList());
    }

    private static Stream<StepSpec> shot(int shot) {
        String path = "shot/" + shot;
        return Stream.of(StepSpec.task(path + "/draw", "draw", "cpu", "{}", List.of()),
                StepSpec.task(path + "/buy", "buy", "net", Integer.toString(shot), List.of()),
                StepSpec.task(path + "/circle", "circle", "cpu", Integer.toString(shot),
                        List.of(path + "/draw", path + "/buy")));
    }

    private StepResult draw(StepContext context) {
        try {
            Path picture = Files.writeString(context.staging().resolve("drawn.png"), context.step()
                    .id()
                    .value()
                    .repeat(500));
            return project.vault()
                    .publish(picture, "png")
                    .then(media -> Outcome.ok(drawn(media)))
                    .orElse(
                            StepResult.Failed::new);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static StepResult drawn(MediaRef media) {
        return StepResult.done("{}", media);
    }

    private StepResult buy(StepContext context) {
        int shot = Integer.parseInt(context.input());
        String model = ScriptedProvider.MODELS.get(shot % ScriptedProvider.MODELS.size());
        Purchase purchase = new Purchase("scripted", model, "image", Digest.of(context.step().id().value()),
                Optional.of(ScriptedClient.PRICE), new Purchase.Purpose("1", Integer.toString(shot)));
        ScriptedClient seller = new ScriptedClient(provider, project.vault(), context.staging(), words);
        return context.spend(purchase, seller, sold -> {
            words.accept("fact paid " + sold.output().replace("\"", ""));
            return new StepResult.Succeeded(sold.output(), sold.artifacts(), List.of());
        });
    }

    /** Every other shot asks a person; the rest is decided by rule, which is a fact as well. */
    private StepResult circle(StepContext context) {
        int shot = Integer.parseInt(context.input());
        if (shot % 2 == 0 && context.answer().isEmpty()) {
            return new StepResult.NeedsDecision(GATE);
        }
        TakeId take = new TakeId(context.step().id().value());
        project.verdicts()
                .record(Verdict.byRule(take, new ShotId("shot-" + shot), "drill", "it is the only one",
                        CLOCK.instant()));
        words.accept("fact verdict " + take);
        return StepResult.done("{}");
    }

    @Override
    public void close() {
        engine.close();
        project.close();
    }
}
