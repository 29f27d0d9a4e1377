package org.filmwright.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.filmwright.base.Failure;
import org.junit.jupiter.api.Test;

/** When lanes work and when they rest, whatever keeps their rows: one subclass per ledger. */
public abstract class LaneContract extends DispatchFloor {
    @Test
    void aPausedLaneStartsNothingUntilItIsResumedAlsoAfterARestart() {
        ManualEngine.value(dispatch().pause("cpu", "For the night.", Optional.empty()));
        desk.start(film("one", work("a"), StepSpec.task("m", "work", "media", "{}", List.of())));
        desk.crew().runAll();
        desk.restart();
        desk.crew().runAll();
        assertEquals(List.of("m"), done);
        assertEquals("For the night.", lane("cpu").pause().orElseThrow().reason());
        ManualEngine.value(dispatch().resume("cpu"));
        desk.crew().runAll();
        assertEquals(List.of("m", "a"), done);
    }

    @Test
    void aLanePausedUntilATimeGoesOnByItself() {
        Instant until = desk.clock().instant().plusSeconds(90);
        ManualEngine.value(dispatch().pause("cpu", "A moment.", Optional.of(until)));
        desk.start(film("one", work("a")));
        desk.pass(Duration.ofSeconds(89));
        assertEquals(List.of(), done);
        desk.pass(Duration.ofSeconds(2));
        assertEquals(List.of("a"), done);
    }

    @Test
    void aLaneKeepsItsRateAlsoAcrossARestart() {
        desk.withLanes(List.of(LaneSpec.remote("cpu", 9, new LaneSpec.Rate(1, Duration.ofSeconds(10)))));
        desk.start(film("one", work("a"), work("b"), work("c")));
        desk.crew().runAll();
        desk.restart();
        desk.pass(Duration.ofSeconds(9));
        assertEquals(List.of("a"), done);
        desk.pass(Duration.ofSeconds(2));
        assertEquals(List.of("a", "b"), done);
        desk.pass(Duration.ofSeconds(10));
        assertEquals(List.of("a", "b", "c"), done);
    }

    @Test
    void beingToldToWaitPausesTheLaneAndIsNoTry() {
        use("busy", context -> {
            done.add(context.step().path());
            return done.size() < 6
                    ? new StepResult.Failed(new Failure.Transient("Too many requests.", Duration.ofSeconds(45)))
                    : StepResult.done("{}");
        });
        desk.start(film("one", by("busy", "a"), work("b")));
        desk.crew().runAll();
        assertEquals(List.of("a"), done);
        assertEquals("Too many requests.", lane("cpu").pause().orElseThrow().reason());
        for (int i = 0; i < 6; i++) {
            desk.pass(Duration.ofSeconds(46));
        }
        assertEquals(List.of("a", "a", "a", "a", "a", "a", "b"), done);
        assertEquals(1, step("one", "a").tries().attempt());
    }

    private static LaneSpec cloud(int room) {
        return LaneSpec.remote("cloud", room, new LaneSpec.Rate(1000, Duration.ofSeconds(1)));
    }

    @Test
    void aProviderThatIsDownRestsItsJobsWaitOthersGoOnAndOneIsTriedBeforeAllGoOn() {
        desk.withLanes(List.of(LaneSpec.local("cpu", 1), cloud(2)));
        Instant up = desk.clock().instant().plus(Duration.ofMinutes(6));
        List<Instant> tries = new ArrayList<>();
        use("buy", context -> {
            tries.add(desk.clock().instant());
            return desk.clock().instant().isBefore(up)
                    ? new StepResult.Failed(new Failure.Transient("It answered 503.", Duration.ZERO))
                    : StepResult.done("{}");
        });
        List<StepSpec> steps = new ArrayList<>(List.of(work("here")));
        for (int i = 1; i <= 6; i++) {
            steps.add(StepSpec.task("shot/" + i, "buy", "cloud", "{}", List.of()));
        }
        desk.start(film("one", steps.toArray(StepSpec[]::new)));
        desk.pass(Duration.ofSeconds(2));
        assertEquals(List.of("here"), done);
        for (int i = 0; i < 60 && lane("cloud").pause().isEmpty(); i++) {
            desk.pass(Duration.ofSeconds(1));
        }
        Lane.Pause pause = lane("cloud").pause().orElseThrow();
        assertTrue(pause.reason().startsWith("cloud failed 5 times in a row. What waits for it is kept"),
                pause.reason());
        assertTrue(pause.reason().endsWith("It answered 503."), pause.reason());
        int before = tries.size();
        desk.restart();
        for (int i = 0; i < 5 * 60; i++) {
            desk.pass(Duration.ofSeconds(1));
        }
        assertTrue(tries.size() - before <= 5, "it was left in peace: " + tries);
        assertEquals(RunState.RUNNING, desk.engine().runs().getFirst().state());
        for (int i = 0; i < 10 * 60; i++) {
            desk.pass(Duration.ofSeconds(1));
        }
        assertEquals(RunState.SUCCEEDED, desk.engine().runs().getFirst().state());
        assertEquals(0, lane("cloud").trips());
    }

    @Test
    void aStepThatKeepsFailingWhileOthersSucceedIsGivenUpAndItsProviderIsNotBlamed() {
        desk.withLanes(List.of(cloud(1)));
        use("buy", context -> context.step().path().equals("bad")
                ? new StepResult.Failed(new Failure.Transient("It broke off.", Duration.ZERO))
                : StepResult.done("{}"));
        List<StepSpec> steps = new ArrayList<>(List.of(StepSpec.task("bad", "buy", "cloud", "{}", List.of())));
        for (int i = 0; i < 20; i++) {
            steps.add(StepSpec.task("good/" + i, "slow", "cloud", "{}", List.of()));
        }
        use("slow", _ -> {
            desk.clock().jump(Duration.ofSeconds(3));
            return StepResult.done("{}");
        });
        desk.start(film("one", steps.toArray(StepSpec[]::new)));
        for (int i = 0; i < 60; i++) {
            desk.pass(Duration.ofSeconds(1));
        }
        assertEquals(StepState.FAILED, step("one", "bad").state());
        assertEquals(3, step("one", "bad").tries().attempt());
    }

    @Test
    void aStepInALaneThatNobodyOpensIsParkedWithItsReasonUntilSomebodyDoes() {
        desk.finish(film("one", work("a"), StepSpec.task("b", "work", "gpu", "{}", List.of("a"))));
        Run run = desk.engine().run(RunId.ofKey("one")).orElseThrow();
        assertEquals(StepState.PARKED, step("one", "b").state());
        assertTrue(run.rests());
        Failure why = step("one", "b").ending().failure().orElseThrow();
        assertEquals("b waits for: the lane 'gpu'. The lanes here are cpu, media.", why.what());
        desk.withLanes(Map.of());
        assertEquals(StepState.PARKED, step("one", "b").state());
        desk.withLanes(Map.of("gpu", 1)).crew().runAll();
        assertEquals(List.of("a", "b"), done);
        assertEquals(1, step("one", "b").tries().attempt());
    }

    @Test
    void aStepWhoseLaneIsGoneSinceIsParkedWhenTheProjectIsOpened() {
        desk.withLanes(Map.of("gpu", 1));
        desk.start(film("one", StepSpec.task("a", "work", "gpu", "{}", List.of()),
                StepSpec.task("b", "work", "gpu", "{}", List.of())));
        desk.withLanes(Map.of("cpu", 1)).crew().runAll();
        assertEquals(List.of(StepState.PARKED, StepState.PARKED),
                desk.engine().steps(RunId.ofKey("one")).stream().map(Step::state).toList());
    }

    @Test
    void aLaneOfOthersWithoutARateRestsAsWell() {
        desk.withLanes(List.of(LaneSpec.others("text", 2)));
        use("write", _ -> new StepResult.Failed(new Failure.Transient("It answered 500.", Duration.ZERO)));
        desk.start(film("one", written(4)));
        for (int i = 0; i < 60 && lane("text").pause().isEmpty(); i++) {
            desk.pass(Duration.ofSeconds(1));
        }
        assertTrue(lane("text").pause().orElseThrow().reason().contains("What waits for it is kept"));
        assertEquals(RunState.RUNNING, desk.engine().runs().getFirst().state());
    }

    @Test
    void answersThatCannotBeUsedFailTheirStepsAndTheirLaneIsNotBlamed() {
        desk.withLanes(List.of(LaneSpec.others("text", 2)));
        use("write", _ -> new StepResult.Spoiled(new Failure.Transient("The form is wrong.", Duration.ZERO)));
        desk.start(film("one", written(4)));
        for (int i = 0; i < 60; i++) {
            desk.pass(Duration.ofSeconds(1));
        }
        assertEquals(0, lane("text").failures());
        assertEquals(RunState.FAILED, desk.engine().runs().getFirst().state());
        assertEquals(3, step("one", "text/1").tries().attempt());
    }

    private static StepSpec[] written(int steps) {
        return IntStream.rangeClosed(1, steps)
                .mapToObj(n -> StepSpec.task("text/" + n, "write", "text", "{}", List.of()))
                .toArray(StepSpec[]::new);
    }
}
