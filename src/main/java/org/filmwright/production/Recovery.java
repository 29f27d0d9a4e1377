package org.filmwright.production;

import java.time.Instant;

/**
 * What opening a project found after the last process had ended without closing it.
 *
 * @param upTo when it wrote last: nothing before that is lost
 * @param stopped jobs that ran then; they are paused until somebody lets them go on
 */
public record Recovery(Instant upTo, int stopped) {}
