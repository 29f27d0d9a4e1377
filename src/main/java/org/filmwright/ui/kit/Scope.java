package org.filmwright.ui.kit;

/** Where a key counts: everywhere, or in one workspace only. */
public enum Scope {
    GLOBAL, STORY, IMAGES, TIMELINE;

    /** Whether a command of this scope can be meant while {@code workspace} shows. */
    public boolean reaches(Scope workspace) {
        return this == GLOBAL || this == workspace;
    }
}
