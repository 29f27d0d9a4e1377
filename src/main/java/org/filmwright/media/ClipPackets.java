package org.filmwright.media;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_H264;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_CORRUPT;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_KEY;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avformat.*;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.av_rescale_q;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.filmwright.base.FrameRate;

/**
 * The coded frames of an H.264 MP4 that was made here, for joining without coding them again. Such a clip has no
 * B-frames: packet n is frame n, and a run may end anywhere but must begin at a key frame.
 */
final class ClipPackets implements AutoCloseable {
    private static final byte[] START_CODE = {0, 0, 0, 1};

    private final AVFormatContext input = new AVFormatContext(null);
    private final AVPacket packet = av_packet_alloc();
    private final Path file;
    private final FrameRate rate;
    private final AVRational frameTime;
    private AVStream stream;

    private ClipPackets(Path file, FrameRate rate) {
        this.file = file;
        this.rate = rate;
        this.frameTime = Libav.frameTime(rate);
    }

    static ClipPackets open(Path file, FrameRate rate) throws MediaException {
        ClipPackets packets = new ClipPackets(file, rate);
        try {
            packets.begin();
            return packets;
        } catch (MediaException e) {
            packets.close();
            throw e;
        }
    }

    private void begin() throws MediaException {
        Libav.check(avformat_open_input(input, Libav.address(file), (AVInputFormat) null, (AVDictionary) null),
                doing());
        stream = input.streams(
                Libav.check(av_find_best_stream(input, AVMEDIA_TYPE_VIDEO, -1, -1, (AVCodec) null, 0), doing()));
    }

    /** Whether these frames can stand in a stream with these parameter sets (Annex B), size and rate. */
    boolean fits(byte[] parameterSets, int width, int height) {
        AVCodecParameters coded = stream.codecpar();
        return coded.codec_id() == AV_CODEC_ID_H264 && coded.width() == width && coded.height() == height
                && rate.equals(new FrameRate(stream.avg_frame_rate().num(), stream.avg_frame_rate().den()))
                && Arrays.equals(annexB(coded), parameterSets);
    }

    /** The parameter sets of an {@code avcC} record (ISO 14496-15), each after a start code; empty if it is none. */
    private static byte[] annexB(AVCodecParameters coded) {
        byte[] record = new byte[Math.max(0, coded.extradata_size())];
        if (record.length < 8) {
            return new byte[0];
        }
        coded.extradata().get(record);
        ByteBuffer in = ByteBuffer.wrap(record).position(4);
        boolean fourByteLengths = (in.get() & 3) == 3;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int sets = in.get() & 31;
        for (int kind = 0; kind < 2 && fourByteLengths; kind++) {
            for (int i = 0; i < sets; i++) {
                byte[] set = new byte[in.getShort()];
                in.get(set);
                out.writeBytes(START_CODE);
                out.writeBytes(set);
            }
            sets = kind == 0 ? in.get() : 0;
        }
        return out.toByteArray();
    }

    /** Goes to frame {@code n}; the first {@link #next} gives it, if it is a key frame, else the one before it. */
    void seek(int n) throws MediaException {
        long start = Math.max(0, stream.start_time());
        long time = start + av_rescale_q(n, frameTime, stream.time_base());
        Libav.check(av_seek_frame(input, stream.index(), time, AVSEEK_FLAG_BACKWARD), doing());
    }

    /** The next coded frame in Annex B, valid until the next call. */
    Coded next() throws MediaException {
        do {
            av_packet_unref(packet);
            Libav.check(av_read_frame(input, packet), doing());
        } while (packet.stream_index() != stream.index());
        byte[] bytes = new byte[packet.size()];
        packet.data().get(bytes);
        ByteBuffer units = ByteBuffer.wrap(bytes);
        while (units.remaining() > 4) {
            int at = units.position();
            int length = units.getInt();
            units.position(at + 4 + Math.clamp(length, 0, units.remaining()));
            System.arraycopy(START_CODE, 0, bytes, at, 4);
        }
        packet.data().put(bytes);
        long start = Math.max(0, stream.start_time());
        long n = av_rescale_q(packet.pts() - start, stream.time_base(), frameTime);
        return new Coded(n, (packet.flags() & AV_PKT_FLAG_KEY) != 0, packet);
    }

    /** How many coded frames lie in the file whole, from the first one on; reads all of it. */
    int whole() {
        int count = 0;
        while (av_read_frame(input, packet) >= 0 && (packet.flags() & AV_PKT_FLAG_CORRUPT) == 0) {
            count += packet.stream_index() == stream.index() ? 1 : 0;
            av_packet_unref(packet);
        }
        return count;
    }

    /** A coded frame: its number, and whether decoding can begin with it. */
    record Coded(long frame, boolean key, AVPacket packet) {}

    private String doing() {
        return "Reading " + file;
    }

    @Override
    public void close() {
        av_packet_free(packet);
        if (!input.isNull()) {
            avformat_close_input(input);
        }
    }
}
