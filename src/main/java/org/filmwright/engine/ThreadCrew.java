package org.filmwright.engine;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor.DiscardPolicy;
import java.util.concurrent.TimeUnit;

/** Works on threads of this process. Nobody is ever interrupted: an interrupt during I/O could close the database. */
public final class ThreadCrew implements Crew {
    private static final int PATIENCE_S = 10;
    private final ExecutorService workers = Executors.newCachedThreadPool(named("engine-worker-"));
    /** Both let go of what comes after the end of work: nobody is left to care. */
    private final ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(1, named("engine-clock-"),
            new DiscardPolicy());
    private final ExecutorService news = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(),
            named("engine-news-"), new DiscardPolicy());

    public ThreadCrew() {
        clock.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

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
