package org.filmwright.production.sense;

import java.util.ArrayList;
import java.util.List;
import org.filmwright.base.Cancelled;
import org.filmwright.base.Progress;

/** Work behind everybody that can be asked to stop; nobody watches how far it is. */
public final class Halt implements Progress {
    private final List<Runnable> actions = new ArrayList<>();
    private boolean asked;

    /** Asks; comes back at once. */
    public void ask() {
        List<Runnable> told;
        synchronized (this) {
            asked = true;
            told = List.copyOf(actions);
            actions.clear();
        }
        told.forEach(Runnable::run);
    }

    public synchronized boolean isAsked() {
        return asked;
    }

    @Override
    public void report(double fraction, String note) {}

    @Override
    public void checkCancelled() {
        if (isAsked()) {
            throw new Cancelled();
        }
    }

    @Override
    public void onCancel(Runnable action) {
        synchronized (this) {
            if (!asked) {
                actions.add(action);
                return;
            }
        }
        action.run();
    }
}
