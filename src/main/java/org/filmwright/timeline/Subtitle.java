package org.filmwright.timeline;

/** Text on the film from frame {@code start} up to, not including, {@code end}; at most two lines, split by {@code \n}. */
public record Subtitle(int start, int end, String text) implements Slide.Along<Subtitle> {
    public Subtitle {
        if (start < 0 || end <= start || text.isBlank() || text.lines().count() > 2) {
            throw new IllegalArgumentException(
                    "A subtitle has a time and one or two lines: " + start + " to " + end + " '" + text + "'");
        }
    }

    public int frames() {
        return end - start;
    }

    @Override
    public int place() {
        return start;
    }

    @Override
    public Subtitle later(int by) {
        return new Subtitle(start + by, end + by, text);
    }
}
