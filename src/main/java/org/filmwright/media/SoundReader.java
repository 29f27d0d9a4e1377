package org.filmwright.media;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avformat.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * Reads the sound of a file by sample number. Its first audible sample is sample 0; what an encoder put before it is
 * passed over. It goes on where a sample lies just ahead, else it jumps to a place half a second before it, since decoders
 * need a run-up, and counts from the time stamp that it finds there. Native memory: close it.
 */
public final class SoundReader implements SoundSource, AutoCloseable {
    /** Up to this far ahead decoding on is cheaper than jumping. */
    private static final int NEAR = 2 * SoundTime.RATE;
    private static final int RUN_UP = SoundTime.RATE / 2;
    /** Time stamps that are further from what was counted mean that something is missing in between. */
    private static final int HOLE = SoundTime.RATE / 20;
    private static final int MOST_CHANNELS = 64;

    private final Path file;
    private final AVFormatContext input = new AVFormatContext(null);
    private final AVPacket packet = av_packet_alloc();
    private final AVFrame frame = av_frame_alloc();
    private AVCodecContext decoder;
    private AVStream stream;
    private Resampling resampling;
    /** Time stamp of the first audible sample; nothing where the file has no time stamps. */
    private long base = AV_NOPTS_VALUE;
    private float[] chunk = {};
    private long at;
    private int length;
    private boolean lost;
    private boolean drained;
    private boolean flushed;
    private long end = Long.MAX_VALUE;
    private int packets;
    private int damaged;

    private SoundReader(Path file) {
        this.file = file;
    }

    /** Opens the sound of a file; refuses what has none. */
    public static SoundReader open(Path file) throws MediaException {
        SoundReader reader = new SoundReader(file);
        try {
            reader.begin();
            return reader;
        } catch (MediaException e) {
            reader.close();
            throw e;
        }
    }

    private void begin() throws MediaException {
        requireBytes();
        int found = avformat_open_input(input, Libav.address(file), (AVInputFormat) null, (AVDictionary) null);
        if (found >= 0) {
            found = avformat_find_stream_info(input, (AVDictionary) null);
        }
        int index = found < 0 ? found : av_find_best_stream(input, AVMEDIA_TYPE_AUDIO, -1, -1, (AVCodec) null, 0);
        if (index < 0) {
            throw MediaException.refused(found >= 0 && input.nb_streams() > 0
                    ? file + " has no sound in it."
                    : file + " is not a sound that can be read.", "Use a WAV, FLAC, MP3, M4A or OGG file.");
        }
        stream = input.streams(index);
        int channels = stream.codecpar().ch_layout().nb_channels();
        if (channels < 1 || channels > MOST_CHANNELS || stream.codecpar().sample_rate() < 1) {
            throw damagedHead();
        }
        openDecoder();
        resampling = new Resampling();
        if (!next()) {
            throw damagedHead();
        }
    }

    private MediaException damagedHead() {
        return MediaException.refused(file + " is damaged: no sound can be decoded from it.",
                "Fetch it or save it again.");
    }

    private void requireBytes() throws MediaException {
        if (!Files.isRegularFile(file)) {
            throw MediaException.refused(Files.isDirectory(file)
                    ? file + " is a folder, not a sound."
                    : "There is no file " + file + ".", "Name a sound file.");
        }
        try {
            if (Files.size(file) == 0) {
                throw MediaException.refused(file + " is empty.", "Save the sound again.");
            }
        } catch (MediaException e) {
            throw e;
        } catch (IOException e) {
            throw MediaException.refused(file + " cannot be read: " + e.getMessage() + ".", "Check its permissions.");
        }
    }

    private void openDecoder() throws MediaException {
        AVCodec codec = avcodec_find_decoder(stream.codecpar().codec_id());
        if (codec == null) {
            throw MediaException.refused(file + " is coded in a way that cannot be read here.",
                    "Convert it to WAV or FLAC.");
        }
        decoder = avcodec_alloc_context3(codec);
        Libav.check(avcodec_parameters_to_context(decoder, stream.codecpar()), doing());
        decoder.pkt_timebase(stream.time_base()).thread_count(1);
        Libav.check(avcodec_open2(decoder, codec, (AVDictionary) null), doing());
    }

    /** Samples that the file says it has; below 0 where it does not say, or only guesses. */
    public long declared() {
        if (input.duration_estimation_method() == AVFMT_DURATION_FROM_BITRATE) {
            return -1;
        }
        if (stream.duration() != AV_NOPTS_VALUE && stream.duration() > 0) {
            return av_rescale_q(stream.duration(), stream.time_base(), Libav.rational(1, SoundTime.RATE));
        }
        return input.duration() > 0 ? av_rescale(input.duration(), SoundTime.RATE, AV_TIME_BASE) : -1;
    }

    @Override
    public void read(long from, int samples, float[] out) throws MediaException {
        Arrays.fill(out, 0, samples * SoundTime.CHANNELS, 0);
        long first = Math.max(0, from);
        if (from + samples <= 0 || first >= end) {
            return;
        }
        if (first < at || first > at + length + NEAR) {
            jumpTo(first);
        }
        do {
            copy(from, samples, out);
        } while (at + length < from + samples && next());
    }

    private void copy(long from, int samples, float[] out) {
        long begin = Math.max(0, Math.max(from, at)); // an encoder's own lead lies before
        long stop = Math.min(from + samples, at + length);
        if (begin < stop) {
            System.arraycopy(chunk, (int) (begin - at) * SoundTime.CHANNELS, out, (int) (begin - from)
                    * SoundTime.CHANNELS, (int) (stop - begin) * SoundTime.CHANNELS);
        }
    }

    /** Where the place that was found lies behind the one that is sought, all is decoded from the start. */
    private void jumpTo(long sample) throws MediaException {
        jump(base == AV_NOPTS_VALUE ? 0 : Math.max(0, sample - RUN_UP));
        if (at > sample) {
            jump(0);
        }
    }

    /** To the very start is to what lies before it: a decoder of overlapping pieces needs the first one. */
    private void jump(long sample) throws MediaException {
        long origin = base == AV_NOPTS_VALUE ? 0 : base;
        long time = origin + av_rescale_q(sample, Libav.rational(1, SoundTime.RATE), stream.time_base());
        long early = sample > 0 ? time : time - av_rescale_q(1, Libav.rational(1, 1), stream.time_base());
        if (av_seek_frame(input, stream.index(), early, AVSEEK_FLAG_BACKWARD) < 0) {
            Libav.check(av_seek_frame(input, stream.index(), origin, AVSEEK_FLAG_BACKWARD | AVSEEK_FLAG_ANY), doing());
        }
        avcodec_flush_buffers(decoder);
        resampling.close();
        resampling = new Resampling();
        drained = false;
        flushed = false;
        at = 0;
        length = 0;
        lost = true;
        next();
    }

    /** The next piece of the sound; false at the end, or where nothing more can be decoded. */
    boolean next() throws MediaException {
        at += length;
        length = 0;
        while (length == 0) {
            int got = avcodec_receive_frame(decoder, frame);
            if (got == AVERROR_EAGAIN()) {
                feed();
            } else if (got == AVERROR_EOF() || got < 0 && drained) {
                return last();
            } else if (got < 0) {
                damaged++; // what cannot be decoded is left out
            } else {
                place();
                take(frame);
            }
        }
        return true;
    }

    private void place() {
        long stamp = frame.best_effort_timestamp();
        if (stamp == AV_NOPTS_VALUE) {
            return;
        }
        if (base == AV_NOPTS_VALUE) {
            base = stamp;
        }
        long here = av_rescale_q(stamp - base, stream.time_base(), Libav.rational(1, SoundTime.RATE));
        if (lost || Math.abs(here - at) > HOLE) {
            at = here;
        }
        lost = false;
    }

    private void take(AVFrame decoded) throws MediaException {
        length = resampling.convert(decoded, this::room);
    }

    private float[] room(int samples) {
        if (chunk.length < samples * SoundTime.CHANNELS) {
            chunk = new float[samples * SoundTime.CHANNELS];
        }
        return chunk;
    }

    /** What the resampler still holds. */
    private boolean last() throws MediaException {
        if (flushed) {
            return false;
        }
        flushed = true;
        take(null);
        end = at + length;
        return length > 0;
    }

    private void feed() throws MediaException {
        while (!drained) {
            if (av_read_frame(input, packet) < 0) {
                drained = true;
                avcodec_send_packet(decoder, null);
                return;
            }
            boolean ours = packet.stream_index() == stream.index();
            if (ours) {
                packets++;
                damaged += avcodec_send_packet(decoder, packet) < 0 ? 1 : 0;
            }
            av_packet_unref(packet);
            if (ours) {
                return;
            }
        }
    }

    /** The piece that {@link #next} found, left and right in turn; valid until the next call. */
    float[] chunk() {
        return chunk;
    }

    /** Samples in it. */
    int length() {
        return length;
    }

    /** Which one its first is. */
    long at() {
        return at;
    }

    /** Packets so far that could not be decoded. */
    int damaged() {
        return damaged;
    }

    /** Packets so far. */
    int packets() {
        return packets;
    }

    private String doing() {
        return "Reading " + file;
    }

    @Override
    public void close() {
        if (resampling != null) {
            resampling.close();
        }
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
