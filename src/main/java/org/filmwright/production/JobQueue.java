package org.filmwright.production;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.filmwright.base.Progress;
import org.filmwright.base.FrameSize;
import org.filmwright.base.Outcome;

/** The queue of a project, as the studio sees and steers it. All calls may be made from any thread. */
public interface JobQueue {
    /** Every job, newest run first, in the order of its run. Takes time with thousands of them. */
    List<Job> all();

    /** How many jobs may run at once, by lane. */
    Map<String, Integer> lanes();

    /** Why nothing starts in a lane now. @param until nothing for as long as somebody wishes */
    record Rest(String why, Optional<Instant> until) {}

    /** The lanes that rest, by name. Takes a look into the project. */
    default Map<String, Rest> resting() {
        return Map.of();
    }

    /** A lane that rests goes on now: who is asked in it is somebody else. One that a person paused stays so. */
    default void wake(String lane) {}

    /** Calls {@code listener} on a thread of the project until the answer is closed. */
    Project.Subscription listen(Listener listener);

    /** Nothing new starts; what runs ends first. Answers how many orders were paused. */
    Outcome<Integer> pause();

    /** What was paused goes on. Answers how many orders did. */
    Outcome<Integer> resume();

    /**
     * A job that waits for room changes places with its neighbour in its lane, or goes before all of them. Answers the
     * jobs of that lane, first first.
     */
    Outcome<List<Job>> move(Job job, Way way);

    /** A job that waits for room takes the place of another one in its lane. Answers the jobs of that lane. */
    Outcome<List<Job>> moveTo(Job job, Job place);

    /** Whether the film can do without this job: it draws a take, and has not begun. */
    static boolean canDrop(Job job) {
        return job.work().task() == Job.Task.DRAW && switch (job.state()) {
            case FAILED, WAITING, RETRYING, BLOCKED, LACKING, PAUSED, HELD -> true;
            case RUNNING, ASKING, STOPPED, DROPPED, DONE -> false;
        };
    }

    /** The film does without a take that is not drawn yet, as long as its shot keeps another one. */
    Outcome<Job> drop(Job job);

    /** Stops the order that the job belongs to: nothing new starts, what runs is asked to stop. */
    Outcome<Job> stop(Job job);

    /** Stops every order. Answers how many were. */
    Outcome<Integer> stopAll();

    /**
     * An ended job is done again, and what depends on it; where its order had failed or was stopped, that goes on where
     * it was.
     */
    Outcome<Job> retry(Job job);

    /** The size at which the job's order could be tried where it did not fit into memory; nothing where that is not it. */
    Optional<FrameSize> smaller(Job job);

    /** The same order once more at {@link #smaller}. */
    Outcome<Job> retrySmaller(Job job);

    /** What a job asks a person, where that is answered here and not by choosing a take. */
    Optional<Asked> asked(Job job);

    /** Answers it. @param comment words for whoever does it again @param edited what counts instead, where the answer is that */
    Outcome<Job> answer(Job job, String choice, String comment, Optional<String> edited);

    /** The film or the storyboard that a job has written; none where it wrote neither, or has not yet. */
    Optional<Path> film(Job job);

    /** What happened to a job, oldest first. */
    List<Entry> log(Job job);

    /** Done jobs that ended before this are not shown. */
    Optional<Instant> cleared();

    /** Done jobs that ended up to now are no longer shown; nothing is deleted. */
    Outcome<Instant> clearDone();

    /** Where a waiting job goes. */
    enum Way {
        FIRST, SOONER, LATER
    }

    /** One line of a job's log. */
    record Entry(Instant at, String type, Map<String, String> detail) {}

    /** Hears of jobs in the order in which it became durable. */
    interface Listener {
        void changed(List<Job> jobs);

        /** At most ten times a second for each job. @param fraction 0 to 1 */
        void progress(String job, double fraction, String note);

        /** How what a job makes looks by now. */
        default void glimpse(String job, Progress.Glimpse picture) {}
    }
}
