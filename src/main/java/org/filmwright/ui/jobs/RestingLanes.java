package org.filmwright.ui.jobs;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.filmwright.production.Job;
import org.filmwright.production.JobQueue;

/** Lanes that rest since their provider keeps failing. They are asked for only where something failed, or asks. */
final class RestingLanes {
    private final Asking asking;
    private final Runnable changed;
    private Map<String, JobQueue.Rest> resting = Map.of();
    private boolean looking;

    /** Asks the queue behind the window. */
    interface Asking {
        void ask(Function<JobQueue, Map<String, JobQueue.Rest>> question, Consumer<Map<String, JobQueue.Rest>> answer);
    }

    /** @param changed told when other lanes rest than before */
    RestingLanes(Asking asking, Runnable changed) {
        this.asking = asking;
        this.changed = changed;
    }

    /** Another project is on the desk, or none. */
    void forget() {
        looking = false;
        resting = Map.of();
    }

    void look(Collection<JobRow> rows) {
        boolean maybe = !resting.isEmpty() || rows.stream()
                .anyMatch(row -> row.state() == Job.State.RETRYING || row.state() == Job.State.ASKING);
        if (maybe && !looking) {
            looking = true;
            asking.ask(JobQueue::resting, now -> {
                looking = false;
                if (!now.equals(resting)) {
                    resting = now;
                    changed.run();
                }
            });
        }
    }

    /** Until when the lane of a waiting job rests; empty where it works. */
    String words(Job job) {
        return Optional.ofNullable(resting.get(job.work().lane())).map(rest -> JobWords.rests(job, rest)).orElse("");
    }
}
