package org.filmwright.base;

/** How large the subject stands in the frame, from far to near (film.md 5.2; head heights of draft-boards.md 1). */
public enum ShotSize {
    EWS("extreme wide", 0.03), WS("wide", 0.09), MWS("medium wide", 0.13), MS("medium", 0.20), MCU("medium close-up",
            0.30), CU("close-up", 0.50), ECU("extreme close-up", 0.90), INSERT("insert", 0);

    private final String words;
    private final double headHeight;

    ShotSize(String words, double headHeight) {
        this.words = words;
        this.headHeight = headHeight;
    }

    public String words() {
        return words;
    }

    /** Height of a head as a fraction of the frame height; 0 for an insert, which shows an object. */
    public double headHeight() {
        return headHeight;
    }

    /** Steps between two sizes; an insert is two steps from everything, because it changes the subject. */
    public int stepsTo(ShotSize other) {
        if (this == other) {
            return 0;
        }
        return this == INSERT || other == INSERT ? 2 : Math.abs(ordinal() - other.ordinal());
    }
}
