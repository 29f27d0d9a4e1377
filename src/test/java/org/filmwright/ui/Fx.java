package org.filmwright.ui;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.application.Platform;
import org.filmwright.ui.fx.FxBridge;

/**
 * JavaFX on the headless platform, started once for all tests; nothing here sleeps, everything waits on a condition.
 * Patience is counted in looks, not by the clock, so that a machine that stands still for a while fails no test.
 */
public final class Fx {
    private static final int GLANCES = 60;
    private static final int LOOKS = 6000;
    private static final Queue<Throwable> TROUBLE = new ConcurrentLinkedQueue<>();
    private static final CompletableFuture<Boolean> STARTED = new CompletableFuture<>();

    static {
        Platform.startup(() -> STARTED.complete(true));
        Platform.setImplicitExit(false);
        Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> {
            if (!isOfTheDesktop(thrown)) {
                TROUBLE.add(thrown);
            }
        });
    }

    private Fx() {}

    /** The headless desktop stumbles when a pop-up reaches over the edge of its screen; nobody is harmed. */
    private static boolean isOfTheDesktop(Throwable thrown) {
        return thrown instanceof IndexOutOfBoundsException && Stream.of(thrown.getStackTrace())
                .anyMatch(frame -> frame.getClassName().equals("com.sun.glass.ui.headless.HeadlessWindow"));
    }

    /** Fails when anything was thrown on the window's thread, or behind it, since the last look. */
    public static void expectNoTrouble() {
        Throwable thrown = TROUBLE.poll();
        TROUBLE.clear();
        if (thrown != null) {
            throw new AssertionError(thrown);
        }
    }

    /** Does it on the window's thread and waits for the answer; at once where it is asked there. */
    public static <T> T get(Supplier<T> question) {
        STARTED.join();
        if (Platform.isFxApplicationThread()) {
            return question.get();
        }
        CompletableFuture<T> answer = FxBridge.ask(question);
        for (int glance = 0; glance < GLANCES; glance++) {
            try {
                return answer.get(1, TimeUnit.SECONDS);
            } catch (TimeoutException stillBusy) {
                LockSupport.parkNanos(1);
            } catch (InterruptedException e) {
                return fail(e);
            } catch (ExecutionException e) {
                throw new AssertionError(e.getCause());
            }
        }
        return fail("The window's thread did not answer.");
    }

    public static void run(Runnable action) {
        get(() -> {
            action.run();
            return true;
        });
    }

    /** Waits until it holds, seen from the window's thread. */
    public static void until(String what, BooleanSupplier holds) {
        for (int look = 0; look < LOOKS; look++) {
            if (get(holds::getAsBoolean)) {
                return;
            }
            LockSupport.parkNanos(5_000_000);
        }
        fail("Waited in vain: " + what);
    }
}
