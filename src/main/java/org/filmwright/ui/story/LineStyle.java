package org.filmwright.ui.story;

import org.filmwright.story.ElementType;

/** How an element is set: indent in pixels of the 576 pixel column, and how many characters fit on a line. */
enum LineStyle {
    HEADING(0, 60), ACTION(0, 60), CUE(200, 38), DIALOGUE(100, 35), PARENTHETICAL(150, 26), CENTERED(0, 60), TRANSITION(
            0, 60), ASIDE(0, 60);

    private final double indent;
    private final int columns;

    LineStyle(double indent, int columns) {
        this.indent = indent;
        this.columns = columns;
    }

    double indent() {
        return indent;
    }

    int columns() {
        return columns;
    }

    static LineStyle of(ElementType type) {
        return switch (type) {
            case SCENE_HEADING -> HEADING;
            case ACTION, PAGE_BREAK -> ACTION;
            case CHARACTER -> CUE;
            case DIALOGUE, LYRICS -> DIALOGUE;
            case PARENTHETICAL -> PARENTHETICAL;
            case CENTERED -> CENTERED;
            case TRANSITION -> TRANSITION;
            case SECTION, SYNOPSIS, NOTE, BONEYARD -> ASIDE;
        };
    }
}
