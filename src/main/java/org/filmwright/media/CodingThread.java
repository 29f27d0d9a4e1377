package org.filmwright.media;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import org.bytedeco.ffmpeg.avcodec.AVPacket;

/** A coder, the thread it works on, and the one frame that is drawn and coded there at a time. Close it. */
final class CodingThread implements AutoCloseable {
    private final GroupCoder coder;
    private final YuvFrame canvas;
    private final ExecutorService thread = Executors.newSingleThreadExecutor();

    CodingThread(VideoSettings settings, GroupCoder.Source source) throws MediaException {
        coder = source.open(settings);
        canvas = new YuvFrame(settings.size());
    }

    GroupCoder coder() {
        return coder;
    }

    /**
     * Codes a group after those already submitted.
     *
     * @param group each gives its frame when its turn comes, the canvas or another one
     */
    Future<List<AVPacket>> submit(List<UnaryOperator<YuvFrame>> group, long first) {
        return thread.submit(() -> coder.code(() -> group.stream().map(each -> each.apply(canvas)).iterator(), first));
    }

    /** Ends after the group in hand; groups not yet begun are not coded. */
    @Override
    public void close() {
        thread.shutdownNow();
        thread.close();
        canvas.close();
        coder.close();
    }
}
