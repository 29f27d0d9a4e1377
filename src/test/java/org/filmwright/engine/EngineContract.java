package org.filmwright.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.filmwright.base.Progress;
import org.filmwright.base.Cancelled;
import org.filmwright.base.Failure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the engine promises, whatever keeps its rows: one subclass per ledger. */
public abstract class EngineContract {
    private static final Question WHICH = new Question("Which take?", List.of(
            new Question.Option("first", "The first", "It is sharp.", Question.Then.SUCCEED, "{\"take\":1}"),
            Question.Option.toHandler("redo", "Draw again", "None is good."),
            new Question.Option("none", "None", "Leave it out.", Question.Then.FAIL, "{}")));

    private static final Question WHETHER = new Question("Go on?",
            List.of(WHICH.option("first").orElseThrow(), WHICH.option("none").orElseThrow()));

    @TempDir
    protected Path folder;

    private final Map<String, StepHandler> handlers = new HashMap<>();
    private final List<String> done = new ArrayList<>();
    private ManualEngine desk;

    /** An empty ledger. */
    protected abstract Ledger ledger();

    @BeforeEach
    void open() {
        handlers.put("work", context -> {
            done.add(context.step().path());
            return StepResult.done("{\"by\":\"" + context.step().path() + "\"}");
        });
        handlers.put("ask", context -> context.answer()
                .<StepResult>map(choice -> StepResult.done("\"" + choice.choice() + "\""))
                .orElse(new StepResult.NeedsDecision(WHICH)));
        handlers.put("flaky", context -> {
            done.add(context.step().path());
            return context.step().tries().attempt() < 3
                    ? new StepResult.Failed(new Failure.Transient("The line was busy.", Duration.ZERO))
                    : StepResult.done("{}");
        });
        handlers.put("refuse", context -> new StepResult.Failed(new Failure.Refused("Not a picture.", "Draw one.")));
        handlers.put("break", context -> {
            throw new IllegalStateException("oops");
        });
        handlers.put("plan", context -> new StepResult.Succeeded("{}", List.of(), List.of(
                work("shot/1", "plan"), work("shot/2", "plan"), work("cut", "shot/1", "shot/2"))));
        handlers.put("bad plan", context -> new StepResult.Succeeded("{}", List.of(), List.of(work("cut", "nowhere"))));
        desk = new ManualEngine(ledger(), handlers, folder.resolve("staging"));
    }

    @AfterEach
    void everyLogTellsWhatItsRowsSay() {
        for (Run run : desk.engine().runs()) {
            assertEquals(List.of(), EventFold.differences(desk.engine().events(run.id()), run,
                    desk.engine().steps(run.id())));
        }
        closeLedger();
    }

    /** Called after each test. */
    protected void closeLedger() {}

    private static StepSpec work(String path, String... after) {
        return StepSpec.task(path, "work", "cpu", "{}", List.of(after));
    }

    private static StepSpec by(String handler, String path, String... after) {
        return StepSpec.task(path, handler, "cpu", "{}", List.of(after));
    }

    private static RunSpec film(StepSpec... steps) {
        return new RunSpec("make", "film", "{}", List.of(steps));
    }

    private StepState state(Run run, String path) {
        return desk.step(run.id(), path).state();
    }

    private static Choice choice(ManualEngine desk, String word) {
        return new Choice(word, "", "ann", desk.clock().instant());
    }

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

    /** The ledger of before, with what it holds. */
    protected abstract Ledger sameLedger();

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
    void aQuestionWaitsForAPersonAcrossRestarts() {
        Run run = desk.finish(film(by("ask", "a"), work("b", "a")));
        assertTrue(run.waitsForPerson() && run.rests());
        desk.restart();
        OpenQuestion open = desk.engine().questions().getFirst();
        assertEquals("a", open.path());
        ManualEngine.value(desk.engine().decide(open.step(), choice(desk, "first")));
        desk.crew().runAll();
        assertEquals(Optional.of("{\"take\":1}"), desk.step(run.id(), "a").ending().output());
        assertEquals(List.of("b"), done);
    }

    @Test
    void anAnswerForTheHandlerIsHandedToIt() {
        Run run = desk.finish(film(by("ask", "a")));
        ManualEngine.value(desk.engine().decide(StepId.of(run.id(), "a"), choice(desk, "redo")));
        desk.crew().runAll();
        assertEquals(Optional.of("\"redo\""), desk.step(run.id(), "a").ending().output());
    }

    @Test
    void anAnswerCanEndTheRun() {
        Run run = desk.finish(film(by("ask", "a")));
        ManualEngine.value(desk.engine().decide(StepId.of(run.id(), "a"), choice(desk, "none")));
        assertEquals(RunState.FAILED, desk.engine().run(run.id()).orElseThrow().state());
    }

    @Test
    void aDecisionIsAppliedOnceAndOnlyWithAnAnswerThatWasOffered() {
        Run run = desk.finish(film(by("ask", "a")));
        StepId gate = StepId.of(run.id(), "a");
        assertInstanceOf(Failure.Refused.class,
                ManualEngine.failure(desk.engine().decide(gate, choice(desk, "maybe"))));
        ManualEngine.value(desk.engine().decide(gate, choice(desk, "first")));
        assertInstanceOf(Failure.Refused.class,
                ManualEngine.failure(desk.engine().decide(gate, choice(desk, "none"))));
        assertEquals(StepState.SUCCEEDED, state(run, "a"));
    }

    @Test
    void aGateAsksAsSoonAsEverythingBeforeItIsDone() {
        Run run = desk.finish(film(work("a"), StepSpec.gate("gate", WHETHER, List.of("a")), work("b", "gate")));
        assertEquals(StepState.WAITING_DECISION, state(run, "gate"));
        ManualEngine.value(desk.engine().decide(StepId.of(run.id(), "gate"), choice(desk, "first")));
        desk.crew().runAll();
        assertEquals(StepState.SUCCEEDED, state(run, "b"));
    }

    @Test
    void aGateCannotOfferToRunAHandlerAgain() {
        assertThrows(IllegalArgumentException.class, () -> StepSpec.gate("gate", WHICH, List.of()));
    }

    @Test
    void aDecisionWhoseQuestionWasLostInACrashIsThereWhenItIsAskedAgain() {
        Run run = desk.start(film(by("ask", "a")));
        EngineFact answered = new EngineFact.Decided(StepId.of(run.id(), "a"), 1, choice(desk, "first"));
        sameLedger().write(tx -> {
            EngineFact.replay(answered, tx);
            return tx;
        });
        desk.crew().runAll();
        assertEquals(StepState.SUCCEEDED, state(run, "a"));
        assertEquals(List.of(), desk.engine().questions());
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
    void whatMayHaveHappenedIsParkedForAPersonAndNeverRepeatedByItself() {
        handlers.put("pay", context -> context.answer().isPresent()
                ? StepResult.done("{}")
                : new StepResult.Failed(new Failure.Ambiguous("The call broke off.", Optional.of("job-7"))));
        desk.restart();
        desk = new ManualEngine(sameLedger(), handlers, folder.resolve("staging"));
        Run run = desk.finish(film(by("pay", "a")));
        assertTrue(run.waitsForPerson());
        ManualEngine.value(desk.engine().decide(StepId.of(run.id(), "a"), choice(desk, "retry")));
        desk.crew().runAll();
        assertEquals(StepState.SUCCEEDED, state(run, "a"));
    }

    @Test
    void aPausedRunLetsRunningStepsEndAndStartsNoOther() {
        Run run = desk.start(film(work("a"), work("b")));
        assertEquals(RunState.PAUSING, ManualEngine.value(desk.engine().pause(run.id())).state());
        desk.crew().runAll();
        assertEquals(List.of("a"), done);
        assertEquals(RunState.PAUSED, desk.engine().run(run.id()).orElseThrow().state());
        ManualEngine.value(desk.engine().resume(run.id()));
        desk.crew().runAll();
        assertEquals(List.of("a", "b"), done);
    }

    @Test
    void anAnswerThatEndsAPausedRunDoesNotLeaveItWaitingForEver() {
        Run run = desk.finish(film(by("ask", "a")));
        ManualEngine.value(desk.engine().pause(run.id()));
        ManualEngine.value(desk.engine().decide(StepId.of(run.id(), "a"), choice(desk, "none")));
        assertEquals(RunState.FAILED, desk.engine().run(run.id()).orElseThrow().state());
    }

    @Test
    void cancellingStopsWhatRunsAndWithdrawsWhatWaits() {
        List<String> told = new ArrayList<>();
        handlers.put("long", context -> {
            context.progress().onCancel(() -> told.add("killed"));
            ManualEngine.value(desk.engine().cancel(context.step().run()));
            context.progress().checkCancelled();
            throw new AssertionError("went on after it was cancelled");
        });
        desk = new ManualEngine(sameLedger(), handlers, folder.resolve("staging"));
        Run run = desk.finish(film(by("ask", "q"), by("long", "a"), work("b", "a")));
        assertEquals(RunState.CANCELLED, run.state());
        assertEquals(3, run.count(StepState.CANCELLED));
        assertEquals(List.of("killed"), told);
        assertEquals(List.of(), desk.engine().questions());
    }

    @Test
    void aCancelledRunCanBeStartedAgain() {
        Run run = desk.start(film(work("a"), work("b", "a")));
        desk.crew().runOne();
        ManualEngine.value(desk.engine().cancel(run.id()));
        desk.crew().runAll();
        assertEquals(RunState.CANCELLED, desk.engine().run(run.id()).orElseThrow().state());
        assertEquals(RunState.SUCCEEDED, desk.finish(film(work("a"), work("b", "a"))).state());
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
    void retryingADoneStepDoesEverythingAfterItAgainAndNothingElse() {
        Run run = desk.finish(film(work("a"), work("b"), work("c", "a", "b"), work("d", "c")));
        ManualEngine.value(desk.engine().retry(StepId.of(run.id(), "b")));
        assertEquals(RunState.RUNNING, desk.engine().run(run.id()).orElseThrow().state());
        desk.crew().runAll();
        assertEquals(List.of("a", "b", "c", "d", "b", "c", "d"), done);
        assertEquals(RunState.SUCCEEDED, desk.engine().run(run.id()).orElseThrow().state());
    }

    @Test
    void aPlanThatIsMadeAgainDropsTheStepsItNoLongerNames() {
        Run run = desk.finish(film(by("plan", "plan")));
        handlers.put("plan", context -> new StepResult.Succeeded("{}", List.of(),
                List.of(work("shot/1", "plan"), work("cut", "shot/1"))));
        desk = new ManualEngine(sameLedger(), handlers, folder.resolve("staging"));
        ManualEngine.value(desk.engine().retry(StepId.of(run.id(), "plan")));
        desk.crew().runAll();
        assertEquals(StepState.SKIPPED, state(run, "shot/2"));
        assertEquals(StepState.SUCCEEDED, state(run, "cut"));
        assertEquals(RunState.SUCCEEDED, desk.engine().run(run.id()).orElseThrow().state());
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
