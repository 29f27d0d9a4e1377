package org.filmwright.generate.cloud;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;
import org.filmwright.base.Region;
import org.filmwright.generate.Png;

/** A picture that came over the network: nothing of it is believed until every pixel was read. */
final class ReceivedPicture {
    /** Where the eye most likely lands in a picture that nobody composed: the middle, a little above. */
    static final Region LIKELY_SUBJECT = new Region(0.35, 0.25, 0.3, 0.4);
    /** A 4K picture that hardly compresses. */
    static final long MOST_BYTES = 64L << 20;
    /** 8192 x 8192, as of pictures that a person imports. */
    private static final long MOST_PIXELS = 64L << 20;

    private ReceivedPicture() {}

    /**
     * Reads PNG or JPEG, whatever it was called, and writes it as PNG with its receipt.
     *
     * @return the file, or why it is no picture: the caller knows what it cost
     */
    static Outcome<Path> kept(byte[] bytes, Map<String, String> receipt, Path to) {
        String format = format(bytes);
        if (format.isEmpty()) {
            return unusable("it is neither PNG nor JPEG");
        }
        BufferedImage picture;
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            ImageReader reader = ImageIO.getImageReadersByFormatName(format).next();
            try {
                reader.setInput(in, true, true);
                long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
                if (pixels > MOST_PIXELS) {
                    return unusable("it is said to have " + pixels + " pixels");
                }
                picture = opaque(reader.read(0));
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            // decoders throw whatever a damaged file makes them stumble over
            return unusable("it is damaged");
        }
        return written(Png.bytes(picture, receipt), to);
    }

    private static Outcome<Path> written(byte[] png, Path to) {
        try {
            return Outcome.ok(Files.write(to, png));
        } catch (IOException e) {
            return Outcome.failed(new Failure.Exhausted("disk", to.getFileName() + " could not be written: "
                    + e.getMessage() + "."));
        }
    }

    private static Outcome<Path> unusable(String why) {
        return Outcome.failed(new Failure.Refused("What came is no picture that can be used: " + why + ".",
                "Order another take; if it happens again, choose another model."));
    }

    private static String format(byte[] bytes) {
        return starts(bytes, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n')
                ? "png"
                : starts(bytes, 0xff, 0xd8, 0xff) ? "jpeg" : "";
    }

    static boolean starts(byte[] bytes, int... magic) {
        boolean same = bytes.length > magic.length;
        for (int i = 0; same && i < magic.length; i++) {
            same = (bytes[i] & 0xff) == magic[i];
        }
        return same;
    }

    /** On white, where something can be seen through. */
    private static BufferedImage opaque(BufferedImage picture) {
        BufferedImage plain = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = plain.createGraphics();
        pen.drawImage(picture, 0, 0, Color.WHITE, null);
        pen.dispose();
        return plain;
    }
}
