package org.filmwright.images;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * What a picture looks like in 64 bits: whether each of 8 x 8 fields is darker than the one to its right (a difference
 * hash). Another size, another compression and a little colour change few bits of it.
 */
public record Fingerprint(long bits) {
    private static final int FIELDS = 8;
    /** Enough pixels to average each field over. */
    private static final int ENOUGH = 256;
    /** Of 256 levels: fields of the same grey stay so through a compression. */
    private static final double STEP = 1;

    /** Of a picture file; nothing where its pixels cannot be read. */
    public static Optional<Fingerprint> of(Path picture) {
        try (ImageInputStream in = ImageIO.createImageInputStream(picture.toFile())) {
            Iterator<ImageReader> readers = in == null ? Collections.emptyIterator() : ImageIO.getImageReaders(in);
            return readers.hasNext() ? Optional.of(of(read(readers.next(), in))) : Optional.empty();
        } catch (IOException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    /** In how many bits they differ: 0 to 64. */
    public int distance(Fingerprint other) {
        return Long.bitCount(bits ^ other.bits);
    }

    /** Not every pixel of a large picture is needed. */
    private static BufferedImage read(ImageReader reader, ImageInputStream in) throws IOException {
        try {
            reader.setInput(in, true, true);
            ImageReadParam how = reader.getDefaultReadParam();
            int across = Math.max(1, reader.getWidth(0) / ENOUGH);
            int down = Math.max(1, reader.getHeight(0) / ENOUGH);
            how.setSourceSubsampling(across, down, 0, 0);
            return reader.read(0, how);
        } finally {
            reader.dispose();
        }
    }

    static Fingerprint of(BufferedImage picture) {
        double[][] luma = new double[FIELDS][FIELDS + 1];
        for (int y = 0; y < FIELDS; y++) {
            for (int x = 0; x <= FIELDS; x++) {
                luma[y][x] = mean(picture, x, y);
            }
        }
        long bits = 0;
        for (int y = 0; y < FIELDS; y++) {
            for (int x = 0; x < FIELDS; x++) {
                bits = bits << 1 | (luma[y][x] + STEP < luma[y][x + 1] ? 1 : 0);
            }
        }
        return new Fingerprint(bits);
    }

    private static double mean(BufferedImage picture, int column, int row) {
        int left = column * picture.getWidth() / (FIELDS + 1);
        int right = Math.max(left + 1, (column + 1) * picture.getWidth() / (FIELDS + 1));
        int top = row * picture.getHeight() / FIELDS;
        int bottom = Math.max(top + 1, (row + 1) * picture.getHeight() / FIELDS);
        double sum = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                int rgb = picture.getRGB(x, y);
                sum += 0.299 * (rgb >> 16 & 255) + 0.587 * (rgb >> 8 & 255) + 0.114 * (rgb & 255);
            }
        }
        return sum / ((right - left) * (bottom - top));
    }
}
