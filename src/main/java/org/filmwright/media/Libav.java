package org.filmwright.media;

import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_QUIET;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_ENOMEM;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;
import static org.bytedeco.ffmpeg.global.avutil.av_strerror;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avutil.AVRational;
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

    private static String words(int code) {
        byte[] text = new byte[128];
        av_strerror(code, text, text.length);
        return new String(text, StandardCharsets.US_ASCII).split("\0", 2)[0];
    }
}
