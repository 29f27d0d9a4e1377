package org.filmwright.ui.shell;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.function.Supplier;
import org.filmwright.ui.fx.FxBridge;

/** What a bench, on a thread of its own, learns from the window's thread. */
final class WindowThread {
    private WindowThread() {}

    /** Waits for the answer. */
    static <T> T ask(Supplier<T> question) {
        return FxBridge.ask(question).join();
    }

    /** Processor time it has taken so far. */
    static Duration used() {
        return ask(() -> Duration.ofNanos(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime()));
    }

    static double millis(Duration time) {
        return time.toNanos() / 1e6;
    }
}
