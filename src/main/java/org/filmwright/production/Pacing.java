package org.filmwright.production;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.filmwright.base.Money;
import org.filmwright.engine.EngineApi;
import org.filmwright.engine.Step;
import org.filmwright.engine.StepSpec;
import org.filmwright.engine.StepState;

/** What pictures and clips of a shot took, in time of this machine and in money, from the steps it has done. */
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
        List<Step> draws = of(steps, MakeSteps.DRAW);
        List<Step> clips = of(steps, MakeSteps.CLIP);
        OptionalDouble draw = mean(draws);
        OptionalDouble clip = mean(clips);
        if (draw.isEmpty() || clip.isEmpty()) {
            return Edits.Pace.UNKNOWN;
        }
        Map<String, Spending.Price> prices = new EngineSpending(engine).byJob();
        return new Edits.Pace(
                new Edits.Effort(MakeOrder.USUAL_TAKES * draw.getAsDouble(),
                        price(draws, prices).map(each -> each.times(MakeOrder.USUAL_TAKES))),
                new Edits.Effort(clip.getAsDouble(), price(clips, prices)), true);
    }

    private static List<Step> of(List<Step> steps, String handler) {
        return steps.stream()
                .filter(step -> step.work() instanceof StepSpec.Work.Task task && task.handler().equals(handler))
                .toList();
    }

    /** What one of them cost on average; nothing where none was bought. */
    private static Optional<Money> price(List<Step> steps, Map<String, Spending.Price> prices) {
        return steps.stream()
                .flatMap(step -> Optional.ofNullable(prices.get(step.id().value())).stream())
                .reduce(Spending.Price::plus)
                .map(whole -> whole.amount().times(1.0 / steps.size()));
    }

    private static OptionalDouble mean(List<Step> steps) {
        return steps.stream()
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
