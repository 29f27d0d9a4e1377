package org.filmwright.ui.kit;

/** What can be said of a shot, a take or a job by one glyph; lists, badges, timeline and announcements share it. */
public enum Status {
    EMPTY, NEW, CHANGES, REJECTED, APPROVED, STALE, WAITING, GENERATING, PAUSED, STOPPED, FAILED, WARNING, DONE;

    public static Status of(ShotState state) {
        return switch (state) {
            case EMPTY -> EMPTY;
            case NEW -> NEW;
            case CHANGES -> CHANGES;
            case REJECTED -> REJECTED;
            case APPROVED -> APPROVED;
            case STALE -> STALE;
        };
    }

    /** Said by a screen reader. */
    public String words() {
        return Words.of("status", this);
    }
}
