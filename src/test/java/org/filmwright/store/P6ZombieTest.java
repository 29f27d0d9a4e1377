package org.filmwright.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.filmwright.base.Digest;
import org.filmwright.base.MediaRef;
import org.filmwright.engine.Engine;
import org.filmwright.engine.EngineSettings;
import org.filmwright.engine.ManualCrew;
import org.filmwright.engine.ManualEngine;
import org.filmwright.engine.RunId;
import org.filmwright.engine.RunSpec;
import org.filmwright.engine.SettableClock;
import org.filmwright.engine.Step;
import org.filmwright.engine.StepHandler;
import org.filmwright.engine.StepId;
import org.filmwright.engine.StepResult;
import org.filmwright.engine.StepSpec;
import org.filmwright.engine.StepState;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** P6: a worker that was thought dead and comes back cannot publish, however its clock stands. */
@Tag("recovery")
class P6ZombieTest {
    private static final RunId RUN = RunId.ofKey("film");
    private static final MediaRef OLD = new MediaRef(Digest.of("old"), "png");
    private static final MediaRef NEW = new MediaRef(Digest.of("new"), "png");

    @ParameterizedTest
    @ValueSource(ints = {-5, 0, 5})
    void whoWasTakenOverPublishesNothingBeforeOrAfterTheOther(int minutes, @TempDir Path folder) {
        InstantSource skewed = InstantSource.offset(Clock.systemUTC(), Duration.ofMinutes(minutes));
        try (ProjectFolder project = ManualEngine.value(ProjectFolder.openOrCreate(folder, Clock.systemUTC()))) {
            ManualCrew frozen = new ManualCrew(new SettableClock());
            Engine first = engine(project, Clock.systemUTC(), frozen, "\"old\"", OLD);
            ManualEngine.value(first.start(new RunSpec("make", "film", "{}",
                    List.of(task("early"), task("late")))));
            ManualCrew taking = new ManualCrew(new SettableClock());
            Engine second = engine(project, skewed, taking, "\"new\"", NEW);
            frozen.runOne();
            assertEquals(StepState.RUNNING, step(second, "early").state());
            taking.runAll();
            frozen.runAll();
            for (String path : List.of("early", "late")) {
                assertEquals(StepState.SUCCEEDED, step(second, path).state());
                assertEquals(Optional.of("\"new\""), step(second, path).ending().output());
                assertEquals(1, second.events(RUN)
                        .stream()
                        .filter(event -> event.type().equals("step.succeeded")
                                && event.step().equals(Optional.of(StepId.of(RUN, path))))
                        .count());
            }
        }
    }

    private static Engine engine(ProjectFolder project, InstantSource clock, ManualCrew crew, String output,
            MediaRef media) {
        StepHandler handler = _ -> StepResult.done(output, media);
        return Engine.open(project.ledger(), Map.of("draw", handler), new EngineSettings(Map.of("cpu", 2),
                project.staging(), clock, new SplittableRandom(1)), crew);
    }

    private static StepSpec task(String path) {
        return StepSpec.task(path, "draw", "cpu", "{}", List.of());
    }

    private static Step step(Engine engine, String path) {
        return engine.steps(RUN).stream().filter(each -> each.path().equals(path)).findFirst().orElseThrow();
    }
}
