package org.filmwright.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.filmwright.base.Cancelled;
import org.filmwright.base.Progress;

/** One running step: what its handler reports to and is stopped through. */
final class Execution implements Progress {
    private static final Duration BEAT = Duration.ofMillis(100);
    private final Step step;
    private final Bulletin bulletin;
    private final InstantSource clock;
    private final List<Runnable> onCancel = new ArrayList<>();
    private boolean cancelled;
    private Instant nextReport = Instant.MIN;

    Execution(Step step, Bulletin bulletin, InstantSource clock) {
        this.step = step;
        this.bulletin = bulletin;
        this.clock = clock;
    }

    Step step() {
        return step;
    }

    @Override
    public synchronized void report(double fraction, String note) {
        Instant now = clock.instant();
        if (fraction >= 1 || !now.isBefore(nextReport)) {
            nextReport = now.plus(BEAT);
            bulletin.progress(step.id(), fraction, note);
        }
    }

    @Override
    public synchronized void checkCancelled() {
        if (cancelled) {
            throw new Cancelled();
        }
    }

    @Override
    public void onCancel(Runnable action) {
        boolean late;
        synchronized (this) {
            late = cancelled;
            if (!late) {
                onCancel.add(action);
            }
        }
        if (late) {
            bulletin.post(action);
        }
    }

    /** Asks the handler to stop. */
    void stop() {
        List<Runnable> actions;
        synchronized (this) {
            actions = cancelled ? List.of() : List.copyOf(onCancel);
            cancelled = true;
        }
        actions.forEach(bulletin::post);
    }
}
