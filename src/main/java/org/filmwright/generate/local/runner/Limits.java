package org.filmwright.generate.local.runner;

import java.time.Duration;

/**
 * What a process of models is allowed.
 *
 * @param silence without a heartbeat; a machine that swaps stutters
 * @param standstill without progress of its work; loading from a slow disk reports none
 * @param grace to stop or to end after it was asked
 * @param idle without work, until it ends and gives its memory back
 * @param drift bytes by which it may hold more than after its first picture of a size; whoever does so twice starts anew
 *         between two pictures
 */
public record Limits(Duration silence, Duration standstill, Duration grace, Duration idle, long drift) {
    public static final Limits USUAL = new Limits(Duration.ofSeconds(30), Duration.ofMinutes(10), Duration.ofSeconds(8),
            Duration.ofMinutes(5), 1L << 30);
}
