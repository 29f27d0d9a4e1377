package org.filmwright.engine;

import java.time.Instant;

/**
 * A gate that waits: answer it with {@link EngineApi#decide}.
 *
 * @param number of the question among those its step has asked, from 1
 */
public record OpenQuestion(StepId step, int number, RunId run, String path, Question question, Instant askedAt) {}
