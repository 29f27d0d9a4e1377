package org.filmwright.media;

import static org.bytedeco.ffmpeg.global.avcodec.avcodec_get_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_profile_name;
import static org.bytedeco.ffmpeg.global.avutil.*;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.javacpp.BytePointer;
import org.filmwright.base.FrameRate;
import org.filmwright.base.FrameSize;
import org.filmwright.base.Progress;

/** Looks into a video file: what it says of itself and whether it decodes. */
public final class VideoProbe {
    private VideoProbe() {}

    /** A file's description. */
    public static VideoInfo of(Path file) throws MediaException {
        try (VideoReader reader = VideoReader.open(file)) {
            return reader.info();
        }
    }

    /** How many coded frames lie in the file whole, whatever it says of itself; reads it without decoding. */
    public static int storedFrames(Path file) throws MediaException {
        try (ClipPackets packets = ClipPackets.open(file, FrameRate.FILM)) {
            return packets.whole();
        }
    }

    /**
     * Decodes the whole file; the answer is the number of frames that are missing or damaged.
     *
     * @param progress how far it is; may ask to stop
     */
    public static int damagedFrames(Path file, Progress progress) throws MediaException {
        try (VideoReader reader = VideoReader.open(file)) {
            int good = 0;
            while (good < reader.frames() && reader.next()) {
                good++;
                progress.report((double) good / reader.frames(), "checking");
                progress.checkCancelled();
            }
            return reader.frames() - good + reader.damaged();
        }
    }

    static VideoInfo describe(Path file, AVFormatContext input, AVStream stream, FrameRate rate, int frames)
            throws MediaException {
        AVCodecParameters coded = stream.codecpar();
        String colours = String.join(",", text(av_color_range_name(coded.color_range())),
                text(av_color_space_name(coded.color_space())), text(av_color_primaries_name(coded.color_primaries())),
                text(av_color_transfer_name(coded.color_trc())));
        return new VideoInfo(new FrameSize(coded.width(), coded.height()), rate, frames,
                text(avcodec_get_name(coded.codec_id())),
                text(avcodec_profile_name(coded.codec_id(), coded.profile())),
                text(av_get_pix_fmt_name(coded.format())),
                colours, count(input, AVMEDIA_TYPE_SUBTITLE), count(input, AVMEDIA_TYPE_AUDIO), faststart(file));
    }

    private static int count(AVFormatContext input, int type) {
        int count = 0;
        for (int i = 0; i < input.nb_streams(); i++) {
            count += input.streams(i).codecpar().codec_type() == type ? 1 : 0;
        }
        return count;
    }

    private static String text(BytePointer words) {
        return Optional.ofNullable(words).map(BytePointer::getString).orElse("unknown");
    }

    /** Whether {@code moov} comes before {@code mdat} in the list of top-level boxes. */
    private static boolean faststart(Path file) throws MediaException {
        try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
            long left = Files.size(file);
            while (left >= 8) {
                long length = Integer.toUnsignedLong(in.readInt());
                String box = new String(in.readNBytes(4), StandardCharsets.ISO_8859_1);
                if (box.equals("moov") || box.equals("mdat") || length < 8) {
                    return box.equals("moov");
                }
                in.skipNBytes(Math.min(length, left) - 8);
                left -= length;
            }
            return false;
        } catch (IOException e) {
            throw MediaException.refused(file + " cannot be read: " + e.getMessage() + ".", "Make the file again.");
        }
    }
}
