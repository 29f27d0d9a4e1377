package org.filmwright.engine;

import java.time.Instant;

/** A gate that waits: answer it with {@link EngineApi#decide}. */
public record OpenQuestion(StepId step, RunId run, String path, Question question, Instant askedAt) {}
