package org.filmwright.media;

import static org.bytedeco.ffmpeg.global.avutil.*;
import static org.bytedeco.ffmpeg.global.swresample.*;

import java.util.function.IntFunction;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swresample.SwrContext;
import org.bytedeco.javacpp.FloatPointer;

/**
 * Sound as it was decoded, turned into 48 kHz in two channels. One channel is heard on both sides as loud as it is;
 * more than two are mixed down. Native memory: close it.
 */
final class Resampling implements AutoCloseable {
    private final AVFrame out = av_frame_alloc();
    private SwrContext context = swr_alloc();
    private int channels = SoundTime.CHANNELS;

    /**
     * Converts a frame.
     *
     * @param in nothing at the end, to have what was held back
     * @param room gives an array for so many samples of both channels
     * @return how many samples came of it
     */
    int convert(AVFrame in, IntFunction<float[]> room) throws MediaException {
        if (in != null) {
            channels = in.ch_layout().nb_channels() == 1 ? 1 : SoundTime.CHANNELS;
            if (in.ch_layout().order() == AV_CHANNEL_ORDER_UNSPEC) {
                av_channel_layout_default(in.ch_layout(), in.ch_layout().nb_channels());
            }
        }
        int done = converted(in);
        if (done == AVERROR_INPUT_CHANGED || done == AVERROR_OUTPUT_CHANGED) {
            swr_close(context);
            done = converted(in);
        }
        if (in == null && done < 0) {
            return 0; // nothing was ever put in
        }
        Libav.check(done, "Converting a sound");
        return copied(room);
    }

    private int converted(AVFrame in) {
        av_frame_unref(out);
        out.format(AV_SAMPLE_FMT_FLT).sample_rate(SoundTime.RATE);
        av_channel_layout_default(out.ch_layout(), channels);
        return swr_convert_frame(context, out, in);
    }

    private int copied(IntFunction<float[]> room) {
        int samples = out.nb_samples();
        if (samples == 0) {
            return 0;
        }
        float[] to = room.apply(samples);
        new FloatPointer(out.data(0)).get(to, 0, samples * channels);
        if (channels == 1) {
            for (int i = samples - 1; i >= 0; i--) {
                to[2 * i] = to[i];
                to[2 * i + 1] = to[i];
            }
        }
        return samples;
    }

    @Override
    public void close() {
        av_frame_free(out);
        if (context != null) {
            swr_free(context);
            context = null;
        }
    }
}
