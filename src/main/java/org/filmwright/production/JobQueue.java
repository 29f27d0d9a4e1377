package org.filmwright.production;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.filmwright.base.FrameSize;
import org.filmwright.base.Outcome;

/** The queue of a project, as the studio sees and steers it. All calls may be made from any thread. */
public interface JobQueue {
    /** Every job, newest run first, in the order of its run. Takes time with thousands of them. */
    List<Job> all();

    /** How many jobs may run at once, by lane. */
    Map<String, Integer> lanes();

    /** Calls {@code listener} on a thread of the project until the answer is closed. */
    Project.Subscription listen(Listener listener);

    /** Nothing new starts; what runs ends first. Answers how many orders were paused. */
    Outcome<Integer> pause();

    /** What was paused goes on. Answers how many orders did. */
    Outcome<Integer> resume();

    /** A job that waits for room changes places with its neighbour in its lane. Answers the jobs of that lane, first first. */
    Outcome<List<Job>> move(Job job, Way way);

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

    /** What happened to a job, oldest first. */
    List<Entry> log(Job job);

    /** Done jobs that ended before this are not shown. */
    Optional<Instant> cleared();

    /** Done jobs that ended up to now are no longer shown; nothing is deleted. */
    Outcome<Instant> clearDone();

    /** Where a waiting job goes. */
    enum Way {
        SOONER, LATER
    }

    /** One line of a job's log. */
    record Entry(Instant at, String type, Map<String, String> detail) {}

    /** Hears of jobs in the order in which it became durable. */
    interface Listener {
        void changed(List<Job> jobs);

        /** At most ten times a second for each job. @param fraction 0 to 1 */
        void progress(String job, double fraction, String note);
    }
}
