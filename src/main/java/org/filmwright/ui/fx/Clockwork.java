package org.filmwright.ui.fx;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Does things later on the window's thread without an animation, so that waiting costs no pulse. */
public final class Clockwork implements AutoCloseable {
    private final ScheduledThreadPoolExecutor waiting;

    public Clockwork() {
        waiting = new ScheduledThreadPoolExecutor(1, Offstage.threads("filmwright-clockwork"));
        waiting.setRemoveOnCancelPolicy(true);
        // Whoever asks while the window goes is not served any more, and need not know.
        waiting.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
    }

    /** What was asked for and has not come yet, or comes again and again. */
    @FunctionalInterface
    public interface Appointment {
        void cancel();
    }

    public Appointment after(Duration time, Runnable action) {
        return cancelling(waiting.schedule(() -> FxBridge.later(action), time.toMillis(), TimeUnit.MILLISECONDS));
    }

    /** First after {@code time}, then again each time it has passed. */
    public Appointment every(Duration time, Runnable action) {
        return cancelling(waiting.scheduleWithFixedDelay(() -> FxBridge.later(action), time.toMillis(), time
                .toMillis(), TimeUnit.MILLISECONDS));
    }

    private static Appointment cancelling(Future<?> planned) {
        return () -> planned.cancel(false);
    }

    @Override
    public void close() {
        waiting.shutdownNow();
    }
}
