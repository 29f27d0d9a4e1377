package org.filmwright.ui.fx;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;

/** The way from any thread to the window's thread; nobody else calls {@link Platform#runLater}. */
public final class FxBridge {
    private FxBridge() {}

    /** Runs {@code action} on the window's thread, in the order of the calls. */
    public static void later(Runnable action) {
        Platform.runLater(action);
    }

    /** Runs {@code action} at once when the caller is the window's thread, else like {@link #later}. */
    public static void now(Runnable action) {
        if (Platform.isFxApplicationThread()) {
            action.run();
        } else {
            later(action);
        }
    }

    /** Asks something of the window's thread; the answer comes when it has come to it. */
    public static <T> CompletableFuture<T> ask(Supplier<T> question) {
        return CompletableFuture.supplyAsync(question, FxBridge::later);
    }

    /** A receiver of which only the newest value arrives: values that come faster than the window draws are skipped. */
    public static <T> Consumer<T> latest(Consumer<? super T> onWindow) {
        AtomicReference<T> newest = new AtomicReference<>();
        return value -> {
            if (newest.getAndSet(value) == null) {
                later(() -> onWindow.accept(newest.getAndSet(null)));
            }
        };
    }
}
