package org.filmwright.production;

import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import org.filmwright.engine.EngineApi;
import org.filmwright.engine.Step;
import org.filmwright.engine.StepSpec;
import org.filmwright.engine.StepState;

/** How long this machine took for pictures and clips of a shot, from the steps it has done. */
final class Pacing {
    private static final int RUNS = 3;

    private Pacing() {}

    static Edits.Pace of(EngineApi engine) {
        List<Step> steps = engine.runs()
                .stream()
                .limit(RUNS)
                .flatMap(run -> engine.steps(run.id()).stream())
                .filter(step -> step.state() == StepState.SUCCEEDED)
                .toList();
        OptionalDouble draw = mean(steps, MakeSteps.DRAW);
        OptionalDouble clip = mean(steps, MakeSteps.CLIP);
        return draw.isEmpty() || clip.isEmpty()
                ? Edits.Pace.UNKNOWN
                : new Edits.Pace(MakeOrder.USUAL_TAKES * draw.getAsDouble(), clip.getAsDouble(), true);
    }

    private static OptionalDouble mean(List<Step> steps, String handler) {
        return steps.stream()
                .filter(step -> step.work() instanceof StepSpec.Work.Task task && task.handler().equals(handler))
                .flatMap(step -> step.ending()
                        .startedAt()
                        .flatMap(start -> step.ending()
                                .endedAt()
                                .map(end -> Duration.between(start, end)
                                        .toMillis() / 1000.0))
                        .stream())
                .mapToDouble(Double::doubleValue)
                .average();
    }
}
