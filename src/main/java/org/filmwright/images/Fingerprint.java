package org.filmwright.images;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * What a picture looks like. Another size and another compression change little of it.
 *
 * @param bits whether each of 8 x 8 fields is darker than the one to its right (a difference hash): quick to look up
 * @param colours mean red, green and blue of 9 x 8 fields, row by row, two hexadecimal digits each
 */
public record Fingerprint(long bits, String colours) {
    /** Pictures that look alike differ in no more than so many of the 64 bits. */
    public static final int NEAR = 5;
    /** And their fields in no more than so many of 256 levels (root mean square): a raised arm, another light are more. */
    public static final double LEVELS = 4;
    /** The same where somebody else finds them alike as well: what an index of four bands still finds. */
    static final int ALMOST_NEAR = 7;
    /** Between what copies and near takes measured (3.5 at most) and what is different (8 at least; decision 74). */
    static final double ALMOST_LEVELS = 6;
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

    /** Whether they show nearly the same. */
    public boolean isNear(Fingerprint other) {
        return distance(other) <= NEAR && apart(other) <= LEVELS;
    }

    /** Whether they show nearly the same if somebody who knows what is in them says so, too. */
    boolean isAlmostNear(Fingerprint other) {
        return distance(other) <= ALMOST_NEAR && apart(other) <= ALMOST_LEVELS;
    }

    /** How far the colours of their fields lie apart: 0 to 255. */
    public double apart(Fingerprint other) {
        byte[] mine = HexFormat.of().parseHex(colours);
        byte[] others = HexFormat.of().parseHex(other.colours);
        double sum = IntStream.range(0, mine.length)
                .mapToDouble(i -> Math.pow((mine[i] & 255) - (others[i] & 255), 2))
                .sum();
        return Math.sqrt(sum / mine.length);
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
        byte[] colours = new byte[FIELDS * (FIELDS + 1) * 3];
        int at = 0;
        for (int y = 0; y < FIELDS; y++) {
            for (int x = 0; x <= FIELDS; x++) {
                double[] mean = mean(picture, x, y);
                luma[y][x] = 0.299 * mean[0] + 0.587 * mean[1] + 0.114 * mean[2];
                for (double part : mean) {
                    colours[at++] = (byte) Math.round(part);
                }
            }
        }
        return new Fingerprint(bits(luma), HexFormat.of().formatHex(colours));
    }

    private static long bits(double[][] luma) {
        long bits = 0;
        for (int y = 0; y < FIELDS; y++) {
            for (int x = 0; x < FIELDS; x++) {
                bits = bits << 1 | (luma[y][x] + STEP < luma[y][x + 1] ? 1 : 0);
            }
        }
        return bits;
    }

    /** Red, green and blue of a field. */
    private static double[] mean(BufferedImage picture, int column, int row) {
        int left = column * picture.getWidth() / (FIELDS + 1);
        int right = Math.max(left + 1, (column + 1) * picture.getWidth() / (FIELDS + 1));
        int top = row * picture.getHeight() / FIELDS;
        int bottom = Math.max(top + 1, (row + 1) * picture.getHeight() / FIELDS);
        double[] sum = new double[3];
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                int rgb = picture.getRGB(x, y);
                sum[0] += rgb >> 16 & 255;
                sum[1] += rgb >> 8 & 255;
                sum[2] += rgb & 255;
            }
        }
        int pixels = (right - left) * (bottom - top);
        return Arrays.stream(sum).map(each -> each / pixels).toArray();
    }
}
