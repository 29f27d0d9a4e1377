package org.filmwright.ui.timeline;

import java.io.UncheckedIOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.filmwright.base.Failure;
import org.filmwright.base.FrameRate;
import org.filmwright.base.FrameSize;
import org.filmwright.base.Outcome;
import org.filmwright.export.FilmFrames;
import org.filmwright.media.MediaException;
import org.filmwright.ui.fx.FxBridge;
import org.filmwright.ui.fx.Offstage;

/**
 * Runs a film on a thread of its own: frames are drawn into a ring of three buffers and handed to the window, where the
 * newest wins. While it plays the clock decides which frame is due; what could not be drawn in time is dropped.
 */
final class Projector implements AutoCloseable {
    private static final int RING = 3;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition change = lock.newCondition();
    private final AtomicReference<Event.Shown> newest = new AtomicReference<>();
    private final LongSupplier nanos;
    private final Consumer<Event> audience;
    private final Clock clock = new Clock();
    private final BlockingQueue<int[]> ring = new ArrayBlockingQueue<>(RING);
    private boolean closed;

    /** What the audience is told, on the window's thread. */
    sealed interface Event {
        /** The film is open. */
        record Ready(FrameSize size, FrameRate rate, int frames) implements Event {}

        /** A frame; the pixels may be read only while this event is handled. */
        record Shown(int frame, int dropped, int[] pixels) implements Event {}

        /** The last frame was shown. */
        record Ended() implements Event {}

        /** The film cannot be opened, or the frame that is due cannot be read; another one may be sought. */
        record CannotPlay(Failure failure) implements Event {}
    }

    /** Where the film stands and whether it runs; guarded by the lock. */
    private static final class Clock {
        private boolean running;
        private boolean cold;
        private int wanted;
        private int drawn = -1;
        private volatile int dropped;
        private int origin;
        private long started;
    }

    Projector(Supplier<Outcome<FilmFrames>> film, LongSupplier nanos, Consumer<Event> audience) {
        this.nanos = nanos;
        this.audience = audience;
        Offstage.threads("filmwright-projector").newThread(() -> project(film)).start();
    }

    /** Shows that frame; goes on from there when it plays. */
    void seek(int frame) {
        tell(() -> {
            clock.wanted = frame;
            clock.drawn = -1;
            restart(frame);
        });
    }

    void play(int from) {
        tell(() -> {
            clock.running = true;
            clock.dropped = 0;
            clock.wanted = from;
            clock.drawn = -1;
            restart(from);
        });
    }

    void pause() {
        tell(() -> {
            clock.running = false;
            clock.wanted = Math.max(0, clock.drawn);
        });
    }

    @Override
    public void close() {
        tell(() -> closed = true);
    }

    private void restart(int frame) {
        clock.origin = frame;
        clock.cold = true;
        clock.started = nanos.getAsLong();
    }

    private void tell(Runnable what) {
        lock.lock();
        try {
            what.run();
            change.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void project(Supplier<Outcome<FilmFrames>> film) {
        switch (film.get()) {
            case Outcome.Ok<FilmFrames>(FilmFrames frames) -> {
                try (frames) {
                    run(frames);
                }
            }
            case Outcome.Failed<FilmFrames>(Failure failure) -> report(new Event.CannotPlay(failure));
        }
    }

    private void run(FilmFrames film) {
        for (int i = 0; i < RING; i++) {
            ring.add(new int[film.size().width() * film.size().height()]);
        }
        report(new Event.Ready(film.size(), film.rate(), film.frames()));
        try {
            for (int frame = due(film); frame >= 0; frame = due(film)) {
                draw(film, frame);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void draw(FilmFrames film, int frame) throws InterruptedException {
        int[] buffer = ring.take();
        try {
            film.frame(frame, buffer);
            warmUp();
            show(new Event.Shown(frame, clock.dropped, buffer));
        } catch (UncheckedIOException e) {
            ring.add(buffer);
            halt(frame);
            report(new Event.CannotPlay(why(e)));
        }
    }

    private static Failure why(UncheckedIOException e) {
        return e.getCause() instanceof MediaException unreadable
                ? unreadable.failure()
                : new Failure.Exhausted("disk", e.getCause().getMessage());
    }

    /** Stops where the film cannot be read, until another frame is sought. */
    private void halt(int frame) {
        tell(() -> {
            clock.running = false;
            clock.wanted = clock.drawn == frame ? frame : clock.wanted;
        });
    }

    /** Opening files for the first frame takes longer than showing it: time counts from when it is there. */
    private void warmUp() {
        lock.lock();
        try {
            if (clock.cold) {
                clock.cold = false;
                clock.started = nanos.getAsLong();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Waits until a frame must be drawn. @return its number, or -1 when the projector was closed */
    private int due(FilmFrames film) throws InterruptedException {
        lock.lock();
        try {
            while (!closed) {
                int frame = clock.running ? onTime(film) : clock.wanted;
                if (frame != clock.drawn) {
                    clock.drawn = frame;
                    return frame;
                }
                await(film);
            }
            return -1;
        } finally {
            lock.unlock();
        }
    }

    private int onTime(FilmFrames film) {
        if (clock.cold) {
            return clock.origin;
        }
        double elapsed = (nanos.getAsLong() - clock.started) / 1e9;
        int frame = clock.origin + (int) Math.floor(elapsed * film.rate().perSecond());
        if (frame >= film.frames()) {
            clock.running = false;
            clock.wanted = film.frames() - 1;
            report(new Event.Ended());
            return clock.wanted;
        }
        if (clock.drawn >= clock.origin && frame > clock.drawn + 1) {
            clock.dropped += frame - clock.drawn - 1;
        }
        return frame;
    }

    private void await(FilmFrames film) throws InterruptedException {
        if (clock.running) {
            long next = clock.started + (long) ((clock.drawn + 1 - clock.origin) * 1e9 / film.rate().perSecond());
            change.await(Math.max(1, next - nanos.getAsLong()), TimeUnit.NANOSECONDS);
        } else {
            change.await();
        }
    }

    /** Hands a frame over; one that the window did not get to see goes back into the ring. */
    private void show(Event.Shown frame) {
        Event.Shown unseen = newest.getAndSet(frame);
        if (unseen == null) {
            FxBridge.later(this::present);
        } else {
            ring.add(unseen.pixels());
        }
    }

    private void present() {
        Event.Shown frame = newest.getAndSet(null);
        audience.accept(frame);
        ring.add(frame.pixels());
    }

    private void report(Event event) {
        FxBridge.later(() -> audience.accept(event));
    }
}
