package org.filmwright.production;

import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;
import org.filmwright.generate.Answer;

/** Reads what a generator answered. */
final class Answers {
    private Answers() {}

    /** The single finished file of a generator that works here and now. */
    static Outcome<Answer.Output> onlyOutput(Answer answer) {
        return switch (answer) {
            case Answer.Done(var outputs, _) when outputs.size() == 1 -> Outcome.ok(outputs.getFirst());
            case Answer.Done(var outputs, _) -> Outcome.failed(new Failure.Bug("generator.outputs",
                    "A generator was asked for one file and gave " + outputs.size() + "."));
            case Answer.Pending(String handle, _) -> Outcome.failed(new Failure.Ambiguous(
                    "A remote generator accepted the work, and this version cannot wait for it.",
                    java.util.Optional.of(handle)));
            case Answer.Failed(Failure failure) -> Outcome.failed(failure);
        };
    }
}
