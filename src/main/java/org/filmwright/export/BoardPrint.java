package org.filmwright.export;

import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;

/** A picture as it lies in a storyboard: a JPEG no finer than a printer shows. */
final class BoardPrint {
    private static final double DOTS_PER_POINT = 220 / 72.0;
    /** A little more than that is no reason to code a picture once more. */
    private static final double SLACK = 1.25;
    private static final float QUALITY = 0.85f;

    private BoardPrint() {}

    /** @param points how wide it will stand; nothing where the file is no picture that can be read */
    static Optional<byte[]> of(Path file, double points) {
        try {
            return print(file, points * DOTS_PER_POINT);
        } catch (IOException | RuntimeException damaged) {
            // readers of pictures throw whatever a damaged file makes them stumble over
            System.getLogger(BoardPrint.class.getName())
                    .log(System.Logger.Level.WARNING, "Not in the storyboard: " + file, damaged);
            return Optional.empty();
        }
    }

    private static Optional<byte[]> print(Path file, double most) throws IOException {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        if (isNarrowJpeg(file, most * SLACK)) {
            byte[] bytes = Files.readAllBytes(file);
            if (isWhole(bytes)) {
                return Optional.of(bytes);
            }
        }
        BufferedImage picture = ImageIO.read(file.toFile());
        return picture == null ? Optional.empty() : Optional.of(jpeg(fitted(picture, most)));
    }

    /** A JPEG ends with a mark of its own (ITU-T T.81, B.1.1.3). */
    private static boolean isWhole(byte[] jpeg) {
        return jpeg.length > 2 && (jpeg[jpeg.length - 2] & 255) == 0xff && (jpeg[jpeg.length - 1] & 255) == 0xd9;
    }

    /** One that can lie there as it is. */
    private static boolean isNarrowJpeg(Path file, double most) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return false;
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in);
                return reader.getFormatName().equalsIgnoreCase("jpeg") && reader.getWidth(0) <= most;
            } finally {
                reader.dispose();
            }
        }
    }

    /** Without transparency, which JPEG has none of. */
    private static BufferedImage fitted(BufferedImage picture, double most) {
        int width = (int) Math.min(picture.getWidth(), Math.round(most));
        int height = Math.max(1, (int) Math.round((double) picture.getHeight() * width / picture.getWidth()));
        BufferedImage print = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = print.createGraphics();
        Image scaled = width == picture.getWidth()
                ? picture
                : picture.getScaledInstance(width, height, Image.SCALE_AREA_AVERAGING);
        g.drawImage(scaled, 0, 0, null);
        g.dispose();
        return print;
    }

    private static byte[] jpeg(BufferedImage picture) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam fine = writer.getDefaultWriteParam();
            fine.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            fine.setCompressionQuality(QUALITY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), fine);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
