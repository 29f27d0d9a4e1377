package org.filmwright.media;

/** Text shown from frame {@code start} up to, not including, {@code end}; lines are split by a line feed. */
public record Caption(int start, int end, String text) {
    public Caption {
        if (start < 0 || end <= start || text.isBlank()) {
            throw new IllegalArgumentException("A caption has text and lasts a frame or more: " + start + "-" + end);
        }
    }
}
