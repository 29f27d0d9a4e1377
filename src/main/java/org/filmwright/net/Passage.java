package org.filmwright.net;

import java.time.Instant;

/**
 * One request that left for another program, or was held back.
 *
 * @param host with its port; never a path, which could tell of the story, and never a key
 * @param sent bytes of the request's body; @param got bytes of the answer's, as far as it was read
 * @param why in a few words: {@code text}
 * @param end the status that came back, or why none did
 */
public record Passage(Instant at, String host, long sent, long got, String why, String end) {}
