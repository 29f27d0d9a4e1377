package org.filmwright.production;

import java.time.Instant;
import java.util.Optional;
import org.filmwright.base.Failure;
import org.filmwright.base.FrameSize;

/**
 * One job of the queue: a step of a run, as the studio shows it.
 *
 * @param id of the step
 * @param run the order it belongs to, id of the run
 * @param times starts and ends, and when it tries again by itself
 */
public record Job(String id, String run, Place place, Work work, State state, Times times, Optional<Failure> failure) {
    /**
     * Where it stands in the queue.
     *
     * @param urgency among the jobs of all runs: the smaller, the sooner
     * @param order among the jobs of its run
     */
    public record Place(long urgency, int order) {}

    /**
     * What is done.
     *
     * @param shot label of the shot, {@code 2-B}; empty for jobs of a scene or the film
     * @param number of the take (draw, enlarge) or the scene (deliver); else 0
     * @param maker id of the generator that does it, {@code draft}; empty where none is needed
     * @param size of the pictures, where there are any
     */
    public record Work(Task task, String shot, int number, String maker, String lane, Optional<FrameSize> size) {}

    /** The kinds of work of the main job; OTHER is a step this version has no words for. */
    public enum Task {
        READ, PLAN, DRAW, CIRCLE, CLIP, DELIVER, ASSEMBLE, EXPORT, STORYBOARD, ENLARGE, RECUT, OTHER
    }

    /** Where a job stands; the order is that of the queue. */
    public enum State {
        FAILED, RUNNING,
        /** A person has to choose. */
        ASKING,
        /** Could start as soon as its lane has room. */
        WAITING,
        /** Waits for other jobs of its run. */
        BLOCKED,
        /** Nothing here can do it; its failure says what is missing. It goes on by itself once that is here. */
        LACKING,
        /** Failed in passing and starts again by itself. */
        RETRYING,
        /** Its run is paused. */
        PAUSED,
        /** Its run failed or was stopped: it goes on when that is resumed. */
        HELD,
        /** Stopped by a person. */
        STOPPED, DONE,
        /** No longer part of its run's plan. */
        DROPPED;

        /** Whether it will be worked on without anybody doing anything. */
        public boolean waits() {
            return switch (this) {
                case WAITING, BLOCKED, RETRYING, PAUSED -> true;
                case FAILED, RUNNING, ASKING, LACKING, HELD, STOPPED, DONE, DROPPED -> false;
            };
        }

        /** Whether it is worked on, or will be as soon as there is room or time. */
        public boolean isUnderWay() {
            return this == RUNNING || this == WAITING || this == RETRYING;
        }

        public boolean ended() {
            return switch (this) {
                case FAILED, STOPPED, DONE, DROPPED -> true;
                case RUNNING, ASKING, WAITING, BLOCKED, LACKING, RETRYING, PAUSED, HELD -> false;
            };
        }
    }

    /** The same in another state. */
    Job standing(State other) {
        return new Job(id, run, place, work, other, times, failure);
    }

    public record Times(Optional<Instant> startedAt, Optional<Instant> endedAt, Optional<Instant> nextAt) {
        public static final Times NONE = new Times(Optional.empty(), Optional.empty(), Optional.empty());
    }
}
