package org.filmwright;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.filmwright.base.Cancelled;
import org.filmwright.base.Failure;
import org.filmwright.base.MediaRef;
import org.filmwright.base.Outcome;
import org.filmwright.base.Progress;
import org.filmwright.engine.EngineListener;
import org.filmwright.engine.Step;
import org.filmwright.engine.StepId;
import org.filmwright.engine.StepState;
import org.filmwright.media.ProxyFiles;
import org.filmwright.production.MakeHandlers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the proxies of clips behind everybody, one after the other. Between two frames it lets go of the processors while
 * a step of a job needs them, and takes up again when none did for a second.
 */
final class ProxyMaker implements EngineListener, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ProxyMaker.class);
    private static final Set<String> PROCESSORS = Set.of("cpu", "media", MakeHandlers.FILM_LANE);
    private static final long QUIET = TimeUnit.SECONDS.toNanos(1);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition change = lock.newCondition();
    private final Set<StepId> running = new HashSet<>();
    private final Set<MediaRef> waiting = ConcurrentHashMap.newKeySet();
    /** Clips that are there and cannot be read: they are asked for with every edit, and each try reads them. */
    private final Set<MediaRef> damaged = ConcurrentHashMap.newKeySet();
    private final ProxyFiles files;
    /** Whether somebody works, or has only just ended. */
    private boolean disturbed = true;
    private boolean closed;

    /** Ends by itself when there is nothing to do. */
    private final ExecutorService thread = new ThreadPoolExecutor(0, 1, 1, TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(), Thread.ofPlatform()
                    .daemon()
                    .priority(Thread.MIN_PRIORITY)
                    .name("proxies")
                    .factory(),
            new ThreadPoolExecutor.DiscardPolicy());

    ProxyMaker(ProxyFiles files) {
        this.files = files;
    }

    /** Makes a proxy soon, where there is none. */
    void make(MediaRef clip, Path original) {
        if (!damaged.contains(clip) && files.find(clip).isEmpty() && waiting.add(clip)) {
            thread.execute(() -> {
                try {
                    made(clip, original, files.make(clip, original, new Polite()));
                } catch (Cancelled e) {
                    LOG.debug("The proxy of {} can wait.", clip.path());
                } finally {
                    waiting.remove(clip);
                }
            });
        }
    }

    private void made(MediaRef clip, Path original, Outcome<Path> outcome) {
        if (outcome instanceof Outcome.Failed<Path>(Failure why)) {
            LOG.warn("{} has no proxy: {}", clip.path(), why.what());
            if (why instanceof Failure.Refused && Files.isRegularFile(original)) {
                damaged.add(clip);
            }
        }
    }

    @Override
    public void stepChanged(Step step) {
        if (PROCESSORS.contains(step.lane())) {
            locked(() -> {
                if (step.state() == StepState.RUNNING) {
                    running.add(step.id());
                    disturbed = true;
                } else {
                    running.remove(step.id());
                }
            });
        }
    }

    private void locked(Runnable what) {
        lock.lock();
        try {
            what.run();
            change.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits where others work. */
    private final class Polite implements Progress {
        @Override
        public void checkCancelled() {
            lock.lock();
            try {
                while (!closed && disturbed) {
                    if (!running.isEmpty()) {
                        change.await();
                    } else {
                        disturbed = change.awaitNanos(QUIET) > 0 || !running.isEmpty();
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Cancelled();
            } finally {
                lock.unlock();
            }
            if (closed) {
                throw new Cancelled();
            }
        }

        @Override
        public void report(double fraction, String note) {}

        @Override
        public void onCancel(Runnable action) {}
    }

    /** Lets the proxies rest that are not made yet, and waits for the frame that is being coded. */
    @Override
    public void close() {
        locked(() -> closed = true);
        thread.shutdownNow();
        try {
            if (!thread.awaitTermination(10, TimeUnit.SECONDS)) {
                LOG.warn("A proxy did not rest in time.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
