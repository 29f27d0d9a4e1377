package org.filmwright.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.filmwright.base.Cancelled;
import org.filmwright.base.Failure;
import org.filmwright.base.Progress;
import org.junit.jupiter.api.Test;

/** What the engine promises of the work itself, whatever keeps its rows: one subclass per ledger. */
public abstract class EngineContract extends EngineFloor {
    @Test
    void stepsRunInTheOrderOfTheirDependencies() {
        Run run = desk.finish(film(work("c", "b"), work("b", "a"), work("a")));
        assertEquals(RunState.SUCCEEDED, run.state());
        assertEquals(List.of("a", "b", "c"), done);
        assertTrue(run.rests());
    }

    @Test
    void aHandlerSeesTheOutputsOfTheStepsBeforeIt() {
        List<Map<String, String>> seen = new ArrayList<>();
        handlers.put("look", context -> {
            seen.add(context.upstream());
            return StepResult.done("{}");
        });
        desk.restart();
        desk.finish(film(work("a"), work("b"), by("look", "c", "a", "b")));
        assertEquals(List.of(Map.of("a", "{\"by\":\"a\"}", "b", "{\"by\":\"b\"}")), seen);
    }

    @Test
    void aStepMayAddStepsWhenItSucceeds() {
        Run run = desk.finish(film(by("plan", "plan")));
        assertEquals(List.of("shot/1", "shot/2", "cut"), done);
        assertEquals(4, run.count(StepState.SUCCEEDED));
    }

    @Test
    void aPlanThatNamesAStepThatIsNotThereFailsWithoutAddingAny() {
        Run run = desk.finish(film(by("bad plan", "plan")));
        assertEquals(RunState.FAILED, run.state());
        assertEquals(1, run.steps());
        assertInstanceOf(Failure.Bug.class, run.failure().orElseThrow());
    }

    @Test
    void theSameKeyIsTheSameRunAndNothingIsDoneTwice() {
        Run first = desk.finish(film(work("a"), work("b", "a")));
        Run second = desk.finish(film(work("a"), work("b", "a")));
        assertEquals(first.id(), second.id());
        assertEquals(List.of("a", "b"), done);
    }

    @Test
    void aLaneNeverHoldsMoreThanItsRoom() {
        desk.withLanes(Map.of("cpu", 2)).start(film(work("a"), work("b"), work("c")));
        assertEquals(2, desk.crew().waiting());
        desk.crew().runOne();
        assertEquals(2, desk.crew().waiting());
    }

    @Test
    void withoutLanesNothingRuns() {
        Run run = desk.withLanes(Map.of()).start(film(work("a")));
        assertEquals(0, desk.crew().waiting());
        assertEquals(StepState.READY, state(run, "a"));
    }

    @Test
    void afterACrashTheRunGoesOnWhereItStopped() {
        Run run = desk.start(film(work("a"), work("b", "a")));
        desk.crew().runOne();
        desk.restart();
        assertEquals(1, desk.step(run.id(), "b").tries().crashes());
        desk.crew().runAll();
        assertEquals(List.of("a", "b"), done);
        assertEquals(RunState.SUCCEEDED, desk.engine().run(run.id()).orElseThrow().state());
    }

    @Test
    void theResultOfAnExecutionThatWasTakenOverIsDiscarded() {
        Run run = desk.start(film(work("a")));
        ManualCrew zombie = desk.crew();
        desk.restart();
        zombie.runAll();
        assertEquals(StepState.RUNNING, state(run, "a"));
        desk.crew().runAll();
        assertEquals(2, desk.step(run.id(), "a").tries().attempt() + desk.step(run.id(), "a").tries().crashes());
        assertEquals(1, desk.log(run.id()).stream().filter("step.succeeded"::equals).count());
    }

    @Test
    void aStepThatKillsTheProcessThreeTimesIsParkedUntilSomebodyStartsItAgain() {
        Run run = desk.start(film(work("a")));
        for (int crash = 0; crash < 3; crash++) {
            desk.restart();
        }
        assertEquals(StepState.FAILED, state(run, "a"));
        assertEquals(RunState.FAILED, desk.engine().run(run.id()).orElseThrow().state());
        assertEquals(RunState.SUCCEEDED, desk.finish(film(work("a"))).state());
    }

    @Test
    void aPassingFailureIsTriedAgainAfterTwoThenEightSeconds() {
        Run run = desk.finish(film(by("flaky", "a")));
        assertEquals(StepState.RETRY_WAIT, state(run, "a"));
        desk.pass(Duration.ofMillis(1500));
        assertEquals(1, done.size());
        desk.pass(Duration.ofMillis(1000));
        assertEquals(2, done.size());
        desk.pass(Duration.ofMillis(5000));
        assertEquals(2, done.size());
        desk.pass(Duration.ofMillis(4700));
        assertEquals(StepState.SUCCEEDED, state(run, "a"));
    }

    @Test
    void aRetrySurvivesARestart() {
        Run run = desk.finish(film(by("flaky", "a")));
        desk.restart();
        desk.pass(Duration.ofSeconds(3));
        assertEquals(2, desk.step(run.id(), "a").tries().attempt());
    }

    @Test
    void aFailureThatNobodyCanWaitOutFailsTheRunAndKeepsTheRest() {
        Run run = desk.finish(film(work("a"), by("refuse", "b", "a"), work("c", "b")));
        assertEquals(RunState.FAILED, run.state());
        assertEquals("Not a picture.", run.failure().orElseThrow().what());
        assertEquals(StepState.SUCCEEDED, state(run, "a"));
        assertEquals(StepState.PENDING, state(run, "c"));
    }

    @Test
    void startingAFailedRunAgainGoesOnWithTheStepThatFailed() {
        desk.finish(film(work("a"), by("refuse", "b", "a"), work("c", "b")));
        handlers.put("refuse", context -> StepResult.done("{}"));
        desk = new ManualEngine(sameLedger(), handlers, folder.resolve("staging"));
        Run run = desk.finish(film(work("a"), by("refuse", "b", "a"), work("c", "b")));
        assertEquals(RunState.SUCCEEDED, run.state());
        assertEquals(Optional.empty(), run.failure());
        assertEquals(List.of("a", "c"), done);
    }

    @Test
    void aHandlerThatThrowsIsOurMistakeAndNotTriedAgain() {
        Run run = desk.finish(film(by("break", "a")));
        assertInstanceOf(Failure.Bug.class, run.failure().orElseThrow());
        assertEquals(1, desk.step(run.id(), "a").tries().attempt());
    }

    @Test
    void aTaskThatNothingHereCanDoWaitsForAProgramThatCan() {
        Run run = desk.finish(film(by("paint", "a"), work("b", "a")));
        assertEquals(StepState.PARKED, state(run, "a"));
        assertTrue(run.rests());
        assertTrue(desk.step(run.id(), "a").ending().failure().orElseThrow().what().contains("waits for: paint"));
        handlers.put("paint", context -> StepResult.done("{}"));
        desk = new ManualEngine(sameLedger(), handlers, folder.resolve("staging"));
        desk.crew().runAll();
        assertEquals(RunState.SUCCEEDED, desk.engine().run(run.id()).orElseThrow().state());
    }

    @Test
    void replayingFactsThatAreRowsAlreadyChangesNothing() {
        RunSpec spec = film(by("ask", "a"));
        Run run = desk.finish(spec);
        Choice first = choice(desk, "first");
        ManualEngine.value(desk.engine().decide(StepId.of(run.id(), "a"), first));
        List<String> before = desk.log(run.id());
        sameLedger().write(tx -> {
            EngineFact.replay(new EngineFact.Started(spec, first.at()), tx);
            EngineFact.replay(new EngineFact.Decided(StepId.of(run.id(), "a"), 1, first), tx);
            return tx;
        });
        assertEquals(before, desk.log(run.id()));
    }

    @Test
    void closingPutsRunningStepsBack() {
        handlers.put("stop", context -> {
            throw new Cancelled();
        });
        desk = new ManualEngine(sameLedger(), handlers, folder.resolve("staging"));
        Run run = desk.start(film(by("stop", "a")));
        desk.close();
        assertEquals(StepState.READY, state(run, "a"));
        assertEquals(0, desk.step(run.id(), "a").tries().attempt());
        assertEquals(0, desk.step(run.id(), "a").tries().crashes());
    }

    @Test
    void listenersHearEveryChangeInOrder() {
        List<String> heard = new ArrayList<>();
        try (EngineApi.Subscription _ = desk.engine().listen(new EngineListener() {
            @Override
            public void stepChanged(Step step) {
                heard.add(step.path() + " " + step.state());
            }

            @Override
            public void runChanged(Run run) {
                heard.add("run " + run.state());
            }
        })) {
            desk.finish(film(work("a")));
        }
        assertEquals(List.of("a RUNNING", "run RUNNING", "a SUCCEEDED", "run SUCCEEDED"), heard);
    }

    @Test
    void progressIsToldAtMostTenTimesASecondAndAlwaysAtTheEnd() {
        List<Double> heard = new ArrayList<>();
        handlers.put("count", context -> {
            IntStream.rangeClosed(1, 100).forEach(i -> {
                desk.clock().advance(Duration.ofMillis(10));
                context.progress().report(i / 100.0, "drawing");
            });
            return StepResult.done("{}");
        });
        desk = new ManualEngine(sameLedger(), handlers, folder.resolve("staging"));
        desk.engine().listen(new EngineListener() {
            @Override
            public void progress(StepId step, double fraction, String note) {
                heard.add(fraction);
            }
        });
        desk.finish(film(by("count", "a")));
        assertEquals(11, heard.size());
        assertEquals(1.0, heard.getLast());
    }

    @Test
    void picturesOnTheirWayAreShownAtMostTenTimesASecond() {
        List<Progress.Glimpse> seen = new ArrayList<>();
        handlers.put("draw", context -> {
            IntStream.range(0, 100).forEach(i -> {
                desk.clock().advance(Duration.ofMillis(10));
                context.progress().part(0, 0.5).glimpse(new Progress.Glimpse(1, 1, new int[]{i}));
            });
            return StepResult.done("{}");
        });
        desk = new ManualEngine(sameLedger(), handlers, folder.resolve("staging"));
        desk.engine().listen(new EngineListener() {
            @Override
            public void glimpse(StepId step, Progress.Glimpse picture) {
                seen.add(picture);
            }
        });
        desk.finish(film(by("draw", "a")));
        assertEquals(10, seen.size());
    }

    @Test
    void eachExecutionHasAnEmptyFolderThatIsGoneAfterwards() {
        List<Path> folders = new ArrayList<>();
        handlers.put("draw", context -> {
            folders.add(context.staging());
            assertTrue(Files.isDirectory(context.staging()));
            return StepResult.done("{}");
        });
        desk = new ManualEngine(sameLedger(), handlers, folder.resolve("staging"));
        desk.finish(film(by("draw", "a")));
        assertTrue(Files.notExists(folders.getFirst()));
    }

    @Test
    void awaitReturnsAsSoonAsTheRunRests() {
        Run run = desk.finish(film(work("a")));
        assertEquals(RunState.SUCCEEDED, ManualEngine.value(desk.engine().await(run.id())).state());
        assertInstanceOf(Failure.Refused.class, ManualEngine.failure(desk.engine().await(RunId.ofKey("other"))));
    }
}
