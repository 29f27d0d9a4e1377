package org.filmwright.ui.kit;

/** Where a key counts: everywhere, or on one page only. */
public enum Scope {
    GLOBAL, WELCOME, STORY, IMAGES, TIMELINE, MODELS, SETTINGS, JOBS;

    /** Whether a command of this scope can be meant while {@code page} has the keys. */
    public boolean reaches(Scope page) {
        return this == GLOBAL || this == page;
    }
}
