package org.filmwright.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.filmwright.base.FrameRate;
import org.filmwright.base.FrameSize;
import org.filmwright.base.Progress;

/**
 * Has an encoder code a second of film, opens the file again and compares each frame with what went in: it has to come
 * back whole, in order, in its colours, and be taken over by a second file as segments are.
 */
final class HardwareTrial {
    /** Mean difference in levels of 255 that a quantiser of 18 stays well below. */
    private static final double MOST = 4;
    private final HardwareEncoder encoder;

    HardwareTrial(HardwareEncoder encoder) {
        this.encoder = encoder;
    }

    boolean passes(FrameSize size, FrameRate rate) {
        VideoSettings settings = new VideoSettings(size, rate, VideoSettings.Purpose.FILM, List.of(), true);
        try {
            Path folder = Files.createTempDirectory("filmwright-trial");
            Path film = folder.resolve("film.mp4");
            Path joined = folder.resolve("joined.mp4");
            try {
                return coded(settings, film) && isRight(film, settings) && joins(film, joined, settings);
            } finally {
                Files.deleteIfExists(film);
                Files.deleteIfExists(joined);
                Files.deleteIfExists(folder);
            }
        } catch (IOException | IllegalArgumentException cannot) {
            System.getLogger(HardwareTrial.class.getName())
                    .log(System.Logger.Level.DEBUG, encoder.name() + " is not used", cannot);
            return false;
        }
    }

    private boolean coded(VideoSettings settings, Path film) throws MediaException {
        try (VideoWriter writer = VideoWriter.open(film, settings, this::coder)) {
            for (int n = 0; n < frames(settings); n++) {
                writer.write(picture(settings.size(), n));
            }
            writer.finish();
        }
        return VideoProbe.storedFrames(film) == frames(settings);
    }

    private GroupCoder coder(VideoSettings settings) throws MediaException {
        return new HardwareCoder(encoder, settings);
    }

    private static boolean isRight(Path film, VideoSettings settings) throws MediaException {
        VideoInfo info = VideoProbe.of(film);
        if (!info.codec().equals("h264") || !info.pixels().equals("yuv420p") || !info.colours().startsWith("tv,bt709")
                || VideoProbe.damagedFrames(film, Progress.NONE) > 0) {
            return false;
        }
        int[] back = new int[settings.size().width() * settings.size().height()];
        try (VideoReader reader = VideoReader.open(film)) {
            for (int n = 0; n < frames(settings); n++) {
                reader.read(n, settings.size(), back);
                if (difference(back, picture(settings.size(), n)) > MOST) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean joins(Path film, Path joined, VideoSettings settings) throws MediaException {
        try (VideoWriter writer = VideoWriter.open(joined, settings, this::coder)) {
            return writer.copy(film, 0, frames(settings)) == frames(settings);
        }
    }

    private static int frames(VideoSettings settings) {
        return settings.rate().frames(1);
    }

    /** A bar that moves over a slope of colours. */
    private static int[] picture(FrameSize size, int n) {
        int[] argb = new int[size.width() * size.height()];
        for (int i = 0; i < argb.length; i++) {
            int x = i % size.width();
            int y = i / size.width();
            int slope = 40 + 160 * x / size.width();
            boolean bar = Math.abs(x - size.width() * n / 40 - 40) < 20;
            argb[i] = 0xff000000 | (bar ? 0xC04030 : slope << 16 | 200 * y / size.height() << 8 | 255 - slope);
        }
        return argb;
    }

    private static double difference(int[] a, int[] b) {
        return IntStream.range(0, a.length)
                .mapToDouble(i -> (Math.abs((a[i] >> 16 & 255) - (b[i] >> 16 & 255))
                        + Math.abs((a[i] >> 8 & 255) - (b[i] >> 8 & 255)) + Math.abs((a[i] & 255) - (b[i] & 255)))
                        / 3.0)
                .average()
                .orElse(255);
    }
}
