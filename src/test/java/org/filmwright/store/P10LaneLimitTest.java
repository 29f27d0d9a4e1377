package org.filmwright.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.filmwright.base.Failure;
import org.filmwright.base.MediaRef;
import org.filmwright.engine.Engine;
import org.filmwright.engine.EngineListener;
import org.filmwright.engine.EngineSettings;
import org.filmwright.engine.LaneSpec;
import org.filmwright.engine.ManualEngine;
import org.filmwright.engine.RunId;
import org.filmwright.engine.RunSpec;
import org.filmwright.engine.RunState;
import org.filmwright.engine.Step;
import org.filmwright.engine.StepContext;
import org.filmwright.engine.StepResult;
import org.filmwright.engine.StepSpec;
import org.filmwright.engine.StepState;
import org.filmwright.engine.ThreadCrew;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** P10: whatever happens, no lane ever holds more than its room, and none starts more than its rate. */
@Tag("recovery")
class P10LaneLimitTest {
    private static final int STEPS = Integer.getInteger("filmwright.steps", 60);
    private static final LaneSpec.Rate RATE = new LaneSpec.Rate(20, Duration.ofSeconds(1));
    private static final Map<String, Integer> ROOM = Map.of("gpu", 1, "cpu", 3, "cloud", 4);

    @TempDir
    private Path folder;
    private final Map<String, AtomicInteger> inside = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> most = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Instant> cloudStarts = new ConcurrentLinkedQueue<>();

    @Test
    void noLaneHoldsMoreThanItsRoomNorStartsMoreThanItsRateWhateverFailsIsPausedAndReordered() {
        try (ProjectFolder project = ManualEngine.value(ProjectFolder.openOrCreate(folder, Clock.systemUTC()));
                Engine engine = Engine.open(project.ledger(), Map.of("work", this::work), settings(project),
                        new ThreadCrew())) {
            engine.listen(new EngineListener() {
                @Override
                public void stepChanged(Step step) {
                    if (step.state() == StepState.RUNNING && step.lane().equals("cloud")) {
                        cloudStarts.add(step.ending().startedAt().orElseThrow());
                    }
                }
            });
            List<RunId> runs = IntStream.range(0, 4).mapToObj(i -> start(engine, "run " + i)).toList();
            disturb(engine, runs);
            runs.forEach(run -> assertEquals(RunState.SUCCEEDED,
                    ManualEngine.value(engine.await(run)).state()));
        }
        ROOM.forEach((lane, room) -> assertTrue(most.get(lane).get() <= room, lane + ": " + most.get(lane)));
        assertEquals(ROOM.get("gpu"), most.get("gpu").get());
        assertEquals(List.of(), List.of(cloudStarts.toArray(Instant[]::new))
                .stream()
                .filter(start -> startsFrom(start) > RATE.starts())
                .toList());
    }

    private static EngineSettings settings(ProjectFolder project) {
        Predicate<MediaRef> none = _ -> false;
        return new EngineSettings(
                List.of(LaneSpec.local("gpu", 1), LaneSpec.local("cpu", 3), LaneSpec.remote("cloud", 4, RATE)),
                project.staging(), Clock.systemUTC(), new SplittableRandom(1), none);
    }

    private static RunId start(Engine engine, String key) {
        List<StepSpec> steps = IntStream.range(0, STEPS)
                .mapToObj(i -> StepSpec.task("s" + i, "work", List.of("gpu", "cpu", "cloud").get(i % 3), "{}",
                        List.of()))
                .toList();
        return ManualEngine.value(engine.start(new RunSpec("make", key, "{}", steps)));
    }

    private static void disturb(Engine engine, List<RunId> runs) {
        ManualEngine.value(engine.dispatch().pause("cpu", "A moment.", Optional.empty()));
        ManualEngine.value(engine.pause(runs.get(1)));
        ManualEngine.value(engine.dispatch().prioritise(runs.get(2), 5));
        ManualEngine.value(engine.dispatch().resume("cpu"));
        ManualEngine.value(engine.resume(runs.get(1)));
    }

    private StepResult work(StepContext context) {
        String lane = context.step().lane();
        AtomicInteger now = inside.computeIfAbsent(lane, _ -> new AtomicInteger());
        most.computeIfAbsent(lane, _ -> new AtomicInteger()).accumulateAndGet(now.incrementAndGet(), Math::max);
        for (int spin = 0; spin < 20_000; spin++) {
            Thread.onSpinWait();
        }
        now.decrementAndGet();
        boolean first = context.step().tries().attempt() == 1;
        return first && context.step().path().endsWith("7") && !lane.equals("cloud")
                ? new StepResult.Failed(new Failure.Transient("Busy.", Duration.ZERO))
                : StepResult.done("{}");
    }

    private long startsFrom(Instant start) {
        Instant end = start.plus(RATE.per());
        return cloudStarts.stream().filter(each -> !each.isBefore(start) && each.isBefore(end)).count();
    }
}
