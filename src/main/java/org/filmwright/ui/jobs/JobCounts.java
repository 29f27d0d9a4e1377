package org.filmwright.ui.jobs;

import java.util.Collection;

/** How many jobs stand where; what asks for a person counts as waiting. */
record JobCounts(int running, int waiting, int failed, int done) {
    static final JobCounts NONE = new JobCounts(0, 0, 0, 0);

    static JobCounts of(Collection<JobRow> rows) {
        int[] n = new int[4];
        for (JobRow row : rows) {
            switch (row.state()) {
                case RUNNING -> n[0]++;
                case ASKING, WAITING, BLOCKED, LACKING, RETRYING, PAUSED, HELD, STOPPED -> n[1]++;
                case FAILED -> n[2]++;
                case DONE -> n[3]++;
                case DROPPED -> throw new IllegalStateException("A dropped job has no row");
            }
        }
        return new JobCounts(n[0], n[1], n[2], n[3]);
    }

    /** What is still to be done. */
    int open() {
        return running + waiting;
    }

    int of(Show show) {
        return switch (show) {
            case ALL -> open() + failed + done;
            case RUNNING -> running;
            case WAITING -> waiting;
            case FAILED -> failed;
            case DONE -> done;
        };
    }
}
