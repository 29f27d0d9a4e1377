package org.filmwright.export;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.filmwright.base.Cancelled;
import org.filmwright.media.MediaException;
import org.filmwright.media.VideoWriter;
import org.filmwright.media.YuvFrame;

/**
 * Renders the frames of a film in order on a thread of its own, a few ahead of the encoder. The buffers go round in a
 * ring, so memory stays the same however long the film is.
 */
final class RenderAhead implements AutoCloseable {
    private static final int AHEAD = 6;
    private static final int END = -1;

    private final Renderer renderer;
    private final List<Buffer> ring;
    private final BlockingQueue<Integer> empty = new ArrayBlockingQueue<>(AHEAD + 1);
    private final BlockingQueue<Integer> full = new ArrayBlockingQueue<>(AHEAD + 1);
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final Future<?> work;
    private volatile boolean stopped;

    RenderAhead(Renderer renderer) {
        this.renderer = renderer;
        ring = Stream.generate(() -> new Buffer(renderer)).limit(AHEAD).toList();
        IntStream.range(0, AHEAD).forEach(empty::add);
        work = thread.submit(this::renderAll);
    }

    private Void renderAll() throws MediaException, InterruptedException {
        try {
            for (int n = 0; n < renderer.frames() && !stopped; n++) {
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

    /** Gives the next frame, in order, to the encoder. */
    void writeNext(VideoWriter writer) throws MediaException {
        try {
            int slot = full.take();
            if (slot == END) {
                work.get();
                throw new IllegalStateException("There are only " + renderer.frames() + " frames");
            }
            ring.get(slot).write(writer);
            empty.put(slot);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Cancelled();
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        }
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
