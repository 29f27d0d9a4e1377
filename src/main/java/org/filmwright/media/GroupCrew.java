package org.filmwright.media;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.filmwright.base.Cancelled;

/**
 * Two coders that take turns at the groups of pictures of one film, so that two cores work on it and its bytes still do
 * not depend on the clock: the groups are dealt out strictly by turn and come back in order. Frames that can be drawn
 * are drawn by the thread that codes them, just before, while they lie in its cache. One thread at a time; native
 * memory: close it.
 */
final class GroupCrew implements AutoCloseable {
    private static final int CODERS = 2;
    /** Groups in hand: the next one of each coder waits while it codes, but only where no frames must be kept for it. */
    private static final int MOST_TURNS = 2 * CODERS;

    private final VideoSettings settings;
    private final List<CodingThread> coders = new ArrayList<>();
    private final Deque<Turn> turns = new ArrayDeque<>();
    private final Deque<YuvFrame> spare = new ArrayDeque<>();
    private List<UnaryOperator<YuvFrame>> group = new ArrayList<>();
    private List<YuvFrame> kept = new ArrayList<>();
    private long first;
    private int dealt;

    /** @param source where the coders come from; a card has one of them, which is busy enough */
    GroupCrew(VideoSettings settings, GroupCoder.Source source) throws MediaException {
        this.settings = settings;
        try {
            coders.add(new CodingThread(settings, source));
            while (coders.size() < CODERS && !(lead() instanceof HardwareCoder)) {
                coders.add(new CodingThread(settings, source));
            }
        } catch (MediaException e) {
            close();
            throw e;
        }
    }

    /** A group being coded, and the frames it needs until then. */
    private record Turn(List<YuvFrame> kept, Future<List<AVPacket>> packets) {}

    /** Where coded frames go; the packet is freed afterwards. */
    interface Sink {
        void take(AVPacket packet) throws MediaException;
    }

    GroupCoder lead() {
        return coders.getFirst().coder();
    }

    /** Adds frame {@code n}, which {@code painter} draws on one of the crew's threads; coded ones go to {@code sink}. */
    void add(long n, Consumer<YuvFrame> painter, Sink sink) throws MediaException {
        lineUp(n, canvas -> {
            painter.accept(canvas);
            return canvas;
        }, sink);
    }

    /** Adds a copy of {@code frame} as number {@code n}; coded ones go to {@code sink}. */
    void add(long n, YuvFrame frame, Sink sink) throws MediaException {
        YuvFrame copy = spare.isEmpty() ? new YuvFrame(settings.size()) : spare.pop();
        kept.add(copy);
        copy.copyOf(frame);
        lineUp(n, _ -> copy, sink);
    }

    private void lineUp(long n, UnaryOperator<YuvFrame> frame, Sink sink) throws MediaException {
        if (group.isEmpty()) {
            first = n;
        }
        group.add(frame);
        if (group.size() == settings.purpose().group()) {
            deal(sink);
        }
    }

    private void deal(Sink sink) throws MediaException {
        while (turns.size() >= (kept.isEmpty() ? MOST_TURNS : CODERS)) {
            collect(sink);
        }
        turns.add(new Turn(kept, coders.get(dealt++ % coders.size()).submit(group, first)));
        group = new ArrayList<>();
        kept = new ArrayList<>();
    }

    /** Codes what is left and gives it all to {@code sink}. */
    void flush(Sink sink) throws MediaException {
        if (!group.isEmpty()) {
            deal(sink);
        }
        while (!turns.isEmpty()) {
            collect(sink);
        }
    }

    private void collect(Sink sink) throws MediaException {
        Turn turn = turns.element();
        List<AVPacket> packets = packetsOf(turn);
        turns.remove();
        spare.addAll(turn.kept);
        try {
            for (AVPacket packet : packets) {
                sink.take(packet);
            }
        } finally {
            packets.forEach(packet -> av_packet_free(packet));
        }
    }

    private static List<AVPacket> packetsOf(Turn turn) throws MediaException {
        try {
            return turn.packets.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Cancelled();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof MediaException failure) {
                throw failure;
            }
            throw new IllegalStateException("An encoder failed", e.getCause());
        }
    }

    @Override
    public void close() {
        coders.forEach(CodingThread::close);
        turns.forEach(turn -> {
            turn.kept.forEach(YuvFrame::close);
            if (turn.packets.state() == Future.State.SUCCESS) {
                turn.packets.resultNow().forEach(packet -> av_packet_free(packet));
            }
        });
        kept.forEach(YuvFrame::close);
        spare.forEach(YuvFrame::close);
    }
}
