package org.filmwright.media;

import static org.bytedeco.ffmpeg.global.avcodec.AV_INPUT_BUFFER_PADDING_SIZE;
import static org.bytedeco.ffmpeg.global.avutil.*;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.javacpp.BytePointer;
import org.filmwright.base.Failure;
import org.filmwright.base.FrameRate;

/** The few conventions of FFmpeg's C interface, in one place. Its log is silent: what matters comes as an exception. */
final class Libav {
    private static final int NO_SPACE = -28;

    static {
        av_log_set_level(AV_LOG_QUIET);
    }

    private Libav() {}

    /** Returns {@code code}, or turns a negative one into a sentence about {@code doing}. */
    static int check(int code, String doing) throws MediaException {
        if (code >= 0) {
            return code;
        }
        if (code == NO_SPACE) {
            throw new MediaException(new Failure.Exhausted("disk",
                    doing + " failed: the disk is full. Nothing half-written was kept. Free some space and try again."));
        }
        if (code == AVERROR_ENOMEM()) {
            throw new MediaException(new Failure.Exhausted("memory", doing + " failed: not enough memory."));
        }
        throw MediaException.refused(doing + " failed: " + words(code) + ".", "Check the file and the folder.");
    }

    /** FFmpeg's address of a file; the scheme keeps it from reading a colon in the name as a protocol. */
    static String address(Path file) {
        return "file:" + file.toAbsolutePath();
    }

    static AVRational rational(int numerator, int denominator) {
        return new AVRational().num(numerator).den(denominator);
    }

    /** Seconds a frame. */
    static AVRational frameTime(FrameRate rate) {
        return rational(rate.denominator(), rate.numerator());
    }

    /** Sets what pictures a codec deals with: size, time, yuv420p in BT.709 at limited range (film.md 4.1). */
    static void describe(AVCodecContext codec, VideoSettings settings) {
        codec.width(settings.size().width()).height(settings.size().height()).pix_fmt(AV_PIX_FMT_YUV420P);
        codec.time_base(frameTime(settings.rate())).framerate(av_inv_q(codec.time_base()));
        codec.sample_aspect_ratio(rational(1, 1));
        codec.colorspace(AVCOL_SPC_BT709).color_primaries(AVCOL_PRI_BT709).color_trc(AVCOL_TRC_BT709);
        codec.color_range(AVCOL_RANGE_MPEG).chroma_sample_location(AVCHROMA_LOC_LEFT);
    }

    /** Replaces what a codec says of itself: for H.264, SPS and PPS. */
    static void extradata(AVCodecParameters codec, byte[] bytes) {
        av_free(codec.extradata());
        BytePointer place = new BytePointer(av_mallocz(bytes.length + AV_INPUT_BUFFER_PADDING_SIZE));
        codec.extradata(place.put(bytes)).extradata_size(bytes.length);
    }

    private static String words(int code) {
        byte[] text = new byte[128];
        av_strerror(code, text, text.length);
        return new String(text, StandardCharsets.US_ASCII).split("\0", 2)[0];
    }
}
