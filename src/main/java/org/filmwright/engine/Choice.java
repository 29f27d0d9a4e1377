package org.filmwright.engine;

import java.time.Instant;

/** What somebody answered at a gate. */
public record Choice(String choice, String comment, String by, Instant at) {}
