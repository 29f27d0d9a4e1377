package org.filmwright.production;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.filmwright.base.Money;
import org.filmwright.engine.EngineApi;
import org.filmwright.engine.Pace;
import org.filmwright.engine.Step;
import org.filmwright.engine.StepSpec;
import org.filmwright.engine.StepState;

/** What a picture and a clip took, in time of this machine and in money, from the steps it has done. */
final class Pacing {
    private static final int RUNS = 3;

    private Pacing() {}

    /** @param asking what one take will probably cost, by the terms of whoever draws */
    static Edits.Pace of(EngineApi engine, Optional<Money> asking) {
        Map<String, Pace> paces = engine.paces();
        if (!paces.containsKey(MakeSteps.DRAW)) {
            return Edits.Pace.UNKNOWN.asking(asking);
        }
        List<Step> draws = newest(engine, MakeSteps.DRAW);
        Map<String, Spending.Price> prices = new EngineSpending(engine).byJob();
        Edits.Effort draw = new Edits.Effort(seconds(paces.get(MakeSteps.DRAW)), price(draws, prices).or(() -> asking));
        Edits.Effort clip = Optional.ofNullable(paces.get(MakeSteps.CLIP))
                .map(pace -> new Edits.Effort(seconds(pace), price(newest(engine, MakeSteps.CLIP), prices)))
                .orElse(Edits.Pace.UNKNOWN.clip());
        return new Edits.Pace(draw, clip, room(engine, draws), true);
    }

    private static double seconds(Pace pace) {
        return pace.meanMs() / 1000;
    }

    /** How many pictures are drawn at once where they were drawn last. */
    private static int room(EngineApi engine, List<Step> draws) {
        return draws.stream()
                .findFirst()
                .flatMap(step -> engine.dispatch()
                        .lanes()
                        .stream()
                        .filter(lane -> lane.name().equals(step.lane()))
                        .findFirst())
                .map(lane -> lane.spec().room())
                .orElse(1);
    }

    /** Steps that were done, of the newest runs that had such. */
    private static List<Step> newest(EngineApi engine, String handler) {
        return engine.runs()
                .stream()
                .map(run -> engine.steps(run.id()).stream().filter(step -> isDone(step, handler)).toList())
                .filter(steps -> !steps.isEmpty())
                .limit(RUNS)
                .flatMap(List::stream)
                .toList();
    }

    private static boolean isDone(Step step, String handler) {
        return step.state() == StepState.SUCCEEDED && step.work() instanceof StepSpec.Work.Task task
                && task.handler().equals(handler);
    }

    /** What one of them cost on average; nothing where none was bought. */
    private static Optional<Money> price(List<Step> steps, Map<String, Spending.Price> prices) {
        return steps.stream()
                .flatMap(step -> Optional.ofNullable(prices.get(step.id().value())).stream())
                .reduce(Spending.Price::plus)
                .map(whole -> whole.amount().times(1.0 / steps.size()));
    }
}
