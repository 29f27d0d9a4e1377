package org.filmwright.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.filmwright.base.Cancelled;
import org.filmwright.base.Progress;

/** One running step: what its handler reports to and is stopped through. */
final class Execution implements Progress {
    private static final Duration BEAT = Duration.ofMillis(100);
    private final Step step;
    private final Bulletin bulletin;
    private final InstantSource clock;
    private final List<Runnable> onCancel = new ArrayList<>();
    private Optional<Stop> stop = Optional.empty();
    private Report latest = new Report(0, "");
    private Instant nextReport = Instant.EPOCH;
    private Instant nextGlimpse = Instant.EPOCH;
    private boolean flushing;

    Execution(Step step, Bulletin bulletin, InstantSource clock) {
        this.step = step;
        this.bulletin = bulletin;
        this.clock = clock;
    }

    /** Why a step was asked to stop. */
    enum Stop {
        /** Somebody cancelled its run, or the engine closes. */
        WISHED,
        /** It took longer than its handler allows. */
        OVERDUE
    }

    /** @param fraction 0..1 */
    record Report(double fraction, String note) {}

    Step step() {
        return step;
    }

    synchronized Report latest() {
        return latest;
    }

    /** Tells the listeners at most ten times a second; of what comes in between, the last is told at the next beat. */
    @Override
    public synchronized void report(double fraction, String note) {
        latest = new Report(fraction, note);
        Instant now = clock.instant();
        if (fraction >= 1 || !now.isBefore(nextReport) || now.isBefore(nextReport.minus(BEAT))) {
            tell(now);
        } else if (!flushing) {
            flushing = bulletin.later(Duration.between(now, nextReport), this::flush);
        }
    }

    private synchronized void flush() {
        if (flushing) {
            tell(clock.instant());
        }
    }

    private void tell(Instant now) {
        flushing = false;
        nextReport = now.plus(BEAT);
        bulletin.progress(step.id(), latest.fraction, latest.note);
    }

    /** Whoever looks on wants the newest: what comes too soon after another one is dropped, for the next is on its way. */
    @Override
    public synchronized void glimpse(Glimpse picture) {
        Instant now = clock.instant();
        if (!now.isBefore(nextGlimpse)) {
            nextGlimpse = now.plus(BEAT);
            bulletin.glimpse(step.id(), picture);
        }
    }

    /** Its handler has answered: nothing is told of it any more. */
    synchronized void ended() {
        flushing = false;
    }

    @Override
    public synchronized void checkCancelled() {
        if (stop.isPresent()) {
            throw new Cancelled();
        }
    }

    @Override
    public void onCancel(Runnable action) {
        boolean late;
        synchronized (this) {
            late = stop.isPresent();
            if (!late) {
                onCancel.add(action);
            }
        }
        if (late) {
            bulletin.post(action);
        }
    }

    synchronized Optional<Stop> stopped() {
        return stop;
    }

    /** Asks the handler to stop; the first reason counts. */
    void stop(Stop why) {
        List<Runnable> actions;
        synchronized (this) {
            actions = stop.isPresent() ? List.of() : List.copyOf(onCancel);
            stop = stop.or(() -> Optional.of(why));
        }
        actions.forEach(bulletin::post);
    }
}
