package org.filmwright.production.models;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** How fast bytes come, over the last few seconds. */
final class Speed {
    private static final Duration WINDOW = Duration.ofSeconds(6);
    private static final long LEAST_MILLIS = 500;

    private record Mark(Instant at, long bytes) {}

    private final Deque<Mark> marks = new ArrayDeque<>();

    /** What comes now did not come for a while. */
    void forget() {
        marks.clear();
    }

    /** @return bytes a second; 0 while that is not known */
    double after(Instant now, long bytes) {
        marks.addLast(new Mark(now, bytes));
        while (marks.size() > 2 && Duration.between(marks.getFirst().at(), now).compareTo(WINDOW) > 0) {
            marks.removeFirst();
        }
        long millis = Duration.between(marks.getFirst().at(), now).toMillis();
        return millis < LEAST_MILLIS ? 0 : (bytes - marks.getFirst().bytes()) * 1e3 / millis;
    }
}
