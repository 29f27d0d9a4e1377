package org.filmwright.export;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.filmwright.base.Cancelled;
import org.filmwright.media.MediaException;
import org.filmwright.media.VideoWriter;
import org.filmwright.media.YuvFrame;

/**
 * Renders frames on a thread of its own, a few ahead of the encoder. The buffers go round in a ring, so memory stays the
 * same however long the film is.
 */
final class RenderAhead implements AutoCloseable {
    private static final int AHEAD = 6;
    private static final int END = -1;

    private final Renderer renderer;
    private final List<Buffer> ring;
    private final BlockingQueue<Integer> empty = new ArrayBlockingQueue<>(AHEAD + 1);
    private final BlockingQueue<Integer> full = new ArrayBlockingQueue<>(AHEAD + 1);
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private volatile boolean stopped;

    RenderAhead(Renderer renderer) {
        this.renderer = renderer;
        ring = Stream.generate(() -> new Buffer(renderer)).limit(AHEAD).toList();
        IntStream.range(0, AHEAD).forEach(empty::add);
    }

    /** Gives frames {@code from} up to, not including, {@code to} to the encoder; tells {@code written} of each. */
    void write(int from, int to, VideoWriter writer, IntConsumer written) throws MediaException {
        Future<?> work = thread.submit(() -> render(from, to));
        try {
            int n = from;
            for (int slot = full.take(); slot != END; slot = full.take()) {
                ring.get(slot).write(writer);
                empty.put(slot);
                written.accept(n++);
            }
            work.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Cancelled();
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        }
    }

    private Void render(int from, int to) throws MediaException, InterruptedException {
        try {
            for (int n = from; n < to && !stopped; n++) {
                int slot = empty.take();
                if (slot != END) {
                    ring.get(slot).fill(renderer, n);
                    full.put(slot);
                }
            }
        } finally {
            full.put(END);
        }
        return null;
    }

    private static MediaException failure(Throwable cause) {
        return switch (cause) {
            case MediaException media -> media;
            case UncheckedIOException wrapped when wrapped.getCause() instanceof MediaException media -> media;
            case RuntimeException ours -> throw ours;
            case Error grave -> throw grave;
            default -> throw new IllegalStateException(cause);
        };
    }

    /** Stops after the frame in hand and frees the buffers. */
    @Override
    public void close() {
        stopped = true;
        // One entry more than the ring has: wakes a renderer that waits for a free buffer.
        empty.add(END);
        thread.close();
        ring.forEach(buffer -> buffer.yuv.close());
    }

    /** One frame: {@code yuv} where it could be taken over as stored, else {@code argb}. */
    private static final class Buffer {
        private final YuvFrame yuv;
        private final int[] argb;
        private boolean stored;

        Buffer(Renderer renderer) {
            yuv = new YuvFrame(renderer.size());
            argb = new int[renderer.size().width() * renderer.size().height()];
        }

        void fill(Renderer renderer, int n) throws MediaException {
            stored = renderer.stored(n, yuv);
            if (!stored) {
                renderer.frame(n, argb);
            }
        }

        void write(VideoWriter writer) throws MediaException {
            if (stored) {
                writer.write(yuv);
            } else {
                writer.write(argb);
            }
        }
    }
}
