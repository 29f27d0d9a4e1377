package org.filmwright.media;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avformat.av_interleaved_write_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_new_stream;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_SUBTITLE;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_mallocz;
import static org.bytedeco.ffmpeg.global.avutil.av_rescale_q;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.javacpp.BytePointer;
import org.filmwright.base.FrameRate;

/** The soft subtitle track of an MP4: 3GPP timed text ({@code mov_text}), written between the pictures it belongs to. */
final class CaptionTrack {
    private final AVFormatContext file;
    private final AVStream stream;
    private final AVRational frameTime;
    private final Deque<Caption> waiting;

    CaptionTrack(AVFormatContext file, FrameRate rate, List<Caption> captions) throws MediaException {
        this.file = file;
        frameTime = Libav.frameTime(rate);
        waiting = new ArrayDeque<>(captions);
        stream = avformat_new_stream(file, null);
        stream.time_base(Libav.rational(1, 1000));
        stream.codecpar().codec_type(AVMEDIA_TYPE_SUBTITLE).codec_id(AV_CODEC_ID_MOV_TEXT);
        byte[] style = sampleDescription();
        BytePointer extra = new BytePointer(av_mallocz(style.length + AV_INPUT_BUFFER_PADDING_SIZE));
        extra.put(style, 0, style.length);
        stream.codecpar().extradata(extra).extradata_size(style.length);
        AVDictionary language = new AVDictionary(null);
        Libav.check(av_dict_set(language, "language", "und", 0), "Naming the subtitle track");
        stream.metadata(language);
    }

    /** Writes the captions that begin at or before {@code frame}. */
    void reach(long frame) throws MediaException {
        while (!waiting.isEmpty() && waiting.peek().start() <= frame) {
            write(waiting.remove());
        }
    }

    private void write(Caption caption) throws MediaException {
        byte[] text = caption.text().getBytes(StandardCharsets.UTF_8);
        AVPacket packet = av_packet_alloc();
        try {
            Libav.check(av_new_packet(packet, text.length + 2), "Writing a subtitle");
            packet.data().put(ByteBuffer.allocate(text.length + 2).putShort((short) text.length).put(text).array());
            long start = av_rescale_q(caption.start(), frameTime, stream.time_base());
            packet.pts(start).dts(start);
            packet.duration(av_rescale_q(caption.end(), frameTime, stream.time_base()) - start);
            packet.stream_index(stream.index()).flags(AV_PKT_FLAG_KEY);
            Libav.check(av_interleaved_write_frame(file, packet), "Writing a subtitle");
        } finally {
            av_packet_free(packet);
        }
    }

    /** The {@code tx3g} sample description of 3GPP TS 26.245: white text, centred at the bottom. */
    private static byte[] sampleDescription() {
        byte[] font = "Serif".getBytes(StandardCharsets.US_ASCII);
        ByteBuffer box = ByteBuffer.allocate(43 + font.length);
        box.putInt(0).put((byte) 1).put((byte) -1).putInt(0);
        box.putLong(0);
        box.putShort((short) 0).putShort((short) 0).putShort((short) 1).put((byte) 0).put((byte) 16).putInt(-1);
        box.putInt(13 + font.length).put("ftab".getBytes(StandardCharsets.US_ASCII)).putShort((short) 1);
        return box.putShort((short) 1).put((byte) font.length).put(font).array();
    }
}
