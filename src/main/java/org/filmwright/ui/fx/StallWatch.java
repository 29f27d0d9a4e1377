package org.filmwright.ui.fx;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/**
 * Asks the window's thread four times a second whether it is there, and writes a JFR event when the answer took longer
 * than 100 ms, with what the thread was doing. Costs no pulse.
 */
public final class StallWatch implements AutoCloseable {
    private static final Duration PERIOD = Duration.ofMillis(250);
    private static final Duration LATE = Duration.ofMillis(100);
    private static final int FRAMES = 24;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final AtomicLong longest = new AtomicLong();
    private final AtomicReference<Thread> window = new AtomicReference<>();
    private final Thread watcher;

    public StallWatch() {
        watcher = Offstage.threads("filmwright-stall-watch").newThread(this::watch);
        watcher.start();
    }

    /**
     * The most that the window's thread computed while it was asked for, since this was asked the last time. Processor
     * time: what a busy machine adds is not the studio's.
     */
    public Duration longest() {
        return Duration.ofNanos(longest.getAndSet(0));
    }

    @Override
    public void close() {
        watcher.interrupt();
    }

    private void watch() {
        try {
            while (true) {
                ask();
                TimeUnit.NANOSECONDS.sleep(PERIOD.toNanos());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void ask() throws InterruptedException {
        CountDownLatch answered = new CountDownLatch(1);
        long asked = System.nanoTime();
        long before = used();
        FxBridge.later(() -> {
            window.set(Thread.currentThread());
            answered.countDown();
        });
        if (answered.await(LATE.toNanos(), TimeUnit.NANOSECONDS)) {
            longest.accumulateAndGet(since(before), Math::max);
            return;
        }
        String where = window.get() == null ? "" : stack(window.get());
        answered.await();
        long late = System.nanoTime() - asked;
        longest.accumulateAndGet(since(before), Math::max);
        FxStall stall = new FxStall();
        stall.late = Duration.ofNanos(late).toMillis();
        stall.where = where;
        stall.commit();
    }

    /** Processor time of the window's thread, in nanoseconds; nothing until it has answered once. */
    private long used() {
        return window.get() == null ? 0 : THREADS.getThreadCpuTime(window.get().threadId());
    }

    /** What it used since then; nothing when nobody knew it then. */
    private long since(long before) {
        return before == 0 ? 0 : used() - before;
    }

    private static String stack(Thread thread) {
        return Arrays.stream(thread.getStackTrace())
                .limit(FRAMES)
                .map(StackTraceElement::toString)
                .collect(Collectors
                        .joining("\n"));
    }
}
