package org.filmwright.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.filmwright.base.Cancelled;
import org.filmwright.base.Failure;
import org.junit.jupiter.api.Test;

/** Queues, limits and memory of the engine, whatever keeps its rows: one subclass per ledger. */
public abstract class DispatchContract extends DispatchFloor {
    @Test
    void theRunOfHigherPriorityGoesFirst() {
        desk.start(film("one", work("a"), work("b")));
        desk.start(new RunSpec("make", "two", "{}", List.of(work("x"), work("y")), 1));
        desk.crew().runAll();
        assertEquals(List.of("a", "x", "y", "b"), done);
    }

    @Test
    void aRunThatIsPreferredLaterOvertakesFromThenOn() {
        desk.start(film("one", work("a"), work("b"), work("c")));
        desk.start(film("two", work("x", "y"), work("y")));
        ManualEngine.value(dispatch().prioritise(RunId.ofKey("two"), 3));
        desk.crew().runAll();
        assertEquals(List.of("a", "y", "x", "b", "c"), done);
    }

    @Test
    void aStepOfHigherPriorityGoesFirstUnlessTheOtherHasWaitedTenMinutesAPoint() {
        desk.start(film("one", work("busy"), work("old")));
        desk.pass(Duration.ofMinutes(9));
        desk.start(film("two", new StepSpec("new", work("new").work(), List.of(), 1)));
        desk.crew().runAll();
        assertEquals(List.of("busy", "old", "new"), done.subList(0, 3));
        done.clear();
        desk.withLanes(Map.of());
        desk.start(film("three", work("old")));
        desk.crew().pass(Duration.ofMinutes(11));
        desk.start(film("four", new StepSpec("late", work("late").work(), List.of(), 1)));
        desk.crew().pass(Duration.ofMinutes(1));
        desk.start(film("five", new StepSpec("later", work("later").work(), List.of(), 2)));
        desk.withLanes(Map.of("cpu", 1)).crew().runAll();
        assertEquals(List.of("later", "old", "late"), done);
    }

    @Test
    void aWaitingStepCanBeMovedInItsQueue() {
        desk.start(film("one", work("a"), work("b"), work("c"), work("d"), work("e")));
        ManualEngine.value(dispatch().move(id("one", "e"), Dispatch.Place.UP));
        ManualEngine.value(dispatch().move(id("one", "e"), Dispatch.Place.UP));
        ManualEngine.value(dispatch().move(id("one", "b"), Dispatch.Place.DOWN));
        ManualEngine.value(dispatch().move(id("one", "d"), Dispatch.Place.FRONT));
        ManualEngine.value(dispatch().move(id("one", "c"), Dispatch.Place.BACK));
        assertEquals(List.of("d", "e", "b", "c"),
                dispatch().queue("cpu", 9).stream().map(Step::path).toList());
        desk.crew().runOne();
        desk.restart();
        desk.crew().runAll();
        assertEquals(List.of("a", "d", "e", "b", "c"), done);
    }

    @Test
    void onlyWhatWaitsInAQueueCanBeMoved() {
        desk.start(film("one", work("a"), work("b", "a")));
        assertInstanceOf(Failure.Refused.class,
                ManualEngine.failure(dispatch().move(id("one", "a"), Dispatch.Place.FRONT)));
        assertInstanceOf(Failure.Refused.class,
                ManualEngine.failure(dispatch().move(id("one", "b"), Dispatch.Place.FRONT)));
    }

    @Test
    void aStepCanBeLeftOutAndWhatDependsOnItGoesOn() {
        desk.start(film("one", work("a"), work("b"), work("c", "a", "b")));
        ManualEngine.value(dispatch().drop(id("one", "b")));
        assertInstanceOf(Failure.Refused.class, ManualEngine.failure(dispatch().drop(id("one", "a"))));
        desk.crew().runAll();
        assertEquals(List.of("a", "c"), done);
        assertEquals(RunState.SUCCEEDED, desk.engine().run(RunId.ofKey("one")).orElseThrow().state());
    }

    @Test
    void aClockSetBackADayKeepsNoRetryWaiting() {
        use("flaky", context -> context.step().tries().attempt() < 2
                ? new StepResult.Failed(new Failure.Transient("Busy.", Duration.ZERO))
                : StepResult.done("{}"));
        desk.start(film("one", by("flaky", "a")));
        desk.crew().runAll();
        desk.clock().jump(Duration.ofDays(-1));
        desk.restart();
        desk.crew().runAll();
        assertEquals(StepState.SUCCEEDED, step("one", "a").state());
    }

    @Test
    void aStepThatTakesTooLongIsStoppedAndFails() {
        use("slow", new Slow(() -> desk.crew().pass(Duration.ofSeconds(31))));
        desk.start(film("one", by("slow", "a")));
        desk.crew().runOne();
        Failure failure = step("one", "a").ending().failure().orElseThrow();
        assertEquals("a took longer than 30 s and was stopped. Everything before it was kept.", failure.what());
    }

    /** Notices after a while that it should stop. */
    private record Slow(Runnable meanwhile) implements StepHandler {
        @Override
        public StepResult run(StepContext context) {
            meanwhile.run();
            context.progress().checkCancelled();
            return StepResult.done("{}");
        }

        @Override
        public Duration limit() {
            return Duration.ofSeconds(30);
        }
    }

    @Test
    void aClockThatJumpsADayAheadStopsNobody() {
        use("slow", new Slow(() -> {
            desk.clock().jump(Duration.ofDays(1));
            desk.crew().pass(Duration.ofSeconds(5));
        }));
        desk.start(film("one", by("slow", "a")));
        desk.crew().runOne();
        assertEquals(StepState.SUCCEEDED, step("one", "a").state());
    }

    @Test
    void whatDoesNotStopWithinTenSecondsIsLeftBehindAndCannotPublish() {
        use("deaf", context -> {
            ManualEngine.value(desk.engine().cancel(context.step().run()));
            desk.crew().pass(Duration.ofSeconds(12));
            done.add(desk.engine().run(context.step().run()).orElseThrow().state().name());
            return StepResult.done("{\"too\":\"late\"}");
        });
        desk.start(film("one", by("deaf", "a"), work("b", "a")));
        desk.crew().runAll();
        assertEquals(List.of("CANCELLED"), done);
        assertEquals(StepState.CANCELLED, step("one", "a").state());
        assertEquals(Optional.empty(), step("one", "a").ending().output());
    }

    @Test
    void oneLeftBehindDoesNoHarmToTheOneThatTookItsPlace() {
        List<Path> folders = new ArrayList<>();
        use("deaf", context -> {
            folders.add(context.staging());
            if (folders.size() == 1) {
                ManualEngine.value(desk.engine().cancel(context.step().run()));
                desk.crew().pass(Duration.ofSeconds(12));
                ManualEngine.value(desk.engine().resume(context.step().run()));
                return StepResult.done("\"old\"");
            }
            return write(context) ? StepResult.done("\"new\"") : StepResult.done("\"folder gone\"");
        });
        desk.start(film("one", by("deaf", "a")));
        desk.crew().runAll();
        assertEquals(Optional.of("\"new\""), step("one", "a").ending().output());
        assertEquals(2, Set.copyOf(folders).size());
    }

    private static boolean write(StepContext context) {
        try {
            Files.writeString(context.staging().resolve("x"), "x");
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Draws, and says on what the drawing depends. */
    private class Artist implements StepHandler {
        private String style = "ink 1";

        @Override
        public StepResult run(StepContext context) {
            done.add("drew " + context.input());
            return StepResult.done("\"drawn\"", PICTURE);
        }

        @Override
        public Optional<String> memo(StepContext context) {
            return Optional.of(style + context.given());
        }

        @Override
        public Optional<String> smaller(String input) {
            return input.equals("\"big\"") ? Optional.of("\"small\"") : Optional.empty();
        }
    }

    private static StepSpec draw(String path, String input, String... after) {
        return StepSpec.task(path, "draw", "cpu", input, List.of(after));
    }

    @Test
    void unchangedWorkIsNotDoneAgainInAnotherRun() {
        use("draw", new Artist());
        desk.finish(film("one", draw("a", "1")));
        desk.finish(film("two", draw("b", "1"), work("c", "b")));
        assertEquals(List.of("drew 1", "c"), done);
        assertEquals(Optional.of("\"drawn\""), step("two", "b").ending().output());
        assertTrue(desk.engine()
                .events(RunId.ofKey("two"))
                .stream()
                .anyMatch(event -> event.detail().getOrDefault("reused", "").equals("yes")));
    }

    @Test
    void changedInputsOtherStepsBeforeItAnotherVersionOrAMissingFileAreDoneAgain() {
        Artist artist = new Artist();
        use("draw", artist);
        desk.finish(film("one", draw("a", "1")));
        desk.finish(film("two", draw("a", "2")));
        desk.finish(film("three", work("before"), draw("a", "1", "before")));
        artist.style = "ink 2";
        desk.finish(film("four", draw("a", "1")));
        artist.style = "ink 1";
        files.clear();
        desk.finish(film("five", draw("a", "1")));
        assertEquals(List.of("drew 1", "drew 2", "before", "drew 1", "drew 1", "drew 1"), done);
    }

    @Test
    void workThatDependsOnAPartOfItsInputIsFoundAgainWhereOnlyTheRestHasChanged() {
        use("draw", new Artist() {
            @Override
            public Optional<String> memo(StepContext context) {
                return Optional.of(context.input().substring(0, 2));
            }
        });
        desk.finish(film("one", draw("a", "\"1 for Ann\"")));
        desk.finish(film("two", draw("b", "\"1 for Bo\""), draw("c", "\"2 for Bo\"")));
        assertEquals(List.of("drew \"1 for Ann\"", "drew \"2 for Bo\""), done);
    }

    @Test
    void aStepCanBeDoneAgainSmaller() {
        use("draw", new Artist());
        desk.finish(film("one", draw("a", "\"big\""), work("b", "a")));
        ManualEngine.value(dispatch().retrySmaller(id("one", "a")));
        desk.crew().runAll();
        assertEquals(List.of("drew \"big\"", "b", "drew \"small\"", "b"), done);
        assertInstanceOf(Failure.Refused.class, ManualEngine.failure(dispatch().retrySmaller(id("one", "a"))));
    }

    @Test
    void statisticsTellWhatWasDoneHowLongItTookAndHowReviewsWent() {
        use("draw", context -> {
            desk.clock().advance(Duration.ofSeconds(done.size() + 1));
            done.add("drew");
            return new StepResult.Succeeded("{}", List.of(), List.of(), Optional.of(0.5));
        });
        use("break", context -> {
            throw new IllegalStateException("oops");
        });
        use("ask", context -> new StepResult.NeedsDecision(new Question("Good?",
                List.of(new Question.Option("yes", "Yes", "", Question.Then.SUCCEED, "{}")))));
        desk.finish(film("one", draw("a", "1"), draw("b", "2"), draw("c", "3"), by("ask", "d")));
        desk.clock().advance(Duration.ofSeconds(5));
        ManualEngine.value(desk.engine()
                .decide(id("one", "d"), new Choice("yes", "", "ann", desk.clock().instant())));
        desk.finish(film("two", by("break", "x"), work("y", "x")));
        Statistics all = desk.engine().statistics();
        assertEquals(Map.of(StepState.SUCCEEDED, 4L, StepState.FAILED, 1L, StepState.PENDING, 1L), all.byState());
        Statistics.Kind drawing = all.kinds()
                .stream()
                .filter(kind -> kind.handler().equals("draw"))
                .findFirst()
                .orElseThrow();
        assertEquals(new Statistics.Kind("draw", 3, new Statistics.Times(2, 2, 2.9, 3), 0, 0, 0, Optional.of(0.5)),
                drawing);
        assertEquals(new Statistics.Reviews(0, Map.of("yes", 1L), Optional.of(5.0)), all.reviews());
    }

    @Test
    void whatIsLeftIsToldFromHowLongItTookBefore() {
        use("draw", context -> {
            desk.clock().advance(Duration.ofSeconds(4));
            return StepResult.done("{}");
        });
        desk.finish(film("one", draw("a", "1"), draw("b", "2")));
        desk.restart();
        Run run = desk.start(film("two", draw("a", "3"), draw("b", "4"), draw("c", "5", "a", "b")));
        assertEquals(Optional.of(Duration.ofSeconds(12)), desk.engine().outlook(run.id()).remaining());
        assertEquals(Optional.of(Duration.ofSeconds(12)), desk.engine().outlook().remaining());
        desk.crew().runAll();
        assertEquals(Optional.of(Duration.ZERO), desk.engine().outlook(run.id()).remaining());
    }

    @Test
    void whatEndedThirtyDaysAgoIsForgottenByItselfAndTheRestIsKept() {
        desk.finish(film("old", work("a")));
        desk.start(film("open", work("x"), work("y")));
        ManualEngine.value(desk.engine().pause(RunId.ofKey("open")));
        desk.crew().runAll();
        desk.pass(Duration.ofDays(20));
        desk.finish(film("new", work("b")));
        desk.pass(Duration.ofDays(12));
        assertEquals(List.of("new", "open"), desk.engine().runs().stream().map(Run::key).sorted().toList());
        assertEquals(List.of(), desk.engine().steps(RunId.ofKey("old")));
    }

    @Test
    void moreThanTwoHundredAreForgottenAPartAtATime() {
        use("draw", new Artist());
        desk.finish(film("first", draw("a", "1")));
        for (int i = 0; i < 200; i++) {
            desk.finish(film("film " + i, work("a")));
        }
        desk.pass(Duration.ofDays(31));
        assertEquals(List.of(), desk.engine().runs());
        assertEquals(List.of(), desk.engine().events(RunId.ofKey("first")));
    }

    @Test
    void aStepThatIsCancelledBeforeItsWorkerHasAThreadIsNotBegunAtAll() {
        Run run = desk.start(film("one", work("a"), work("b")));
        assertEquals(StepState.RUNNING, step("one", "a").state());
        ManualEngine.value(desk.engine().cancel(run.id()));
        desk.crew().runAll();
        assertEquals(List.of(), done);
        assertEquals(RunState.CANCELLED, desk.engine().run(run.id()).orElseThrow().state());
    }

    @Test
    void aStepThatIsStoppedWhenTheEngineClosesIsPutBackEvenIfItDoesNotListen() {
        use("stop", context -> {
            throw new Cancelled();
        });
        desk.start(film("one", by("stop", "a")));
        desk.close();
        assertEquals(StepState.READY, step("one", "a").state());
    }
}
