package org.filmwright.production;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.filmwright.engine.Step;
import org.filmwright.engine.StepSpec;
import org.filmwright.engine.StepState;

/** How long each stage of a run took, from its recorded steps. */
final class Stages {
    private static final List<String> ORDER = List.of(MakeSteps.READ, MakeSteps.PLAN, MakeSteps.DRAW, MakeSteps.CIRCLE,
            MakeSteps.CLIP, MakeSteps.DELIVER, MakeSteps.ASSEMBLE, MakeSteps.EXPORT);

    private Stages() {}

    static List<MakeReport.Stage> of(List<Step> steps) {
        return ORDER.stream()
                .map(name -> of(name, steps.stream().filter(step -> isDone(step, name)).toList()))
                .filter(stage -> stage.steps() > 0)
                .toList();
    }

    /** How many steps of a stage succeeded. */
    static int done(List<Step> steps, String stage) {
        return (int) steps.stream().filter(step -> isDone(step, stage)).count();
    }

    private static boolean isDone(Step step, String stage) {
        return step.state() == StepState.SUCCEEDED && step.work() instanceof StepSpec.Work.Task task
                && task.handler().equals(stage);
    }

    private static MakeReport.Stage of(String name, List<Step> steps) {
        Instant first = times(steps, true).min(Instant::compareTo).orElse(Instant.EPOCH);
        Instant last = times(steps, false).max(Instant::compareTo).orElse(Instant.EPOCH);
        double work = steps.stream().mapToDouble(Stages::seconds).sum();
        return new MakeReport.Stage(name, steps.size(), seconds(first, last), work);
    }

    private static Stream<Instant> times(List<Step> steps, boolean starts) {
        return steps.stream()
                .flatMap(
                        step -> (starts ? step.ending().startedAt() : step.ending().endedAt()).stream());
    }

    private static double seconds(Step step) {
        return step.ending()
                .startedAt()
                .flatMap(start -> step.ending().endedAt().map(end -> seconds(start, end)))
                .orElse(0.0);
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / 1000.0;
    }
}
