package org.filmwright.production;

import java.util.function.Function;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;
import org.filmwright.engine.StepResult;

/** Outcomes as the engine hears them. */
final class StepAnswers {
    private StepAnswers() {}

    static <T> StepResult of(Outcome<T> outcome, Function<T, StepResult> done) {
        return switch (outcome) {
            case Outcome.Ok<T>(T value) -> done.apply(value);
            case Outcome.Failed<T>(Failure failure) -> new StepResult.Failed(failure);
        };
    }
}
