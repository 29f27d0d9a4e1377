package org.filmwright.media;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.filmwright.base.FrameRate;
import org.filmwright.base.FrameSize;
import org.filmwright.base.Outcome;
import org.filmwright.base.Progress;

/** Pictures and clips that tests film. */
final class Scenes {
    private Scenes() {}

    static Still plain(FrameSize size, int argb) {
        int[] pixels = new int[size.width() * size.height()];
        Arrays.fill(pixels, argb);
        return new Still(size, pixels);
    }

    /** Boxes of many tones: enough corners to be followed. */
    static Still boxes(FrameSize size) {
        Random random = new Random(7);
        int[] pixels = plain(size, 0xff5a6470).argb();
        for (int box = 0; box < 120; box++) {
            int tone = 0xff000000 | random.nextInt(0x1000000);
            int left = random.nextInt(size.width());
            int top = random.nextInt(size.height());
            int right = Math.min(size.width(), left + 10 + random.nextInt(size.width() / 6));
            int bottom = Math.min(size.height(), top + 10 + random.nextInt(size.height() / 6));
            for (int y = top; y < bottom; y++) {
                Arrays.fill(pixels, y * size.width() + left, y * size.width() + right, tone);
            }
        }
        return new Still(size, pixels);
    }

    /** Washes of colour on grainy paper, as a drawn board has them. */
    static Still grain(FrameSize size) {
        Random random = new Random(9);
        int[] pixels = new int[size.width() * size.height()];
        for (int i = 0; i < pixels.length; i++) {
            double wash = 90 + 50 * Math.sin(i % size.width() * 0.013) + 30 * Math.cos(i / size.width() * 0.021);
            int level = (int) Math.clamp(wash + 7 * random.nextGaussian(), 0, 255);
            pixels[i] = 0xff000000 | level << 16 | level << 8 | (int) (level * 0.8);
        }
        return new Still(size, pixels).scaledTo(size.width() / 2).scaledTo(size.width());
    }

    /** Frame {@code n} as eight black or white bars. */
    static int[] numbered(FrameSize size, int n) {
        int[] pixels = new int[size.width() * size.height()];
        for (int i = 0; i < pixels.length; i++) {
            int bit = i % size.width() * 8 / size.width();
            pixels[i] = (n >> bit & 1) == 1 ? 0xffffffff : 0xff000000;
        }
        return pixels;
    }

    static int number(FrameSize size, int[] pixels) {
        int n = 0;
        for (int bit = 0; bit < 8; bit++) {
            int x = (2 * bit + 1) * size.width() / 16;
            n |= (pixels[size.height() / 2 * size.width() + x] & 255) > 127 ? 1 << bit : 0;
        }
        return n;
    }

    static VideoSettings clip(FrameSize size) {
        return new VideoSettings(size, FrameRate.FILM, VideoSettings.Purpose.CLIP);
    }

    static void film(Path out, VideoSettings settings, int frames) throws MediaException {
        try (VideoWriter writer = VideoWriter.open(out, settings)) {
            for (int n = 0; n < frames; n++) {
                writer.write(numbered(settings.size(), n));
            }
            writer.finish();
        }
    }

    static void film(Path picture, CameraPath path, VideoSettings settings, Path out) {
        Outcome<VideoInfo> made = StillClip.render(picture, path, settings, out, Progress.NONE);
        made.orElse(failure -> {
            throw new AssertionError(failure);
        });
    }
}
