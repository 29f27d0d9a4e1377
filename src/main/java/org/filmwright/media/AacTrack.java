package org.filmwright.media;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avformat.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.FloatPointer;
import org.filmwright.base.FrameRate;

/**
 * The sound of an MP4: one track of AAC, coded in one go beside the pictures and exactly as long as they are. What the
 * encoder puts before the first sample is hidden by the file's edit list (film.md 4.3). One thread; close it.
 */
final class AacTrack implements AutoCloseable {
    private static final int BITS_A_SECOND = 192_000;
    /** Samples in a packet, where the encoder does not say another number. */
    private static final int USUAL = 1024;

    private final AVFormatContext file;
    private final FrameRate rate;
    private final SoundSource source;
    private final AVPacket packet = av_packet_alloc();
    private final AVFrame frame = av_frame_alloc();
    private final AVStream stream;
    private AVCodecContext encoder;
    private float[] mixed = {};
    private float[] plane = {};
    private long written;

    AacTrack(AVFormatContext file, FrameRate rate, SoundSource source) throws MediaException {
        this.file = file;
        this.rate = rate;
        this.source = source;
        stream = avformat_new_stream(file, null);
        try {
            begin();
        } catch (MediaException e) {
            close();
            throw e;
        }
    }

    private void begin() throws MediaException {
        AVCodec codec = avcodec_find_encoder(AV_CODEC_ID_AAC);
        encoder = avcodec_alloc_context3(codec);
        encoder.sample_rate(SoundTime.RATE).sample_fmt(AV_SAMPLE_FMT_FLTP).bit_rate(BITS_A_SECOND);
        encoder.time_base(Libav.rational(1, SoundTime.RATE));
        encoder.flags(encoder.flags() | AV_CODEC_FLAG_GLOBAL_HEADER);
        encoder.thread_count(1);
        av_channel_layout_default(encoder.ch_layout(), SoundTime.CHANNELS);
        Libav.check(avcodec_open2(encoder, codec, (AVDictionary) null), doing());
        stream.time_base(encoder.time_base());
        Libav.check(avcodec_parameters_from_context(stream.codecpar(), encoder), doing());
        int samples = encoder.frame_size() > 0 ? encoder.frame_size() : USUAL;
        mixed = new float[samples * SoundTime.CHANNELS];
        plane = new float[samples];
        frame.format(AV_SAMPLE_FMT_FLTP).sample_rate(SoundTime.RATE).nb_samples(samples);
        av_channel_layout_default(frame.ch_layout(), SoundTime.CHANNELS);
        Libav.check(av_frame_get_buffer(frame, 0), doing());
    }

    /** Writes the sound up to a frame, as far as it fills packets. */
    void reach(long upTo) throws MediaException {
        long sample = SoundTime.sample(rate, upTo);
        while (written + mixed.length / SoundTime.CHANNELS <= sample) {
            code(mixed.length / SoundTime.CHANNELS);
        }
    }

    /** Writes the rest of so many frames. */
    void end(long frames) throws MediaException {
        reach(frames);
        int rest = (int) (SoundTime.sample(rate, frames) - written);
        if (rest > 0) {
            code(rest);
        }
        Libav.check(avcodec_send_frame(encoder, null), doing());
        put();
    }

    private void code(int samples) throws MediaException {
        source.read(written, samples, mixed);
        Libav.check(av_frame_make_writable(frame), doing());
        for (int channel = 0; channel < SoundTime.CHANNELS; channel++) {
            for (int i = 0; i < samples; i++) {
                plane[i] = mixed[i * SoundTime.CHANNELS + channel];
            }
            new FloatPointer(frame.data(channel)).put(plane, 0, samples);
        }
        frame.nb_samples(samples).pts(written);
        written += samples;
        Libav.check(avcodec_send_frame(encoder, frame), doing());
        put();
    }

    /** What the encoder has ready. */
    private void put() throws MediaException {
        while (avcodec_receive_packet(encoder, packet) >= 0) {
            packet.stream_index(stream.index());
            av_packet_rescale_ts(packet, encoder.time_base(), stream.time_base());
            Libav.check(av_interleaved_write_frame(file, packet), doing());
        }
    }

    private static String doing() {
        return "Writing the sound";
    }

    @Override
    public void close() {
        av_frame_free(frame);
        av_packet_free(packet);
        if (encoder != null) {
            avcodec_free_context(encoder);
            encoder = null;
        }
    }
}
