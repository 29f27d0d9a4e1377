package org.filmwright.production.models;

import java.util.ArrayList;
import java.util.List;
import org.filmwright.base.Cancelled;
import org.filmwright.base.Progress;

/** Progress that can be told to stop, once. */
final class Reins implements Progress {
    /** Hears how far it is. */
    interface Report {
        void is(double fraction, String note);
    }

    private final Report report;
    private final List<Runnable> actions = new ArrayList<>();
    private boolean stopped;

    Reins(Report report) {
        this.report = report;
    }

    @Override
    public void report(double fraction, String note) {
        report.is(fraction, note);
    }

    @Override
    public void checkCancelled() {
        if (isStopped()) {
            throw new Cancelled();
        }
    }

    synchronized boolean isStopped() {
        return stopped;
    }

    @Override
    public void onCancel(Runnable action) {
        synchronized (this) {
            if (!stopped) {
                actions.add(action);
                return;
            }
        }
        action.run();
    }

    void stop() {
        List<Runnable> told;
        synchronized (this) {
            stopped = true;
            told = List.copyOf(actions);
            actions.clear();
        }
        told.forEach(Runnable::run);
    }
}
