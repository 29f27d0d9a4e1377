package org.filmwright.ui.jobs;

import org.filmwright.production.Job;
import org.filmwright.ui.kit.Commands;

/** What can be done to a job of the drawer. */
interface JobVerbs {
    Commands commands();

    void retry(Job job);

    void retrySmaller(Job job);

    /** Before everything that waits in its lane. */
    void first(Job job);

    /** Stops the order that a running job belongs to; has the film do without one that waits. */
    void remove(Job job);

    /** Brings what it made to the front. */
    void show(Job job);

    /** Opens what happened to it. */
    void log(Job job);

    /** Folds or unfolds the done jobs. */
    void toggleDone();
}
