package org.filmwright.ui.jobs;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.filmwright.base.Progress;
import org.filmwright.production.Job;
import org.filmwright.production.JobQueue;
import org.filmwright.production.Project;
import org.filmwright.ui.fx.Clockwork;

/** What a queue says, gathered and handed over a few times a second on the window's thread. */
final class JobNews implements JobQueue.Listener, AutoCloseable {
    private final Clockwork clockwork;
    private final Duration breath;
    private final Consumer<Heard> receiver;
    private final Project.Subscription heard;
    private Map<String, Job> jobs = new HashMap<>();
    private Map<String, Report> progress = new HashMap<>();
    private Map<String, Progress.Glimpse> glimpses = new HashMap<>();
    private boolean planned;
    private boolean open;

    JobNews(JobQueue queue, Clockwork clockwork, Duration breath, Consumer<Heard> receiver) {
        this.clockwork = clockwork;
        this.breath = breath;
        this.receiver = receiver;
        this.heard = queue.listen(this);
    }

    /** The newest of each job, how far those are that run, and how what they make looks by now. */
    record Heard(List<Job> jobs, Map<String, Report> progress, Map<String, Progress.Glimpse> glimpses) {
        boolean isNothing() {
            return jobs.isEmpty() && progress.isEmpty() && glimpses.isEmpty();
        }
    }

    record Report(double fraction, String note) {}

    /** From now on what is heard is handed over; until then it is only kept. */
    synchronized void open() {
        open = true;
        plan();
    }

    @Override
    public synchronized void changed(List<Job> changed) {
        changed.forEach(job -> jobs.put(job.id(), job));
        plan();
    }

    @Override
    public synchronized void progress(String job, double fraction, String note) {
        progress.put(job, new Report(fraction, note));
        plan();
    }

    @Override
    public synchronized void glimpse(String job, Progress.Glimpse picture) {
        glimpses.put(job, picture);
        plan();
    }

    private void plan() {
        if (open && !planned && !(jobs.isEmpty() && progress.isEmpty() && glimpses.isEmpty())) {
            planned = true;
            clockwork.after(breath, this::hand);
        }
    }

    private void hand() {
        Heard all = taken();
        if (!all.isNothing()) {
            receiver.accept(all);
        }
    }

    private synchronized Heard taken() {
        Heard all = open
                ? new Heard(new ArrayList<>(jobs.values()), progress, glimpses)
                : new Heard(List.of(), Map.of(), Map.of());
        jobs = new HashMap<>();
        progress = new HashMap<>();
        glimpses = new HashMap<>();
        planned = false;
        return all;
    }

    @Override
    public synchronized void close() {
        open = false;
        heard.close();
    }
}
