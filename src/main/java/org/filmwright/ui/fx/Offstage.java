package org.filmwright.ui.fx;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where the studio does what may take time: one thread, work in the order it was asked. */
public final class Offstage implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Offstage.class);

    private final ExecutorService lane;
    private final Consumer<RuntimeException> trouble;

    public Offstage(String name) {
        this(name, trouble -> {});
    }

    /** @param trouble told on the window's thread what nobody foresaw */
    public Offstage(String name, Consumer<RuntimeException> trouble) {
        lane = Executors.newSingleThreadExecutor(threads(name));
        this.trouble = trouble;
    }

    /** Daemon threads of that name, for work that must not keep the program alive. */
    public static ThreadFactory threads(String name) {
        return Thread.ofPlatform().daemon().name(name).factory();
    }

    public void run(Runnable work) {
        lane.execute(() -> guarded(work, trouble));
    }

    /** Does {@code work} here and hands its answer over on the window's thread. */
    public <T> void ask(Supplier<T> work, Consumer<? super T> answer) {
        ask(work, answer, trouble);
    }

    /**
     * What is asked on the window's thread once this is closed is not asked any more, since nobody looks.
     *
     * @param failed told on the window's thread instead, where nobody foresaw how the work would end
     */
    public <T> void ask(Supplier<T> work, Consumer<? super T> answer, Consumer<RuntimeException> failed) {
        if (lane.isShutdown()) {
            LOG.debug("Asked after the end.");
            return;
        }
        lane.execute(() -> guarded(() -> {
            T value = work.get();
            FxBridge.later(() -> answer.accept(value));
        }, failed));
    }

    /** Waits, on another thread than its own, until the work that was asked before has ended. */
    public void await() {
        CompletableFuture.runAsync(() -> {}, lane).join();
    }

    /**
     * Waits for the work that was asked before and takes no more: pictures that are being copied, and the backup of a large
     * project that is closed, have their time. What does not end within ten minutes hangs.
     */
    public void finish() {
        lane.shutdown();
        try {
            if (!lane.awaitTermination(10, TimeUnit.MINUTES)) {
                LOG.warn("Work behind the window did not end in time.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        lane.shutdown();
    }

    /** A thread starts here, so whatever was not foreseen ends here and is written down. */
    private static void guarded(Runnable work, Consumer<RuntimeException> trouble) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.error("Work behind the window failed.", e);
            FxBridge.later(() -> trouble.accept(e));
        }
    }
}
