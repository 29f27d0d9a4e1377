package org.filmwright.ui.kit;

/** Where a key counts: everywhere, or on one page only. */
public enum Scope {
    GLOBAL, WELCOME, STORY, IMAGES, TIMELINE, MODELS, SETTINGS, JOBS;

    /** Whether keys of both can be meant at the same moment. */
    public boolean meets(Scope other) {
        return this == other || this == GLOBAL || other == GLOBAL;
    }

    /** Whether a command of this scope can be meant while {@code page} has the keys. */
    public boolean reaches(Scope page) {
        return this == GLOBAL || this == page;
    }
}
