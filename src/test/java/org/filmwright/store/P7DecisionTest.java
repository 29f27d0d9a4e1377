package org.filmwright.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.filmwright.base.Outcome;
import org.filmwright.engine.Choice;
import org.filmwright.engine.Engine;
import org.filmwright.engine.EngineApi;
import org.filmwright.engine.EngineSettings;
import org.filmwright.engine.ManualEngine;
import org.filmwright.engine.OpenQuestion;
import org.filmwright.engine.Question;
import org.filmwright.engine.Run;
import org.filmwright.engine.RunSpec;
import org.filmwright.engine.RunState;
import org.filmwright.engine.StepResult;
import org.filmwright.engine.StepSpec;
import org.filmwright.engine.ThreadCrew;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** P7: a decision is applied once, and survives whatever happens between the answer and what follows it. */
@Tag("recovery")
class P7DecisionTest {
    private static final int GATES = 12;
    private static final Question GOOD = new Question("Good?", List.of(
            new Question.Option("yes", "Yes", "", Question.Then.SUCCEED, "{\"by\":\"yes\"}"),
            new Question.Option("sure", "Sure", "", Question.Then.SUCCEED, "{\"by\":\"sure\"}")));

    @TempDir
    private Path folder;

    private static RunSpec film() {
        return new RunSpec("film", "film", "{}", IntStream.range(0, GATES)
                .boxed()
                .flatMap(i -> List.of(StepSpec.gate("gate/" + i, GOOD, List.of()),
                        StepSpec.task("after/" + i, "work", "cpu", "{}", List.of("gate/" + i))).stream())
                .toList());
    }

    private static Engine engine(ProjectFolder project) {
        return Engine.open(project.ledger(), Map.of("work", context -> StepResult.done("{}")), new EngineSettings(
                Map.of("cpu", 2), project.staging(), Clock.systemUTC(), new SplittableRandom(1)), new ThreadCrew());
    }

    private ProjectFolder open() {
        return ManualEngine.value(ProjectFolder.openOrCreate(folder.resolve("film"), Clock.systemUTC()));
    }

    private static Choice choice(String word) {
        return new Choice(word, "", word, Clock.systemUTC().instant());
    }

    @Test
    void ofTwoClientsThatAnswerAtOnceOneIsToldThatItWasTooLate() throws InterruptedException {
        try (ProjectFolder project = open(); EngineApi engine = engine(project)) {
            Run run = ManualEngine.value(engine.await(ManualEngine.value(engine.start(film()))));
            for (OpenQuestion open : engine.questions()) {
                CountDownLatch go = new CountDownLatch(1);
                List<CompletableFuture<Boolean>> answers = List.of("yes", "sure")
                        .stream()
                        .map(word -> CompletableFuture.supplyAsync(() -> told(engine, open, word, go)))
                        .toList();
                go.countDown();
                long taken = answers.stream().filter(CompletableFuture::join).count();
                assertEquals(1, taken, open.path());
            }
            ManualEngine.value(engine.await(run.id()));
            assertEquals(RunState.SUCCEEDED, engine.run(run.id()).orElseThrow().state());
            assertEquals(2 * GATES, engine.events(run.id())
                    .stream()
                    .filter(event -> event.type().equals("step.succeeded"))
                    .count());
        }
    }

    private static boolean told(EngineApi engine, OpenQuestion open, String word, CountDownLatch go) {
        try {
            go.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return engine.decide(open.step(), choice(word)) instanceof Outcome.Ok<Run>;
    }

    /** The child: answers every gate, says so once that is acknowledged, and is killed somewhere in between. */
    public static void main(String[] args) {
        java.util.logging.Logger.getLogger("").setLevel(java.util.logging.Level.SEVERE);
        try (ProjectFolder project = ManualEngine
                .value(ProjectFolder.openOrCreate(Path.of(args[0]).resolve("film"), Clock.systemUTC()));
                EngineApi engine = engine(project)) {
            ManualEngine.value(engine.start(film()));
            engine.questions().forEach(open -> {
                System.out.println("asking " + open.path());
                ManualEngine.value(engine.decide(open.step(), choice("yes")));
                System.out.println("decided " + open.path());
            });
            System.out.println("end");
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aDecisionThatWasAcknowledgedSurvivesAKillBeforeAnythingFollowedIt() throws IOException, InterruptedException {
        long seed = Long.getLong("filmwright.seed", System.nanoTime());
        SplittableRandom random = new SplittableRandom(seed);
        java.util.Set<String> acknowledged = new java.util.HashSet<>();
        for (int kill = 0; kill < 4; kill++) {
            acknowledged.addAll(killAfter(2 + random.nextInt(2 * GATES / 4)));
        }
        assertTrue(!acknowledged.isEmpty(), "seed " + seed);
        try (ProjectFolder project = open(); EngineApi engine = engine(project)) {
            Run run = engine.runs().getFirst();
            List<String> open = engine.questions().stream().map(OpenQuestion::path).toList();
            assertTrue(open.stream().noneMatch(acknowledged::contains), "seed " + seed + ": asked again: " + open);
            engine.questions().forEach(asked -> ManualEngine.value(engine.decide(asked.step(), choice("sure"))));
            assertEquals(RunState.SUCCEEDED, ManualEngine.value(engine.await(run.id())).state(), "seed " + seed);
            engine.steps(run.id())
                    .stream()
                    .filter(step -> acknowledged.contains(step.path()))
                    .forEach(step -> assertEquals("{\"by\":\"yes\"}", step.ending().output().orElseThrow(),
                            "seed " + seed));
            assertEquals(List.of(), project.check(), "seed " + seed);
        }
    }

    private List<String> killAfter(int words) throws IOException, InterruptedException {
        Process child = new ProcessBuilder(ProcessHandle.current().info().command().orElse("java"),
                "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
                P7DecisionTest.class.getName(), folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<String> heard = new java.util.ArrayList<>();
        try (BufferedReader said = child.inputReader()) {
            String line = said.readLine();
            while (line != null && heard.size() < words && !line.equals("end")) {
                heard.add(line);
                line = said.readLine();
            }
            child.destroyForcibly().waitFor();
        }
        return heard.stream()
                .filter(line -> line.startsWith("decided "))
                .map(line -> line.substring("decided ".length()))
                .toList();
    }
}
