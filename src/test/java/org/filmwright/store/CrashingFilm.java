package org.filmwright.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.filmwright.base.MediaRef;
import org.filmwright.engine.Choice;
import org.filmwright.engine.Engine;
import org.filmwright.engine.EngineApi;
import org.filmwright.engine.EngineListener;
import org.filmwright.engine.EngineSettings;
import org.filmwright.engine.ManualEngine;
import org.filmwright.engine.OpenQuestion;
import org.filmwright.engine.Question;
import org.filmwright.engine.Run;
import org.filmwright.engine.RunId;
import org.filmwright.engine.RunSpec;
import org.filmwright.engine.Step;
import org.filmwright.engine.StepContext;
import org.filmwright.engine.StepHandler;
import org.filmwright.engine.StepResult;
import org.filmwright.engine.StepSpec;
import org.filmwright.engine.ThreadCrew;
import org.filmwright.review.Ruling;

/**
 * A film of the same shape as the real one, made to be killed: every drawing, verdict and decision that was acknowledged
 * is noted in a side file, so that a test can ask for it afterwards.
 */
final class CrashingFilm implements AutoCloseable {
    static final int SHOTS = 24;
    private static final InstantSource CLOCK = Clock.systemUTC();
    private static final Question GATE = new Question("Good?", List.of(Question.Option.toHandler("yes", "Yes", ""),
            new Question.Option("sure", "Sure", "", Question.Then.SUCCEED, "{}")));
    private final Path notes;
    private final ProjectFolder project;
    private final EngineApi engine;

    CrashingFilm(Path folder) {
        this(folder, Waypoint.NONE);
    }

    CrashingFilm(Path folder, Waypoint waypoint) {
        this.notes = folder.resolve("notes.txt");
        this.project = ManualEngine.value(new ProjectOpening(folder.resolve("film"), CLOCK, waypoint).open());
        Map<String, StepHandler> handlers = Map.of("plan", context -> plan(), "draw", this::draw, "circle",
                this::circle, "cut", context -> StepResult.done("{\"clips\":" + context.upstream().size() + "}"));
        this.engine = Engine.open(project.ledger(), handlers, new EngineSettings(Map.of("cpu", 3), project.staging(),
                CLOCK, new SplittableRandom(1)), new ThreadCrew());
    }

    /**
     * The child: makes one film after the other until it is killed, and says every change of a step. With the name of a
     * point and a number it ends itself there, the n-th time it passes, as abruptly as a kill.
     */
    public static void main(String[] args) {
        java.util.logging.Logger.getLogger("").setLevel(java.util.logging.Level.SEVERE);
        Waypoint waypoint = args.length == 1 ? Waypoint.NONE : haltAt(args[1], Integer.parseInt(args[2]));
        try (CrashingFilm film = new CrashingFilm(Path.of(args[0]), waypoint)) {
            film.engine.listen(new EngineListener() {
                @Override
                public void stepChanged(Step step) {
                    System.out.println(step.path() + " " + step.state());
                }
            });
            IntStream.range(0, 1000).mapToObj(n -> "film " + n).forEach(film::make);
        }
    }

    private static Waypoint haltAt(String point, int time) {
        AtomicInteger left = new AtomicInteger(time);
        return passed -> {
            if (passed.equals(point) && left.decrementAndGet() == 0) {
                Runtime.getRuntime().halt(137);
            }
        };
    }

    ProjectFolder project() {
        return project;
    }

    EngineApi engine() {
        return engine;
    }

    static RunSpec spec(String key) {
        return new RunSpec("make", key, "{}", List.of(StepSpec.task("plan", "plan", "cpu", "{}", List.of())));
    }

    /** Makes a film, answering every gate as it comes. */
    Run make(String key) {
        RunId id = ManualEngine.value(engine.start(spec(key)));
        Run run = ManualEngine.value(engine.await(id));
        while (run.waitsForPerson()) {
            engine.questions().forEach(this::answer);
            run = ManualEngine.value(engine.await(id));
        }
        return run;
    }

    private void answer(OpenQuestion open) {
        String word = open.path().hashCode() % 2 == 0 ? "yes" : "sure";
        ManualEngine.value(engine.decide(open.step(), new Choice(word, "", "ann", CLOCK.instant())));
        note("decided " + open.step());
    }

    private StepResult plan() {
        List<StepSpec> shots = IntStream.range(0, SHOTS).boxed().flatMap(CrashingFilm::shot).toList();
        List<String> circles = IntStream.range(0, SHOTS).mapToObj(shot -> "shot/" + shot + "/circle").toList();
        return new StepResult.Succeeded("{}", List.of(), Stream
                .concat(shots.stream(), Stream.of(StepSpec.task("cut", "cut", "cpu", "{}", circles)))
                .toList());
    }

    private static Stream<StepSpec> shot(int shot) {
        String path = "shot/" + shot;
        List<String> draws = List.of(path + "/draw/1", path + "/draw/2");
        return Stream.concat(draws.stream().map(draw -> StepSpec.task(draw, "draw", "cpu", "{}", List.of())),
                Stream.of(StepSpec.task(path + "/circle", "circle", "cpu", "" + shot, draws)));
    }

    private StepResult draw(StepContext context) {
        try {
            Path picture = Files.writeString(context.staging().resolve("x.png"),
                    context.step().id().value().repeat(6_000));
            MediaRef media = ManualEngine.value(project.vault().publish(picture, "png"));
            return StepResult.done("\"" + media.path() + "\"", media);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every other shot asks; the rest is decided by rule, which is a fact as well. */
    private StepResult circle(StepContext context) {
        int shot = Integer.parseInt(context.input());
        if (shot % 2 == 0 && context.answer().isEmpty()) {
            return new StepResult.NeedsDecision(GATE);
        }
        project.verdicts().record(Samples.verdict(shot, Ruling.APPROVED, Samples.NOON));
        note("verdict take-" + shot);
        return StepResult.done("{}");
    }

    private synchronized void note(String what) {
        try {
            Files.writeString(notes, what + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        engine.close();
        project.close();
    }
}
