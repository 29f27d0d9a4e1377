package org.filmwright.media;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.filmwright.base.Failure;

/** The encoder inside the FFmpeg libraries, which is there on every machine, but was built without its assembler. */
final class BundledCoder implements GroupCoder {
    /** It moves edges by two levels of 255 at most at our quantiser, and takes a quarter of the time (decision 0009). */
    private static final String LOOP_FILTER_OFF = "0";
    private final AVCodecContext encoder;
    private final AVCodecParameters description = avcodec_parameters_alloc();
    private final Arena arena = Arena.ofShared();
    private final Optional<MemorySegment> parameters;

    BundledCoder(VideoSettings settings) throws MediaException {
        AVCodec codec = avcodec_find_encoder_by_name("libopenh264");
        if (codec == null) {
            throw new MediaException(new Failure.Misconfigured("The H.264 encoder libopenh264 is missing.",
                    "Install Filmwright with the FFmpeg libraries of its own build."));
        }
        encoder = avcodec_alloc_context3(codec);
        try {
            configure(settings);
            AVDictionary options = new AVDictionary(null);
            av_dict_set(options, "loopfilter", LOOP_FILTER_OFF, 0);
            int opened = avcodec_open2(encoder, codec, options);
            av_dict_free(options);
            Libav.check(opened, "Starting the H.264 encoder");
            Libav.check(avcodec_parameters_from_context(description, encoder), "Starting the H.264 encoder");
            parameters = OpenH264.of(encoder).codeEveryBlock(encoder, arena);
        } catch (MediaException e) {
            close();
            throw e;
        }
    }

    private void configure(VideoSettings settings) {
        VideoSettings.Purpose purpose = settings.purpose();
        Libav.describe(encoder, settings);
        encoder.gop_size(purpose.group()).qmin(purpose.quantiser()).qmax(purpose.quantiser());
        encoder.slices(1).thread_count(1).profile(AV_PROFILE_H264_HIGH);
        encoder.flags(encoder.flags() | AV_CODEC_FLAG_GLOBAL_HEADER);
    }

    @Override
    public AVCodecParameters description() {
        return description;
    }

    /** The encoder's own parameters ({@code SEncParamExt}); empty where it does not code every block (decision 0005). */
    Optional<MemorySegment> parameters() {
        return parameters;
    }

    @Override
    public List<AVPacket> code(List<YuvFrame> group, long first) throws MediaException {
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
        avcodec_parameters_free(description);
        arena.close();
    }
}
