package org.filmwright.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.filmwright.base.Failure;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.api.io.TempDir;

/** Random graphs under random treatment: the rows always fit the log, and left alone the run always ends well. */
class EngineFuzzTest {
    private static final Question GOOD = new Question("Good?", List.of(
            new Question.Option("yes", "Yes", "", Question.Then.SUCCEED, "{}"),
            Question.Option.toHandler("again", "Again", ""),
            new Question.Option("no", "No", "", Question.Then.FAIL, "{}")));

    private static final Question ENOUGH = new Question("Enough?",
            List.of(GOOD.option("yes").orElseThrow(), GOOD.option("no").orElseThrow()));

    @TempDir
    private Path folder;
    private SplittableRandom random;
    private ManualEngine desk;
    private boolean calm;

    static IntStream seeds() {
        return IntStream.range(0, Integer.getInteger("filmwright.fuzz", 60));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whateverIsDoneToARunItsLogTellsItsRowsAndItCanBeFinished(int seed) {
        random = new SplittableRandom(seed);
        desk = new ManualEngine(new MemoryLedger(), Map.of("work", this::work), folder);
        RunSpec spec = new RunSpec("make", "k", "{}", graph("", 2 + random.nextInt(6)));
        desk.start(spec);
        for (int i = 0; i < 60; i++) {
            disturb(spec.id());
            check(spec.id());
        }
        calm = true;
        finish(spec);
        assertEquals(RunState.SUCCEEDED, desk.engine().run(spec.id()).orElseThrow().state(),
                () -> desk.engine()
                        .steps(spec.id())
                        .stream()
                        .map(step -> step.path() + " " + step.state() + " waits for "
                                + step.waitsFor() + "\n")
                        .toList() + "\n" + desk.log(spec.id()));
    }

    private List<StepSpec> graph(String prefix, int size) {
        List<StepSpec> steps = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            List<String> before = steps.stream().map(StepSpec::path).filter(path -> random.nextInt(3) == 0).toList();
            steps.add(random.nextInt(6) == 0
                    ? StepSpec.gate(prefix + i, ENOUGH, before)
                    : StepSpec.task(prefix + i, "work", random.nextBoolean() ? "cpu" : "media", "{}", before));
        }
        return steps;
    }

    private StepResult work(StepContext context) {
        String path = context.step().path();
        boolean deep = path.length() > 4;
        return switch (calm ? 0 : random.nextInt(8)) {
            case 1 -> new StepResult.Failed(new Failure.Transient("Busy.", Duration.ZERO));
            case 2 -> new StepResult.Failed(new Failure.Refused("No.", "Mend it."));
            case 3 -> new StepResult.NeedsDecision(GOOD);
            case 4 -> new StepResult.Failed(new Failure.Ambiguous("Who knows.", Optional.empty()));
            case 5 -> throw new IllegalStateException("broken");
            case 6 -> deep ? StepResult.done("{}") : new StepResult.Succeeded("{}", List.of(), graph(path + "/", 2));
            default -> StepResult.done("{}");
        };
    }

    private void disturb(RunId run) {
        EngineApi engine = desk.engine();
        List<Step> steps = engine.steps(run);
        switch (random.nextInt(12)) {
            case 0 -> engine.pause(run);
            case 1 -> engine.resume(run);
            case 2 -> engine.cancel(run);
            case 3 -> engine.retry(steps.get(random.nextInt(steps.size())).id());
            case 4 -> desk.restart();
            case 5 -> desk.pass(Duration.ofSeconds(20));
            case 6, 7 -> engine.questions().forEach(open -> engine.decide(open.step(), choice("yes", "again", "no")));
            default -> desk.crew().runOne();
        }
    }

    private Choice choice(String... words) {
        return new Choice(words[random.nextInt(words.length)], "", "ann", desk.clock().instant());
    }

    private void check(RunId run) {
        assertEquals(List.of(), EventFold.differences(desk.engine().events(run),
                desk.engine().run(run).orElseThrow(), desk.engine().steps(run)));
    }

    /** What a patient person does: runs the same command again, and says yes. */
    private void finish(RunSpec spec) {
        for (int i = 0; i < 20; i++) {
            desk.finish(spec);
            desk.pass(Duration.ofMinutes(10));
            desk.engine().questions().forEach(open -> desk.engine().decide(open.step(), choice(word(open))));
        }
        desk.crew().runAll();
        check(spec.id());
    }

    private static String word(OpenQuestion open) {
        return open.question().option("yes").isPresent() ? "yes" : "retry";
    }
}
