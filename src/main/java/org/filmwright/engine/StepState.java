package org.filmwright.engine;

import java.util.EnumSet;
import java.util.Set;

/** Where a step stands, and what may follow (engine.md 5). */
public enum StepState {
    /** Waits for the steps it depends on. */
    PENDING,
    /** Could start as soon as its lane has room. */
    READY, RUNNING,
    /** A remote job is at it; keeps its place in the lane and holds no thread. */
    WAITING_EXTERNAL,
    /** A person has to answer its question. */
    WAITING_DECISION,
    /** Failed in passing; starts again by itself at its time. */
    RETRY_WAIT,
    /** A run of its own has to end first. */
    WAITING_CHILD,
    /** Nothing here can do it; it is ready as soon as the project is opened by something that can. */
    PARKED, SUCCEEDED, FAILED, CANCELLED,
    /** Lies on a branch that was not taken, or belongs to an older plan of the run. */
    SKIPPED;

    public Set<StepState> next() {
        return switch (this) {
            case PENDING -> EnumSet.of(READY, WAITING_DECISION, WAITING_CHILD, CANCELLED, SKIPPED);
            case READY -> EnumSet.of(RUNNING, PENDING, PARKED, CANCELLED, SKIPPED);
            case RUNNING -> EnumSet.of(SUCCEEDED, FAILED, RETRY_WAIT, WAITING_DECISION, WAITING_EXTERNAL, READY, PARKED,
                    CANCELLED);
            case WAITING_EXTERNAL -> EnumSet.of(SUCCEEDED, FAILED, RETRY_WAIT, WAITING_DECISION, READY, CANCELLED);
            case WAITING_DECISION -> EnumSet.of(SUCCEEDED, FAILED, READY, RETRY_WAIT, PENDING, CANCELLED, SKIPPED);
            case RETRY_WAIT, PARKED -> EnumSet.of(READY, PENDING, CANCELLED, SKIPPED);
            case WAITING_CHILD -> EnumSet.of(SUCCEEDED, FAILED, PENDING, CANCELLED, SKIPPED);
            case SUCCEEDED, FAILED, CANCELLED, SKIPPED -> EnumSet.of(PENDING, READY, WAITING_DECISION, WAITING_CHILD,
                    SKIPPED);
        };
    }

    /** It takes up room in its lane. */
    public boolean inFlight() {
        return this == RUNNING || this == WAITING_EXTERNAL;
    }

    public boolean ended() {
        return switch (this) {
            case SUCCEEDED, FAILED, CANCELLED, SKIPPED -> true;
            case PENDING, READY, RUNNING, WAITING_EXTERNAL, WAITING_DECISION, RETRY_WAIT, WAITING_CHILD,
                    PARKED -> false;
        };
    }
}
