package org.filmwright.engine;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/** Works on threads of this process. Nobody is ever interrupted: an interrupt during I/O could close the database. */
public final class ThreadCrew implements Crew {
    private static final int PATIENCE_S = 10;
    private final ExecutorService workers = Executors.newCachedThreadPool(named("engine-worker-"));
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(named("engine-clock-"));
    private final ExecutorService news = Executors.newSingleThreadExecutor(named("engine-news-"));

    @Override
    public void work(Runnable step) {
        workers.execute(step);
    }

    @Override
    public void later(Duration delay, Runnable action) {
        clock.schedule(action, delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void tell(Runnable action) {
        news.execute(action);
    }

    @Override
    public void dismiss() {
        clock.shutdown();
        workers.shutdown();
        await(workers);
        news.shutdown();
        await(news);
    }

    private static void await(ExecutorService service) {
        boolean interrupted = Thread.interrupted();
        try {
            service.awaitTermination(PATIENCE_S, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static ThreadFactory named(String prefix) {
        return Thread.ofPlatform().daemon().name(prefix, 1).factory();
    }
}
