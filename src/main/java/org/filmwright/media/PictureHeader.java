package org.filmwright.media;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.filmwright.base.FrameSize;

/** Kind and size of a picture file, read in Java before any native decoder sees a byte of it. */
final class PictureHeader {
    static final long MOST_BYTES = 256L << 20;
    /** 100 million pixels take 400 MB. */
    private static final long MOST_PIXELS = 100_000_000;

    private PictureHeader() {}

    static FrameSize of(byte[] bytes, Path file) throws MediaException {
        boolean png = startsWith(bytes, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n');
        boolean jpeg = startsWith(bytes, 0xff, 0xd8, 0xff);
        if (!png && !jpeg) {
            throw MediaException.refused(file + " is not a picture that can be used: it is neither PNG nor JPEG.",
                    "Save it as PNG or JPEG.");
        }
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            return size(in, png ? "png" : "jpeg", file);
        } catch (MediaException e) {
            throw e;
        } catch (IOException | IllegalArgumentException e) {
            throw MediaException.refused(file + " is damaged: " + e.getMessage() + ".", "Export the picture again.");
        }
    }

    private static FrameSize size(ImageInputStream in, String format, Path file) throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
        ImageReader reader = readers.next();
        try {
            reader.setInput(in, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if ((long) width * height > MOST_PIXELS || Math.max(width, height) > 16384) {
                throw MediaException.refused(file + " is too large: " + width + "x" + height + " pixels.",
                        "Use a picture of at most 16384 pixels a side and 100 million in all.");
            }
            return new FrameSize(width, height);
        } finally {
            reader.dispose();
        }
    }

    private static boolean startsWith(byte[] bytes, int... magic) {
        for (int i = 0; i < magic.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xff) != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
