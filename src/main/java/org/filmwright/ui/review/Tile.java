package org.filmwright.ui.review;

import org.filmwright.story.Shot;

/** What stands on the light table: a take, or the place of one that is on its way. */
sealed interface Tile permits Frame, Coming {
    Shot shot();

    /** Whether it opens its shot. */
    boolean first();

    /** As a screen reader says it. */
    String spoken();
}
