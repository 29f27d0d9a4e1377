package org.filmwright.ui.timeline;

import java.io.UncheckedIOException;
import java.util.OptionalLong;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.filmwright.base.Failure;
import org.filmwright.base.FrameRate;
import org.filmwright.base.FrameSize;
import org.filmwright.base.Outcome;
import org.filmwright.export.FilmFrames;
import org.filmwright.export.FrameCache;
import org.filmwright.export.Stock;
import org.filmwright.media.MediaException;
import org.filmwright.ui.fx.FxBridge;
import org.filmwright.ui.fx.Offstage;

/**
 * Runs a film on a thread of its own: frames come out of a cache that draws them ahead, go into a ring of three buffers
 * and are handed to the window, where the newest wins. While it plays the clock decides which frame is due; where that
 * one is not drawn yet, the nearest before it that was not seen is shown.
 */
final class Projector implements AutoCloseable {
    private static final int RING = 3;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition change = lock.newCondition();
    private final AtomicReference<Event.Shown> newest = new AtomicReference<>();
    private final MasterClock clock;
    private final Consumer<Event> audience;
    private final BlockingQueue<int[]> ring = new ArrayBlockingQueue<>(RING);
    /** What was asked before the film was open. */
    private Consumer<Playhead> asked = playhead -> {};
    private Playhead playhead;
    private volatile boolean closed;

    /** What the audience is told, on the window's thread. */
    sealed interface Event {
        /** The film is open. */
        record Ready(FrameSize size, FrameRate rate, int frames) implements Event {}

        /** A frame; the pixels may be read only while this event is handled. */
        record Shown(int frame, int dropped, Stock stock, int[] pixels) implements Event {}

        /** The last frame was shown. */
        record Ended() implements Event {}

        /** The film cannot be opened, or the frame that is due cannot be read; another one may be sought. */
        record CannotPlay(Failure failure) implements Event {}
    }

    Projector(Supplier<Outcome<FilmFrames>> film, MasterClock clock, Consumer<Event> audience) {
        this.clock = clock;
        this.audience = audience;
        Offstage.threads("filmwright-projector").newThread(() -> project(film)).start();
    }

    /** Shows that frame; goes on from there when it plays. */
    void seek(int frame) {
        tell(head -> head.seek(frame));
    }

    /** Plays from a frame on, to the end of a stretch or round and round in it. */
    void play(int from, Pace pace, Stretch between) {
        tell(head -> head.play(from, pace, between));
    }

    void pause() {
        tell(Playhead::pause);
    }

    @Override
    public void close() {
        locked(() -> closed = true);
    }

    private void tell(Consumer<Playhead> what) {
        locked(() -> {
            if (playhead == null) {
                asked = asked.andThen(what);
            } else {
                what.accept(playhead);
            }
        });
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

    private void project(Supplier<Outcome<FilmFrames>> film) {
        switch (film.get()) {
            case Outcome.Ok<FilmFrames>(FilmFrames frames) -> run(frames);
            case Outcome.Failed<FilmFrames>(Failure failure) -> report(new Event.CannotPlay(failure));
        }
    }

    private void run(FilmFrames film) {
        for (int i = 0; i < RING; i++) {
            ring.add(new int[film.size().width() * film.size().height()]);
        }
        report(new Event.Ready(film.size(), film.rate(), film.frames()));
        locked(() -> {
            playhead = new Playhead(clock, film.rate(), film.frames());
            asked.accept(playhead);
        });
        try (FrameCache cache = new FrameCache(film, FrameCache.BYTES, () -> locked(() -> {}),
                Offstage.threads("filmwright-frames"))) {
            for (int[] buffer = ring.take(); show(cache, buffer);) {
                buffer = ring.take();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until there is a picture that is due and drawn, and hands it over. @return false when the projector was closed */
    private boolean show(FrameCache cache, int[] buffer) throws InterruptedException {
        lock.lock();
        try {
            while (!closed) {
                if (playhead.ends()) {
                    report(new Event.Ended());
                }
                cache.aim(playhead.aim());
                OptionalLong turn = playhead.isDue() ? drawn(cache) : OptionalLong.empty();
                if (turn.isPresent()) {
                    show(cache, turn.getAsLong(), buffer);
                    return true;
                }
                change.await(playhead.untilNext(), TimeUnit.NANOSECONDS);
            }
            return false;
        } finally {
            lock.unlock();
        }
    }

    /** The newest picture that is there, of those that are due and were not shown. */
    private OptionalLong drawn(FrameCache cache) {
        long last = playhead.next();
        for (long turn = playhead.due(); turn >= last; turn--) {
            if (cache.has(playhead.frame(turn))) {
                return OptionalLong.of(turn);
            }
        }
        return OptionalLong.empty();
    }

    private void show(FrameCache cache, long turn, int[] buffer) {
        int frame = playhead.frame(turn);
        switch (cache.copy(frame, buffer)) {
            case FrameCache.Look.There(Stock stock) -> {
                playhead.showed(turn);
                show(new Event.Shown(frame, playhead.dropped(), stock, buffer));
            }
            case FrameCache.Look.Coming() -> ring.add(buffer);
            case FrameCache.Look.Unreadable(UncheckedIOException why) -> {
                ring.add(buffer);
                playhead.halt(frame);
                report(new Event.CannotPlay(why(why)));
            }
        }
    }

    private static Failure why(UncheckedIOException e) {
        return e.getCause() instanceof MediaException unreadable
                ? unreadable.failure()
                : new Failure.Exhausted("disk", e.getCause().getMessage());
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
        tell(frame);
        ring.add(frame.pixels());
    }

    private void report(Event event) {
        FxBridge.later(() -> tell(event));
    }

    /** Of a film that was closed while it was on its way nobody hears any more: another one is shown by now. */
    private void tell(Event event) {
        if (!closed) {
            audience.accept(event);
        }
    }
}
