package org.filmwright.generate.cloud;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.filmwright.base.Progress;

/**
 * What ComfyUI shows of a picture while it makes it: binary messages of its socket, big-endian, the kind first, then the
 * format, then the picture. Of whatever else comes, is too large or is damaged, nothing is shown.
 */
final class ComfyPreview {
    private static final int PICTURE = 1;
    private static final int HEAD = 8;
    private static final int MOST_BYTES = 4 << 20;
    private static final long MOST_PIXELS = 4L << 20;

    private ComfyPreview() {}

    static Optional<Progress.Glimpse> of(byte[] message) {
        if (message.length <= HEAD || message.length > MOST_BYTES) {
            return Optional.empty();
        }
        ByteBuffer head = ByteBuffer.wrap(message);
        return head.getInt() != PICTURE ? Optional.empty() : switch (head.getInt()) {
            case 1 -> read("jpeg", message);
            case 2 -> read("png", message);
            default -> Optional.empty();
        };
    }

    private static Optional<Progress.Glimpse> read(String format, byte[] message) {
        try (ImageInputStream in = ImageIO
                .createImageInputStream(new ByteArrayInputStream(message, HEAD, message.length - HEAD))) {
            ImageReader reader = ImageIO.getImageReadersByFormatName(format).next();
            try {
                reader.setInput(in, true, true);
                return (long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS
                        ? Optional.empty()
                        : Optional.of(small(reader.read(0)));
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            // decoders throw whatever a damaged file makes them stumble over
            return Optional.empty();
        }
    }

    private static Progress.Glimpse small(BufferedImage picture) {
        double scale = Math.min(1, (double) Progress.Glimpse.LARGEST
                / Math.max(picture.getWidth(), picture.getHeight()));
        int width = Math.max(1, (int) (picture.getWidth() * scale));
        int height = Math.max(1, (int) (picture.getHeight() * scale));
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = small.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(picture, 0, 0, width, height, null);
        pen.dispose();
        return new Progress.Glimpse(width, height, small.getRGB(0, 0, width, height, null, 0, width));
    }
}
