package org.filmwright.ui.shell;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javafx.scene.Scene;
import org.filmwright.ui.fx.FxBridge;
import org.filmwright.ui.fx.StallWatch;
import org.filmwright.ui.kit.Scope;

/** Goes through an open studio like a person in a hurry, and takes down what that costs. Not on the window's thread. */
public final class FrameProbe {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration GLANCE = Duration.ofMillis(20);
    private static final Duration IDLE = Duration.ofSeconds(3);

    private FrameProbe() {}

    /**
     * @param stall the most processor time that the window's thread took before it answered
     * @param theme processor time of the window's thread to switch the theme, to the end of its layout; so are scale and
     *     workspace, since the machine may have other work
     * @param idlePulses in three seconds in which nothing happens
     * @param heap bytes in use with the project open, after a collection
     */
    public record Figures(Duration stall, Duration theme, Duration scale, Duration workspace, int idlePulses,
            long heap) {}

    /** Opens the sample film and measures. */
    public static Figures measure(StudioWindow window) {
        try (StallWatch stalls = new StallWatch()) {
            FxBridge.ask(() -> {
                window.model().openSampleUnmade();
                return true;
            }).join();
            until(() -> window.desk().plan().isPresent());
            Duration workspace = Stream.of(Scope.IMAGES, Scope.TIMELINE, Scope.STORY)
                    .map(scope -> time(window, () -> window.show(scope)))
                    .max(Duration::compareTo)
                    .orElseThrow();
            settle(window);
            Duration theme = time(window, () -> window.look().switchTheme());
            Duration scale = time(window, () -> window.look().larger());
            settle(window);
            int pulses = pulses(window.scene());
            return new Figures(stalls.longest(), theme, scale, workspace, pulses, heap());
        }
    }

    private static void settle(StudioWindow window) {
        until(window::isSettled);
    }

    private static void until(BooleanSupplier holds) {
        for (long left = PATIENCE.dividedBy(GLANCE); left > 0 && !FxBridge.ask(holds::getAsBoolean).join(); left--) {
            LockSupport.parkNanos(GLANCE.toNanos());
        }
    }

    private static Duration time(StudioWindow window, Runnable action) {
        return processorTime(window.scene(), action);
    }

    /** Processor time of the window's thread for something, to the end of the layout in the pulse that shows it. */
    static Duration processorTime(Scene scene, Runnable action) {
        CompletableFuture<Duration> used = new CompletableFuture<>();
        FxBridge.later(() -> {
            ThreadMXBean threads = ManagementFactory.getThreadMXBean();
            long start = threads.getCurrentThreadCpuTime();
            action.run();
            scene.getRoot().requestLayout();
            once(scene, () -> used.complete(Duration.ofNanos(threads.getCurrentThreadCpuTime() - start)));
        });
        return used.join();
    }

    /** Does it when the scene has been laid out the next time. */
    static void once(Scene scene, Runnable action) {
        AtomicReference<Runnable> listener = new AtomicReference<>();
        listener.set(() -> {
            scene.removePostLayoutPulseListener(listener.get());
            action.run();
        });
        scene.addPostLayoutPulseListener(listener.get());
    }

    private static int pulses(Scene scene) {
        AtomicInteger count = new AtomicInteger();
        Runnable counter = count::incrementAndGet;
        LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
        FxBridge.later(() -> scene.addPostLayoutPulseListener(counter));
        LockSupport.parkNanos(IDLE.toNanos());
        FxBridge.later(() -> scene.removePostLayoutPulseListener(counter));
        return count.get();
    }

    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
