package org.filmwright.net;

import java.time.Duration;

/**
 * How long somebody is waited for.
 *
 * @param connect until they take the call; @param silence between two bytes; @param whole until all is said
 */
public record Patience(Duration connect, Duration silence, Duration whole) {}
