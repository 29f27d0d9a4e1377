package org.filmwright.export;

import java.util.List;
import org.filmwright.base.FrameSize;

/** Words over a picture, on a shadow that keeps them readable where it is bright. */
final class TitleOver {
    private TitleOver() {}

    /** @param lines largest first. @return width x height pixels, 0xAARRGGBB */
    static int[] of(FrameSize size, List<String> lines) {
        int[] pixels = new TitleCard(size).words(lines);
        int[] shadow = shadow(pixels, size);
        for (int i = 0; i < pixels.length; i++) {
            int letter = pixels[i] >>> 24;
            int dark = shadow[i] * (255 - letter) / 255;
            int alpha = letter + dark;
            pixels[i] = alpha == 0
                    ? 0
                    : alpha << 24 | scaled(pixels[i] >> 16, letter, alpha) << 16
                            | scaled(pixels[i] >> 8, letter, alpha) << 8 | scaled(pixels[i], letter, alpha);
        }
        return pixels;
    }

    private static int scaled(int channel, int letter, int alpha) {
        return (channel & 255) * letter / alpha;
    }

    /** How dark it is around the letters, 0 to 255: their shape, spread by a two-hundredth of the picture's height. */
    private static int[] shadow(int[] words, FrameSize size) {
        int reach = Math.max(1, size.height() / 200);
        int[] dark = new int[words.length];
        for (int i = 0; i < words.length; i++) {
            dark[i] = words[i] >>> 24;
        }
        for (int pass = 0; pass < 2; pass++) {
            dark = spread(spread(dark, reach, 1, size.width()), reach, size.width(), size.height());
        }
        return dark;
    }

    /** A running mean along rows or columns. @param step from one pixel to the next; @param length of a row or column */
    private static int[] spread(int[] dark, int reach, int step, int length) {
        int[] out = new int[dark.length];
        int jump = step == 1 ? length : 1;
        for (int line = 0; line < dark.length / length; line++) {
            int first = line * jump;
            for (int i = 0; i < length; i++) {
                int sum = 0;
                for (int j = Math.max(0, i - reach); j <= Math.min(length - 1, i + reach); j++) {
                    sum += dark[first + j * step];
                }
                out[first + i * step] = sum / (2 * reach + 1);
            }
        }
        return out;
    }

    /** Lays words over a picture. @param words 0xAARRGGBB; @param picture 0xffRRGGBB, changed */
    static void lay(int[] words, int[] picture) {
        for (int i = 0; i < words.length; i++) {
            int alpha = words[i] >>> 24;
            if (alpha > 0) {
                picture[i] = 0xff000000 | mixed(words[i] >> 16, picture[i] >> 16, alpha) << 16
                        | mixed(words[i] >> 8, picture[i] >> 8, alpha) << 8 | mixed(words[i], picture[i], alpha);
            }
        }
    }

    private static int mixed(int over, int below, int alpha) {
        return ((over & 255) * alpha + (below & 255) * (255 - alpha) + 127) / 255;
    }
}
