package org.filmwright.history;

import java.time.Instant;
import java.util.Optional;

/** The changes of a project in order, the last {@link #DEPTH} of which can be taken back and done again. Port. */
public interface History {
    int DEPTH = 200;

    /**
     * Makes a change; durable when it returns. What was taken back before it cannot be done again.
     *
     * @param joins whether it belongs to the step before, as the next letters of a word do
     */
    void make(Change change, boolean joins, Instant at);

    /** What {@link #takeBack} would take back. */
    Optional<Change> last();

    /** What {@link #doAgain} would do again. */
    Optional<Change> next();

    /** Takes the last change back; durable when it returns. Answers the change that was made so: its inverse. */
    Optional<Change> takeBack();

    /** Does again what was taken back last. */
    Optional<Change> doAgain();
}
