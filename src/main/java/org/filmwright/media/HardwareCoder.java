package org.filmwright.media;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.ffmpeg.swscale.SwsFilter;
import org.bytedeco.javacpp.DoublePointer;
import org.filmwright.base.Failure;

import static org.bytedeco.ffmpeg.global.swscale.*;

/** An encoder in a graphics card, made to answer frame by frame as the others do. */
final class HardwareCoder implements GroupCoder {
    private final HardwareEncoder kind;
    private final AVCodecContext encoder;
    private final AVCodecParameters description = avcodec_parameters_alloc();
    private final AVFrame picture = av_frame_alloc();
    private SwsContext layout;

    HardwareCoder(HardwareEncoder kind, VideoSettings settings) throws MediaException {
        this.kind = kind;
        AVCodec codec = avcodec_find_encoder_by_name(kind.name());
        if (codec == null) {
            av_frame_free(picture);
            avcodec_parameters_free(description);
            throw new MediaException(new Failure.Misconfigured("There is no encoder " + kind.name() + ".",
                    "Use the usual one."));
        }
        encoder = avcodec_alloc_context3(codec);
        try {
            configure(settings);
            begin(codec, settings);
        } catch (MediaException e) {
            close();
            throw e;
        }
    }

    private void configure(VideoSettings settings) {
        Libav.describe(encoder, settings);
        encoder.pix_fmt(kind.pixels());
        encoder.gop_size(settings.purpose().group()).max_b_frames(0).profile(AV_PROFILE_H264_HIGH);
        encoder.qmin(settings.purpose().quantiser()).qmax(settings.purpose().quantiser());
        encoder.flags(encoder.flags() | AV_CODEC_FLAG_GLOBAL_HEADER);
    }

    private void begin(AVCodec codec, VideoSettings settings) throws MediaException {
        AVDictionary options = new AVDictionary(null);
        kind.options().forEach((key, value) -> av_dict_set(options, key, value, 0));
        if (!kind.quantiser().isEmpty()) {
            av_dict_set(options, kind.quantiser(), Integer.toString(settings.purpose().quantiser()), 0);
        }
        int opened = avcodec_open2(encoder, codec, options);
        av_dict_free(options);
        Libav.check(opened, doing());
        Libav.check(avcodec_parameters_from_context(description, encoder), doing());
        if (kind.pixels() != AV_PIX_FMT_YUV420P) {
            int width = settings.size().width();
            int height = settings.size().height();
            picture.width(width).height(height).format(kind.pixels());
            Libav.check(av_frame_get_buffer(picture, 0), doing());
            layout = sws_getContext(width, height, AV_PIX_FMT_YUV420P, width, height, kind.pixels(), SWS_POINT,
                    (SwsFilter) null, (SwsFilter) null, (DoublePointer) null);
        }
    }

    @Override
    public AVCodecParameters description() {
        return description;
    }

    @Override
    public List<AVPacket> code(Iterable<YuvFrame> group, long first) throws MediaException {
        List<AVPacket> packets = new ArrayList<>();
        try {
            for (YuvFrame frame : group) {
                AVFrame shown = laidOut(frame.av());
                shown.pts(first + packets.size())
                        .pict_type(packets.isEmpty() ? AV_PICTURE_TYPE_I : AV_PICTURE_TYPE_NONE);
                Libav.check(avcodec_send_frame(encoder, shown), doing());
                AVPacket packet = av_packet_alloc();
                packets.add(packet);
                // One that keeps frames back has not passed its trial.
                Libav.check(avcodec_receive_packet(encoder, packet), doing());
            }
            return packets;
        } catch (MediaException e) {
            packets.forEach(org.bytedeco.ffmpeg.global.avcodec::av_packet_free);
            throw e;
        }
    }

    /** The same samples, as the card wants them to lie. */
    private AVFrame laidOut(AVFrame frame) throws MediaException {
        if (layout == null) {
            return frame;
        }
        Libav.check(av_frame_make_writable(picture), doing());
        sws_scale(layout, frame.data(), frame.linesize(), 0, frame.height(), picture.data(), picture.linesize());
        return picture;
    }

    private String doing() {
        return "Coding with " + kind.title();
    }

    @Override
    public void close() {
        sws_freeContext(layout);
        av_frame_free(picture);
        avcodec_free_context(encoder);
        avcodec_parameters_free(description);
    }
}
