package org.filmwright.media;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.filmwright.base.Failure;

/**
 * An H.264 encoder that codes whole groups of pictures, each beginning with a key frame. One thread and one slice: with
 * more of them openh264 moves the borders of its slices by the clock, and the same film would not have the same bytes
 * twice. Native memory: close it.
 */
final class GroupCoder implements AutoCloseable {
    private final AVCodecContext encoder;
    private final boolean everyBlock;

    GroupCoder(VideoSettings settings) throws MediaException {
        AVCodec codec = avcodec_find_encoder_by_name("libopenh264");
        if (codec == null) {
            throw new MediaException(new Failure.Misconfigured("The H.264 encoder libopenh264 is missing.",
                    "Install Filmwright with the FFmpeg libraries of its own build."));
        }
        encoder = avcodec_alloc_context3(codec);
        try {
            configure(settings);
            Libav.check(avcodec_open2(encoder, codec, (AVDictionary) null), "Starting the H.264 encoder");
        } catch (MediaException e) {
            close();
            throw e;
        }
        everyBlock = OpenH264.codeEveryBlock(encoder);
    }

    private void configure(VideoSettings settings) {
        VideoSettings.Purpose purpose = settings.purpose();
        encoder.width(settings.size().width()).height(settings.size().height()).pix_fmt(AV_PIX_FMT_YUV420P);
        encoder.time_base(Libav.frameTime(settings.rate())).framerate(av_inv_q(encoder.time_base()));
        encoder.sample_aspect_ratio(Libav.rational(1, 1)).gop_size(purpose.group());
        encoder.qmin(purpose.quantiser()).qmax(purpose.quantiser());
        encoder.colorspace(AVCOL_SPC_BT709).color_primaries(AVCOL_PRI_BT709).color_trc(AVCOL_TRC_BT709);
        encoder.color_range(AVCOL_RANGE_MPEG).chroma_sample_location(AVCHROMA_LOC_LEFT);
        encoder.slices(1).thread_count(1).profile(AV_PROFILE_H264_HIGH);
        encoder.flags(encoder.flags() | AV_CODEC_FLAG_GLOBAL_HEADER);
    }

    AVCodecContext context() {
        return encoder;
    }

    AVRational frameTime() {
        return encoder.time_base();
    }

    /** Whether the encoder codes every block for what it shows. */
    boolean everyBlock() {
        return everyBlock;
    }

    /** SPS and PPS, each after a start code. */
    byte[] parameterSets() {
        byte[] sets = new byte[encoder.extradata_size()];
        encoder.extradata().get(sets);
        return sets;
    }

    /** Codes {@code group}, whose first frame is number {@code first}; the caller frees the packets. */
    List<AVPacket> code(List<YuvFrame> group, long first) throws MediaException {
        List<AVPacket> packets = new ArrayList<>(group.size());
        try {
            for (int i = 0; i < group.size(); i++) {
                group.get(i).av().pts(first + i).pict_type(i == 0 ? AV_PICTURE_TYPE_I : AV_PICTURE_TYPE_NONE);
                Libav.check(avcodec_send_frame(encoder, group.get(i).av()), "Coding a frame");
                AVPacket packet = av_packet_alloc();
                packets.add(packet);
                // This encoder has no delay: every frame gives its packet at once.
                Libav.check(avcodec_receive_packet(encoder, packet), "Coding a frame");
            }
            return packets;
        } catch (MediaException e) {
            packets.forEach(org.bytedeco.ffmpeg.global.avcodec::av_packet_free);
            throw e;
        }
    }

    @Override
    public void close() {
        avcodec_free_context(encoder);
    }
}
