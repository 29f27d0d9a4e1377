package org.filmwright.ui;

import static org.junit.jupiter.api.Assertions.fail;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.application.Platform;
import org.filmwright.ui.fx.FxBridge;

/** JavaFX on the headless platform, started once for all tests; nothing here sleeps, everything waits on a condition. */
public final class Fx {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Queue<Throwable> TROUBLE = new ConcurrentLinkedQueue<>();
    private static final CompletableFuture<Boolean> STARTED = new CompletableFuture<>();

    static {
        Platform.startup(() -> STARTED.complete(true));
        Platform.setImplicitExit(false);
        Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> TROUBLE.add(thrown));
    }

    private Fx() {}

    /** Fails when anything was thrown on the window's thread, or behind it, since the last look. */
    public static void expectNoTrouble() {
        Throwable thrown = TROUBLE.poll();
        TROUBLE.clear();
        if (thrown != null) {
            throw new AssertionError(thrown);
        }
    }

    /** Does it on the window's thread and waits for the answer. */
    public static <T> T get(Supplier<T> question) {
        STARTED.join();
        try {
            return FxBridge.ask(question).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException | TimeoutException e) {
            return fail(e);
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        }
    }

    public static void run(Runnable action) {
        get(() -> {
            action.run();
            return true;
        });
    }

    /** Waits until it holds, seen from the window's thread. */
    public static void until(String what, BooleanSupplier holds) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!get(holds::getAsBoolean)) {
            if (System.nanoTime() > deadline) {
                fail("Waited in vain: " + what);
            }
            LockSupport.parkNanos(2_000_000);
        }
    }
}
