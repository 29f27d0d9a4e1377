package org.filmwright.story;

import java.util.List;

/** What happens in a scene, piece by piece. */
sealed interface Beat {
    /** A paragraph of action on one line, without emphasis marks. */
    record Action(String text) implements Beat {}

    /**
     * What somebody says without being interrupted.
     *
     * @param speakers in capitals; more than one when a cue names several
     * @param unseen spoken off screen or over the picture
     */
    record Speech(List<String> speakers, boolean unseen, List<Line> lines) implements Beat {}
}
