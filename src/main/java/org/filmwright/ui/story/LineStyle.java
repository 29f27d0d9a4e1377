package org.filmwright.ui.story;

import java.util.Locale;
import java.util.Optional;
import org.filmwright.story.ElementType;

/** How a line is set; the style sheet knows the indents of the typed page. */
enum LineStyle {
    HEADING, ACTION, CUE, DIALOGUE, PARENTHETICAL, CENTERED, TRANSITION, ASIDE, BLANK;

    String styleClass() {
        return "fw-line-" + name().toLowerCase(Locale.ROOT);
    }

    static LineStyle of(Optional<ElementType> type) {
        return type.map(LineStyle::of).orElse(BLANK);
    }

    private static LineStyle of(ElementType type) {
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
