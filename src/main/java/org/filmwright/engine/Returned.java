package org.filmwright.engine;

/** An answer after which work was done again. @param question as it was shown */
public record Returned(StepId step, Question question, Choice choice) {
    /** Whether the answer itself sent the work back. */
    boolean sentBack() {
        return question.option(choice.choice()).filter(Question.Option::sendsBack).isPresent();
    }
}
