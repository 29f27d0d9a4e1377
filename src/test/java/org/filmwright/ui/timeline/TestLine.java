package org.filmwright.ui.timeline;

import java.io.ByteArrayOutputStream;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.filmwright.ui.kit.Loudspeaker;

/** A loudspeaker that takes as much as a test lets it, and has heard as much as a test says. */
final class TestLine implements Loudspeaker, Loudspeaker.Line {
    private final AtomicInteger room = new AtomicInteger();
    private final AtomicLong heard = new AtomicLong();
    private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
    private volatile int opened;
    private volatile int drops;
    private volatile boolean running;
    private volatile boolean closed;

    @Override
    public Optional<Line> open() {
        opened++;
        closed = false;
        return Optional.of(this);
    }

    /** Lets it take so many samples more. */
    void take(int samples) {
        room.addAndGet(samples * 4);
    }

    /** It has played so many samples in all. */
    void hear(long samples) {
        heard.set(samples);
    }

    /** Left samples that it took since it was dropped last. */
    synchronized int[] samples() {
        byte[] bytes = taken.toByteArray();
        int[] left = new int[bytes.length / 4];
        for (int i = 0; i < left.length; i++) {
            left[i] = (bytes[4 * i] & 255) | bytes[4 * i + 1] << 8;
        }
        return left;
    }

    boolean isRunning() {
        return running;
    }

    boolean isClosed() {
        return closed;
    }

    int opened() {
        return opened;
    }

    int drops() {
        return drops;
    }

    @Override
    public int room() {
        return room.get();
    }

    @Override
    public synchronized void write(byte[] bytes, int length) {
        taken.write(bytes, 0, length);
        room.addAndGet(-length);
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public synchronized void drop() {
        taken.reset();
        running = false;
        drops++;
    }

    @Override
    public long heard() {
        return heard.get();
    }

    @Override
    public void close() {
        closed = true;
    }
}
