package org.filmwright.production;

import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;
import org.filmwright.generate.Answer;

/** Reads what a generator on this machine answered. */
final class Answers {
    private Answers() {}

    /** The single finished file of a generator that works here and now. */
    static Outcome<Answer.Output> onlyOutput(Answer answer) {
        return switch (answer) {
            case Answer.Done(var outputs, _) when outputs.size() == 1 -> Outcome.ok(outputs.getFirst());
            case Answer.Done(var outputs, _) -> Outcome.failed(new Failure.Bug("generator.outputs",
                    "A generator was asked for one file and gave " + outputs.size() + "."));
            case Answer.Pending _ -> Outcome.failed(new Failure.Bug("generator.pending",
                    "A generator on this machine left its work unfinished."));
            case Answer.Failed(Failure failure, _) -> Outcome.failed(failure);
        };
    }
}
