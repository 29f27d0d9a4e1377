package org.filmwright.media;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avformat.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.filmwright.base.FrameRate;
import org.filmwright.base.FrameSize;

/**
 * Reads a video by frame number, exactly: it jumps to the key frame before the wanted one and decodes up to the frame
 * whose time stamp is the wanted one (film.md 4.5), or simply goes on when the frame lies just ahead. One thread at a
 * time; native memory: close it.
 */
public final class VideoReader implements AutoCloseable {
    /** Up to this far ahead decoding on is cheaper than jumping. */
    private static final int NEAR = 24;

    private final Path file;
    private final AVFormatContext input = new AVFormatContext(null);
    private final AVPacket packet = av_packet_alloc();
    private final AVFrame frame = av_frame_alloc();
    private AVCodecContext decoder;
    private AVStream stream;
    private FrameRate rate;
    private AVRational frameTime;
    private QuarterTurn turn = QuarterTurn.NONE;
    private Recoding recoding;
    private FrameSize recoded;
    private int[] lying = {};
    private int frames;
    private int near = NEAR;
    private int at = -1;
    private int damaged;
    private boolean drained;

    private VideoReader(Path file) {
        this.file = file;
    }

    /** Opens a video file; refuses what is none. */
    public static VideoReader open(Path file) throws MediaException {
        VideoReader reader = new VideoReader(file);
        try {
            reader.begin();
            return reader;
        } catch (MediaException e) {
            reader.close();
            throw e;
        }
    }

    private void begin() throws MediaException {
        if (!Files.isRegularFile(file)) {
            throw MediaException.refused(Files.isDirectory(file)
                    ? file + " is a folder, not a video."
                    : "There is no file " + file + ".", "Name a video file.");
        }
        int found = avformat_open_input(input, Libav.address(file), (AVInputFormat) null, (AVDictionary) null);
        if (found >= 0) {
            found = avformat_find_stream_info(input, (AVDictionary) null);
        }
        int index = found < 0 ? found : av_find_best_stream(input, AVMEDIA_TYPE_VIDEO, -1, -1, (AVCodec) null, 0);
        if (index < 0) {
            throw MediaException.refused(found >= 0 && input.nb_streams() > 0
                    ? file + " has no pictures."
                    : file + " is not a video that can be read.", "Use an MP4, MOV or MKV file.");
        }
        stream = input.streams(index);
        Readable.requireSize(file, stream.codecpar());
        AVRational perSecond = av_guess_frame_rate(input, stream, null);
        if (perSecond.num() <= 0 || perSecond.num() > 240L * perSecond.den()) {
            throw MediaException.refused(file + " has no constant frame rate.", "Convert it to a constant rate.");
        }
        rate = new FrameRate(perSecond.num(), perSecond.den());
        frameTime = Libav.frameTime(rate);
        turn = QuarterTurn.of(stream.codecpar());
        Optional<SampleTable> table = SampleTable.of(stream, rate, file.toFile().length());
        if (table.isPresent()) {
            Readable.requireAll(file, table.get());
            near = table.get().intra() ? 1 : NEAR;
        }
        openDecoder();
        frames = Readable.frames(file, stream.nb_frames() > 0 ? stream.nb_frames() : countPackets());
    }

    private void openDecoder() throws MediaException {
        AVCodec codec = avcodec_find_decoder(stream.codecpar().codec_id());
        if (codec == null) {
            throw MediaException.refused(file + " is coded in a way that cannot be read here.", "Convert it to H.264.");
        }
        decoder = avcodec_alloc_context3(codec);
        Libav.check(avcodec_parameters_to_context(decoder, stream.codecpar()), doing());
        // A decoder with two threads wants the next frame too before it gives the one that is sought.
        decoder.pkt_timebase(stream.time_base()).thread_count(near == 1 ? 1 : 2).max_pixels(Readable.MOST_PIXELS);
        Libav.check(avcodec_open2(decoder, codec, (AVDictionary) null), doing());
    }

    private int countPackets() throws MediaException {
        int count = 0;
        while (av_read_frame(input, packet) >= 0) {
            count += packet.stream_index() == stream.index() ? 1 : 0;
            av_packet_unref(packet);
        }
        jumpTo(0);
        return count;
    }

    /** As it is to be seen. */
    public FrameSize size() {
        return turn.of(new FrameSize(stream.codecpar().width(), stream.codecpar().height()));
    }

    public FrameRate rate() {
        return rate;
    }

    public int frames() {
        return frames;
    }

    /** Fills {@code argb} with frame {@code n} at {@code size}: 0xffRRGGBB, row by row. */
    public void read(int n, FrameSize size, int[] argb) throws MediaException {
        AVFrame decoded = decode(n);
        if (recoding == null || !size.equals(recoded) || !recoding.takes(decoded)) {
            closeRecoding();
            recoding = Recoding.toArgb(decoded, turn.of(size));
            recoded = size;
        }
        if (turn == QuarterTurn.NONE) {
            recoding.toArgb(decoded, argb);
            return;
        }
        if (lying.length != argb.length) {
            lying = new int[argb.length];
        }
        recoding.toArgb(decoded, lying);
        turn.turn(lying, turn.of(size), argb);
    }

    /** Whether the file holds pictures of this size just as film stores them, so that they need no conversion. */
    public boolean stores(FrameSize size) {
        AVCodecParameters coded = stream.codecpar();
        return turn == QuarterTurn.NONE && size().equals(size) && coded.format() == AV_PIX_FMT_YUV420P
                && coded.color_space() == AVCOL_SPC_BT709
                && coded.color_range() != AVCOL_RANGE_JPEG;
    }

    /** Copies frame {@code n} unconverted; only where {@link #stores} holds for its size. */
    public void read(int n, YuvFrame into) throws MediaException {
        AVFrame decoded = decode(n);
        Libav.check(av_frame_copy(into.av(), decoded), doing());
    }

    /** Frame {@code n} as a picture of its own. */
    public Still still(int n) throws MediaException {
        int[] argb = new int[size().width() * size().height()];
        read(n, size(), argb);
        return new Still(size(), argb);
    }

    /** Frame {@code n} as it is stored; valid until the next call. */
    AVFrame decode(int n) throws MediaException {
        if (n < 0 || n >= frames) {
            throw new IllegalArgumentException("Frame " + n + " of " + frames + " in " + file);
        }
        if (n < at || n > at + near) {
            jumpTo(n);
        }
        while (at < n) {
            if (!next()) {
                throw MediaException.refused(file + " ends at frame " + at + ", before frame " + n + ".",
                        "The file is damaged; make it again.");
            }
        }
        return frame;
    }

    private void jumpTo(int n) throws MediaException {
        long time = start() + av_rescale_q(n, frameTime, stream.time_base());
        Libav.check(av_seek_frame(input, stream.index(), time, AVSEEK_FLAG_BACKWARD), doing());
        avcodec_flush_buffers(decoder);
        at = -1;
        drained = false;
    }

    /** Decodes the next frame; false at the end. */
    boolean next() throws MediaException {
        int got = avcodec_receive_frame(decoder, frame);
        while (got == AVERROR_EAGAIN()) {
            feed();
            got = avcodec_receive_frame(decoder, frame);
        }
        if (got == AVERROR_EOF()) {
            return false;
        }
        Libav.check(got, doing());
        if ((frame.flags() & AVFrame.AV_FRAME_FLAG_CORRUPT) != 0 || frame.decode_error_flags() != 0) {
            damaged++;
        }
        at = (int) av_rescale_q(frame.best_effort_timestamp() - start(), stream.time_base(), frameTime);
        return true;
    }

    /** Gives the decoder the next packet of the picture, or the end. */
    private void feed() throws MediaException {
        while (!drained) {
            if (av_read_frame(input, packet) < 0) {
                drained = true;
                Libav.check(avcodec_send_packet(decoder, null), doing());
                return;
            }
            boolean ours = packet.stream_index() == stream.index();
            if (ours && avcodec_send_packet(decoder, packet) < 0) {
                damaged++;
            }
            av_packet_unref(packet);
            if (ours) {
                return;
            }
        }
    }

    private long start() {
        return stream.start_time() == AV_NOPTS_VALUE ? 0 : stream.start_time();
    }

    /** Packets and frames so far that did not decode cleanly. */
    public int damaged() {
        return damaged;
    }

    /** What the file says of itself. */
    public VideoInfo info() throws MediaException {
        return VideoProbe.describe(file, input, stream, rate, frames);
    }

    private String doing() {
        return "Reading " + file;
    }

    private void closeRecoding() {
        if (recoding != null) {
            recoding.close();
            recoding = null;
        }
    }

    @Override
    public void close() {
        closeRecoding();
        av_frame_free(frame);
        av_packet_free(packet);
        if (decoder != null) {
            avcodec_free_context(decoder);
        }
        if (!input.isNull()) {
            avformat_close_input(input);
        }
    }
}
