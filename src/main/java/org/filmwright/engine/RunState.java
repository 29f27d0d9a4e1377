package org.filmwright.engine;

import java.util.EnumSet;
import java.util.Set;

/** Where a run stands. That it waits for a person is not a state: see {@link Run#waitsForPerson()}. */
public enum RunState {
    CREATED, RUNNING, PAUSING, PAUSED, SUCCEEDED, FAILED, CANCELLING, CANCELLED;

    /** What may follow; a run that ended can be opened again by a retry or by starting it once more. */
    public Set<RunState> next() {
        return switch (this) {
            case CREATED -> EnumSet.of(RUNNING, CANCELLING);
            case RUNNING -> EnumSet.of(PAUSING, SUCCEEDED, FAILED, CANCELLING);
            case PAUSING -> EnumSet.of(RUNNING, PAUSED, SUCCEEDED, FAILED, CANCELLING);
            case PAUSED -> EnumSet.of(RUNNING, FAILED, CANCELLING);
            case CANCELLING -> EnumSet.of(CANCELLED);
            case SUCCEEDED, FAILED, CANCELLED -> EnumSet.of(RUNNING);
        };
    }

    /** Nothing more happens by itself. */
    public boolean ended() {
        return switch (this) {
            case SUCCEEDED, FAILED, CANCELLED -> true;
            case CREATED, RUNNING, PAUSING, PAUSED, CANCELLING -> false;
        };
    }
}
