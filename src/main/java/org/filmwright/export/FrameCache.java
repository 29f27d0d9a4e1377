package org.filmwright.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The frames of a film around the playhead, drawn before they are needed on a thread of its own: more ahead, in the
 * direction it moves, than behind. As many as fit into the bytes it may use, however long the film is; they lie outside
 * of the heap. What is to be seen now is drawn before anything else, so that of many places sought in a row only the
 * newest counts. Closes the film.
 */
public final class FrameCache implements AutoCloseable {
    /** Four seconds of film at 960x540. */
    public static final long BYTES = 192L << 20;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition change = lock.newCondition();
    private final FilmFrames film;
    private final Runnable news;
    private final int pixels;
    private final int most;
    private final Arena arena = Arena.ofShared();
    private final Map<Integer, Kept> kept = new HashMap<>();
    private final Deque<MemorySegment> spare = new ArrayDeque<>();
    private int made;
    private Optional<Aim> aim = Optional.empty();
    private SequencedSet<Integer> needed = new LinkedHashSet<>();
    private boolean closed;

    /** A frame, or why there is none; then its place holds nothing. */
    private record Kept(MemorySegment picture, Stock stock, Optional<UncheckedIOException> trouble) {}

    /** What is known of a frame. */
    public sealed interface Look {
        /** It was copied. */
        record There(Stock stock) implements Look {}

        /** It is not drawn yet. */
        record Coming() implements Look {}

        /** It cannot be drawn; asked for once more, it is tried again. */
        record Unreadable(UncheckedIOException why) implements Look {}
    }

    /**
     * @param bytes that frames may take; room for four is taken in any case
     * @param news told, on the thread that draws, after each frame
     * @param threads makes the thread that draws
     */
    public FrameCache(FilmFrames film, long bytes, Runnable news, ThreadFactory threads) {
        this.film = film;
        this.news = news;
        pixels = film.size().width() * film.size().height();
        most = Math.clamp(bytes / (pixels * 4L), 4, 1 << 16);
        threads.newThread(this::work).start();
    }

    /** Says where the playhead is; what is needed there is drawn from now on. */
    public void aim(Aim now) {
        locked(() -> {
            if (!aim.equals(Optional.of(now))) {
                aim = Optional.of(now);
                needed = now.needed(most);
                change.signalAll();
            }
        });
    }

    public boolean has(int frame) {
        lock.lock();
        try {
            return kept.containsKey(frame);
        } finally {
            lock.unlock();
        }
    }

    /** Copies a frame, if it is there. @param argb width x height pixels, 0xffRRGGBB */
    public Look copy(int frame, int[] argb) {
        lock.lock();
        try {
            Kept there = kept.get(frame);
            if (there == null) {
                return new Look.Coming();
            }
            if (there.trouble.isPresent()) {
                forget(frame);
                return new Look.Unreadable(there.trouble.get());
            }
            MemorySegment.copy(there.picture, ValueLayout.JAVA_INT, 0, argb, 0, pixels);
            return new Look.There(there.stock);
        } finally {
            lock.unlock();
        }
    }

    /** What its frames take now, in bytes: never more than it was given. */
    public long bytes() {
        lock.lock();
        try {
            return made * (pixels * 4L);
        } finally {
            lock.unlock();
        }
    }

    /** Ends after the frame that is being drawn; then the film is closed. */
    @Override
    public void close() {
        locked(() -> {
            closed = true;
            change.signalAll();
        });
    }

    private void work() {
        int[] canvas = new int[pixels];
        try (film; arena) {
            try {
                for (int frame = next(); frame >= 0; frame = next()) {
                    draw(frame, canvas);
                    news.run();
                }
            } finally {
                locked(this::leave);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Nobody copies out of memory that is given back, however this ended. */
    private void leave() {
        closed = true;
        kept.clear();
    }

    private void draw(int frame, int[] canvas) {
        try {
            film.frame(frame, canvas);
            keep(frame, film.stock(), Optional.empty(), canvas);
        } catch (UncheckedIOException e) {
            keep(frame, Stock.OFFLINE, Optional.of(e), canvas);
        } catch (RuntimeException fault) {
            // A fault of one frame is told where that frame is asked for; without its thread every other one would stay away.
            System.getLogger(FrameCache.class.getName())
                    .log(System.Logger.Level.ERROR, "Frame " + frame + " cannot be drawn", fault);
            keep(frame, Stock.OFFLINE,
                    Optional.of(new UncheckedIOException(new IOException("This frame cannot be drawn ("
                            + fault + "). Nothing was changed.", fault))),
                    canvas);
        }
    }

    private void keep(int frame, Stock stock, Optional<UncheckedIOException> trouble, int[] canvas) {
        locked(() -> {
            MemorySegment place = place();
            MemorySegment.copy(canvas, 0, place, ValueLayout.JAVA_INT, 0, pixels);
            kept.put(frame, new Kept(place, stock, trouble));
        });
    }

    /** Waits for a frame that is needed and not there. @return -1 in the end */
    private int next() throws InterruptedException {
        lock.lock();
        try {
            while (!closed) {
                for (int frame : needed) {
                    if (!kept.containsKey(frame)) {
                        return frame;
                    }
                }
                change.await();
            }
            return -1;
        } finally {
            lock.unlock();
        }
    }

    /** Room for a frame: what nobody needs any more goes first, the farthest away before others. */
    private MemorySegment place() {
        if (spare.isEmpty() && made < most) {
            MemorySegment room = arena.allocate(pixels * 4L, 4);
            made++;
            return room;
        }
        if (spare.isEmpty()) {
            int head = aim.map(Aim::head).orElse(0);
            kept.keySet()
                    .stream()
                    .max(Comparator.comparing((Integer each) -> !needed.contains(each))
                            .thenComparing(each -> Math.abs(each - head)))
                    .ifPresent(this::forget);
        }
        return spare.pop();
    }

    private void forget(int frame) {
        spare.push(kept.remove(frame).picture);
    }

    private void locked(Runnable what) {
        lock.lock();
        try {
            what.run();
        } finally {
            lock.unlock();
        }
    }
}
