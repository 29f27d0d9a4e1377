package org.filmwright.media;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.filmwright.base.Cancelled;

/**
 * Two encoders that take turns at the groups of pictures of one film, so that two cores work on it and its bytes still
 * do not depend on the clock: the groups are dealt out strictly by turn and come back in order. One thread at a time;
 * native memory: close it.
 */
final class GroupCrew implements AutoCloseable {
    private static final int CODERS = 2;

    private final VideoSettings settings;
    private final List<GroupCoder> coders = new ArrayList<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(CODERS);
    private final Deque<Turn> turns = new ArrayDeque<>();
    private final Deque<YuvFrame> spare = new ArrayDeque<>();
    private List<YuvFrame> group = new ArrayList<>();
    private long first;
    private int dealt;

    GroupCrew(VideoSettings settings) throws MediaException {
        this.settings = settings;
        try {
            for (int i = 0; i < CODERS; i++) {
                coders.add(GroupCoder.open(settings));
            }
        } catch (MediaException e) {
            close();
            throw e;
        }
    }

    /** A group being coded. */
    private record Turn(List<YuvFrame> group, Future<List<AVPacket>> packets) {}

    /** Where coded frames go; the packet is freed afterwards. */
    interface Sink {
        void take(AVPacket packet) throws MediaException;
    }

    GroupCoder lead() {
        return coders.getFirst();
    }

    /** Adds frame {@code n} as {@code painter} fills it; what is coded by now goes to {@code sink}. */
    void add(long n, Consumer<YuvFrame> painter, Sink sink) throws MediaException {
        if (group.isEmpty()) {
            first = n;
        }
        YuvFrame frame = spare.isEmpty() ? new YuvFrame(settings.size()) : spare.pop();
        group.add(frame);
        painter.accept(frame);
        if (group.size() == settings.purpose().group()) {
            deal(sink);
        }
    }

    private void deal(Sink sink) throws MediaException {
        if (turns.size() == CODERS) {
            collect(sink);
        }
        List<YuvFrame> dealing = group;
        long from = first;
        GroupCoder coder = coders.get(dealt++ % CODERS);
        group = new ArrayList<>();
        turns.add(new Turn(dealing, threads.submit(() -> coder.code(dealing, from))));
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
        spare.addAll(turn.group);
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
        threads.close();
        turns.forEach(turn -> {
            turn.group.forEach(YuvFrame::close);
            if (turn.packets.state() == Future.State.SUCCESS) {
                turn.packets.resultNow().forEach(packet -> av_packet_free(packet));
            }
        });
        group.forEach(YuvFrame::close);
        spare.forEach(YuvFrame::close);
        coders.forEach(GroupCoder::close);
    }
}
