package org.filmwright.ui.review;

/** What the images workspace shows. */
enum ReviewState {
    NO_PROJECT, NO_TAKES, ALL_HIDDEN, EMPTY_TRASH, LOUPE
}
