package org.filmwright.engine;

import java.time.Instant;
import java.util.Optional;

/**
 * A gate that waits: answer it with {@link EngineApi#decide}.
 *
 * @param number of the question among those its step has asked, from 1
 */
public record OpenQuestion(StepId step, int number, RunId run, String path, Question question, Instant askedAt) {
    /** When its deadline is, if it has one. */
    public Optional<Instant> dueAt() {
        return question.deadline().map(deadline -> askedAt.plus(deadline.after()));
    }
}
