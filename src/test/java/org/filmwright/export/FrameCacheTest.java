package org.filmwright.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.filmwright.base.FrameRate;
import org.filmwright.base.FrameSize;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is drawn ahead, what is kept, and how much memory that takes. */
@Timeout(60)
class FrameCacheTest {
    private static final FrameSize SIZE = new FrameSize(64, 36);
    private static final long FRAME = 64 * 36 * 4;
    private static final int FRAMES = 1000;
    private static final int UNREADABLE = 700;
    private static final int FAULTY = 850;

    private final Semaphore drawn = new Semaphore(0);
    private final Semaphore allowed = new Semaphore(0);
    private final List<Integer> order = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final int[] into = new int[SIZE.width() * SIZE.height()];

    private FrameCache cache(int frames) {
        return new FrameCache(new Numbers(), frames * FRAME + 17, drawn::release, Thread.ofPlatform()
                .daemon()
                .factory());
    }

    @Test
    void aThousandFramesTakeNoMoreMemoryThanIsGiven() throws InterruptedException {
        allowed.release(Integer.MAX_VALUE);
        try (FrameCache cache = cache(20)) {
            for (int n = 0; n < FRAMES; n++) {
                cache.aim(new Aim(n, 1, 0, FRAMES, false));
                if (n != UNREADABLE && n != FAULTY) {
                    await(cache, n);
                    assertEquals(n, into[5]);
                }
                assertTrue(cache.bytes() <= 20 * FRAME + 17, "at frame " + n);
            }
        }
        assertTrue(closed.await(10, TimeUnit.SECONDS), "the film is closed with it");
        assertTrue(order.size() < FRAMES + 5, "each frame was drawn once: " + order.size());
    }

    @Test
    void ofManyPlacesThatAreSoughtOnlyTheNewestIsDrawnNext() throws InterruptedException {
        try (FrameCache cache = cache(20)) {
            cache.aim(new Aim(10, 0, 0, FRAMES, false));
            allowed.release();
            drawn.acquire();
            while (!allowed.hasQueuedThreads()) { // until the one behind it is in hand
                Thread.onSpinWait();
            }
            for (int n = 100; n <= 500; n += 100) {
                cache.aim(new Aim(n, 0, 0, FRAMES, false));
            }
            allowed.release(3);
            drawn.acquire(3);
            assertEquals(10, order.getFirst());
            assertEquals(500, order.get(2), "after the one in hand: " + order);
            assertTrue(order.stream().noneMatch(n -> n >= 100 && n < 500), order.toString());
            allowed.release(Integer.MAX_VALUE / 2);
        }
    }

    @Test
    void whatCannotBeReadIsToldWhenItIsAskedForAndTriedAgain() throws InterruptedException {
        allowed.release(Integer.MAX_VALUE);
        try (FrameCache cache = cache(20)) {
            cache.aim(new Aim(UNREADABLE, 0, 0, FRAMES, false));
            while (!cache.has(UNREADABLE)) {
                drawn.acquire();
            }
            assertInstanceOf(FrameCache.Look.Unreadable.class, cache.copy(UNREADABLE, into));
            await(cache, UNREADABLE + 1);
            cache.aim(new Aim(UNREADABLE, 1, 0, FRAMES, false));
            while (!cache.has(UNREADABLE)) {
                drawn.acquire();
            }
            assertTrue(order.stream().filter(n -> n == UNREADABLE).count() > 1);
        }
    }

    @Test
    void aFaultThatNobodyForesawIsToldAtTheFrameThatIsAskedForAndEndsNothing() throws InterruptedException {
        allowed.release(Integer.MAX_VALUE);
        try (FrameCache cache = cache(20)) {
            cache.aim(new Aim(FAULTY, 0, 0, FRAMES, false));
            while (!cache.has(FAULTY)) {
                drawn.acquire();
            }
            FrameCache.Look.Unreadable told = assertInstanceOf(FrameCache.Look.Unreadable.class,
                    cache.copy(FAULTY, into));
            assertTrue(told.why().getCause().getMessage().contains("a fault"), told::toString);
            cache.aim(new Aim(FAULTY + 50, 0, 0, FRAMES, false));
            await(cache, FAULTY + 50);
            assertEquals(FAULTY + 50, into[5]);
        }
    }

    private void await(FrameCache cache, int n) throws InterruptedException {
        while (cache.copy(n, into) instanceof FrameCache.Look.Coming) {
            drawn.acquire();
        }
    }

    /** Each frame holds its number, once the test allows it to be drawn. */
    private final class Numbers implements FilmFrames {
        @Override
        public FrameSize size() {
            return SIZE;
        }

        @Override
        public FrameRate rate() {
            return FrameRate.FILM;
        }

        @Override
        public int frames() {
            return FRAMES;
        }

        @Override
        public void frame(int n, int[] argb) {
            allowed.acquireUninterruptibly();
            order.add(n);
            if (n == UNREADABLE) {
                throw new UncheckedIOException(new IOException("gone"));
            }
            if (n == FAULTY) {
                throw new IllegalStateException("a fault");
            }
            argb[5] = n;
        }

        @Override
        public void close() {
            closed.countDown();
        }
    }
}
