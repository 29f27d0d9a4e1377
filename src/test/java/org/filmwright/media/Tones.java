package org.filmwright.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntToDoubleFunction;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameRecorder;
import org.bytedeco.javacv.FrameRecorder;

/** Sounds of which every sample is known, written for tests. */
public final class Tones {
    private Tones() {}

    /** A tone of full height 0.5. */
    public static IntToDoubleFunction sine(double hertz, int rate) {
        return i -> 0.5 * Math.sin(2 * Math.PI * hertz * i / rate);
    }

    /** One sample that is heard, and nothing else. */
    public static IntToDoubleFunction impulse(int at) {
        return i -> i == at ? 0.9 : 0;
    }

    /** A 16-bit WAV; the right channel of two is half as loud as the left. */
    public static Path wav(Path file, int rate, int channels, int samples, IntToDoubleFunction left)
            throws IOException {
        int bytes = samples * channels * 2;
        ByteBuffer out = ByteBuffer.allocate(44 + bytes).order(ByteOrder.LITTLE_ENDIAN);
        out.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + bytes);
        out.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16).putShort((short) 1);
        out.putShort((short) channels).putInt(rate).putInt(rate * channels * 2);
        out.putShort((short) (channels * 2)).putShort((short) 16);
        out.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(bytes);
        for (int i = 0; i < samples; i++) {
            for (int channel = 0; channel < channels; channel++) {
                out.putShort((short) Math.round(left.applyAsDouble(i) / (channel + 1) * 32767));
            }
        }
        return Files.write(file, out.array());
    }

    /** The same in two equal channels at 44.1 kHz, coded as the name says: mp3, m4a, flac, ogg. */
    public static Path coded(Path file, int samples, IntToDoubleFunction tone) throws FrameRecorder.Exception {
        String kind = OutsideSound.extension(file);
        int codec = switch (kind) {
            case "mp3" -> avcodec.AV_CODEC_ID_MP3;
            case "m4a" -> avcodec.AV_CODEC_ID_AAC;
            case "flac" -> avcodec.AV_CODEC_ID_FLAC;
            default -> avcodec.AV_CODEC_ID_VORBIS;
        };
        try (FFmpegFrameRecorder recorder = new FFmpegFrameRecorder(file.toFile(), 2)) {
            avutil.av_log_set_level(avutil.AV_LOG_QUIET);
            recorder.setFormat(kind.equals("m4a") ? "mp4" : kind);
            recorder.setAudioCodec(codec);
            recorder.setSampleRate(44_100);
            recorder.setAudioBitrate(192_000);
            recorder.setAudioOption("strict", "-2");
            recorder.start();
            FloatBuffer both = FloatBuffer.allocate(2 * samples);
            for (int i = 0; i < samples; i++) {
                both.put((float) tone.applyAsDouble(i)).put((float) tone.applyAsDouble(i));
            }
            recorder.recordSamples(44_100, 2, both.flip());
            recorder.stop();
        }
        return file;
    }
}
