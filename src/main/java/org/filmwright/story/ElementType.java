package org.filmwright.story;

import java.util.Locale;

/** What a piece of a screenplay is; {@link #word()} is its spelling on the command line. */
public enum ElementType {
    SCENE_HEADING, ACTION, CHARACTER, DIALOGUE, PARENTHETICAL, LYRICS, TRANSITION, CENTERED, PAGE_BREAK, SECTION, SYNOPSIS, NOTE, BONEYARD;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether this belongs to the speech of the cue before it. */
    boolean spoken() {
        return this == DIALOGUE || this == PARENTHETICAL || this == LYRICS;
    }

    /** Whether this stands beside the script and is never printed with it. */
    boolean aside() {
        return this == NOTE || this == BONEYARD;
    }
}
