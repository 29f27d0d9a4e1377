package org.filmwright.ui.jobs;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.filmwright.production.Job;
import org.filmwright.ui.kit.Notifier;
import org.filmwright.ui.kit.Words;

/**
 * Tells a person who has gone elsewhere that long jobs have ended: once for all of them, when nothing runs any more, so
 * that a film of two hundred takes is one message.
 */
public final class LongJobs {
    private static final Duration LONG = Duration.ofSeconds(30);

    private final Notifier notifier;
    private final BooleanSupplier away;
    private final List<Job> ended = new ArrayList<>();

    /** @param away whether a person does other things and wants to be told */
    public LongJobs(Notifier notifier, BooleanSupplier away) {
        this.notifier = notifier;
        this.away = away;
    }

    /** @param resting whether nothing runs or is about to */
    void heard(List<Job> now, boolean resting) {
        if (!away.getAsBoolean()) {
            ended.clear();
            return;
        }
        now.stream()
                .filter(job -> Pace.took(job).filter(time -> time.compareTo(LONG) > 0).isPresent())
                .forEach(
                        ended::add);
        if (resting && !ended.isEmpty()) {
            notifier.tell(title(), words());
            ended.clear();
        }
    }

    private String title() {
        long failed = failed();
        return failed > 0 ? Words.count("notify.failed", failed) : Words.count("notify.done", ended.size());
    }

    /** The one by its name; of several, how many are done. */
    private String words() {
        if (ended.size() > 1) {
            return failed() == 0 ? "" : Words.count("notify.done", ended.size() - failed());
        }
        Job only = ended.getFirst();
        return failed() == 0 ? JobWords.name(only) : JobWords.name(only) + ": " + JobWords.reason(only);
    }

    private long failed() {
        return ended.stream().filter(job -> job.state() == Job.State.FAILED).count();
    }
}
