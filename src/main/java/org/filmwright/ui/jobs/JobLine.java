package org.filmwright.ui.jobs;

/** A line of the drawer. */
sealed interface JobLine {
    /** One job. */
    record Entry(JobRow row) implements JobLine {}

    /** The done jobs that are folded away, or were until somebody opened them. */
    record DoneGroup(int jobs, boolean open) implements JobLine {}
}
