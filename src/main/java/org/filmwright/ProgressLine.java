package org.filmwright;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.filmwright.engine.EngineListener;
import org.filmwright.engine.Run;
import org.filmwright.engine.Step;
import org.filmwright.engine.StepId;
import org.filmwright.engine.StepState;

/**
 * Shows a run on standard error: one line that is redrawn on a terminal, else a plain line at every tenth of the way and
 * for everything that failed.
 */
final class ProgressLine implements EngineListener {
    private static final int BAR = 24;
    private static final Duration REDRAW = Duration.ofMillis(100);

    private final PrintWriter err;
    private final boolean terminal;
    private final InstantSource clock;
    private final Map<StepId, Double> running = new ConcurrentHashMap<>();
    private Instant drawn = Instant.MIN;
    private int tenth = -1;
    private int done;
    private int total = 1;

    ProgressLine(PrintWriter err, boolean terminal, InstantSource clock) {
        this.err = err;
        this.terminal = terminal;
        this.clock = clock;
    }

    @Override
    public synchronized void runChanged(Run run) {
        done = run.count(StepState.SUCCEEDED);
        total = Math.max(1, run.steps() - run.count(StepState.SKIPPED));
    }

    @Override
    public synchronized void stepChanged(Step step) {
        if (step.state() != StepState.RUNNING) {
            running.remove(step.id());
        }
        if (step.state() == StepState.FAILED || step.state() == StepState.RETRY_WAIT) {
            step.ending().failure().ifPresent(failure -> line(step.path() + ": " + Wording.of(failure)));
        }
        draw(step.path());
    }

    @Override
    public synchronized void progress(StepId step, double fraction, String note) {
        running.put(step, fraction);
        draw(note);
    }

    /** Leaves the line, so that what follows starts on one of its own. */
    synchronized void end() {
        if (terminal && drawn != Instant.MIN) {
            err.print("\r\033[K");
            err.flush();
        }
    }

    /** How far a run is that others work on. */
    synchronized void elsewhere(Run run) {
        runChanged(run);
        draw("on the farm");
    }

    /** A line of its own. */
    synchronized void note(String text) {
        line(text);
    }

    private void draw(String note) {
        double fraction = Math.min(1,
                (done + running.values().stream().mapToDouble(Double::doubleValue).sum()) / total);
        if (terminal) {
            redraw(fraction, note);
        } else if ((int) (fraction * 10) > tenth && total > 2) {
            tenth = (int) (fraction * 10);
            line(String.format("%3d %%  %d of %d steps  %s", tenth * 10, done, total, note));
        }
    }

    private void redraw(double fraction, String note) {
        Instant now = clock.instant();
        if (drawn != Instant.MIN && Duration.between(drawn, now).compareTo(REDRAW) < 0) {
            return;
        }
        drawn = now;
        int filled = (int) Math.round(fraction * BAR);
        err.print("\r\033[K[" + "=".repeat(filled) + " ".repeat(BAR - filled) + "] "
                + String.format("%3d %%  %s", Math.round(fraction * 100), note));
        err.flush();
    }

    private void line(String text) {
        err.println((terminal ? "\r\033[K" : "") + text);
        err.flush();
    }
}
