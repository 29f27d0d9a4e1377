package org.filmwright.ui.jobs;

import org.filmwright.production.Job;

/** Which jobs the drawer shows. */
enum Show {
    ALL, RUNNING, WAITING, FAILED, DONE;

    boolean shows(Job.State state) {
        return switch (this) {
            case ALL -> true;
            case RUNNING -> state == Job.State.RUNNING;
            case FAILED -> state == Job.State.FAILED;
            case DONE -> state == Job.State.DONE;
            case WAITING -> switch (state) {
                case ASKING, WAITING, BLOCKED, LACKING, RETRYING, PAUSED, HELD, STOPPED -> true;
                case RUNNING, FAILED, DONE, DROPPED -> false;
            };
        };
    }
}
