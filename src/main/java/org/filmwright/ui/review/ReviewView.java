package org.filmwright.ui.review;

/** How the takes are looked at. */
enum ReviewView {
    GRID, LOUPE, COMPARE, SURVEY;

    /** Whether Esc leaves it for the view before. */
    boolean isPassing() {
        return this == COMPARE || this == SURVEY;
    }
}
