package org.filmwright.images;

import java.time.Duration;
import java.time.Instant;

/** A take that a person put aside. Its picture is kept for a while, then deleted. @param since when it was put aside */
public record Trashed(ImageTake take, Instant since) {
    public static final Duration KEPT = Duration.ofDays(30);

    /** From then on the picture may be deleted. */
    public Instant until() {
        return since.plus(KEPT);
    }
}
