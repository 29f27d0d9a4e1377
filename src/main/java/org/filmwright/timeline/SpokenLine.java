package org.filmwright.timeline;

import org.filmwright.base.ShotId;

/** Words heard in a shot, from {@code start} to {@code end} seconds after the shot begins. */
public record SpokenLine(ShotId shot, String speaker, String text, double start, double end) {
    public SpokenLine {
        if (!(start >= 0 && end > start)) {
            throw new IllegalArgumentException("A line is heard for a while: " + start + " to " + end);
        }
    }
}
