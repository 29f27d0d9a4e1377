package org.filmwright.media;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.filmwright.base.MediaRef;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** JPEG copies of pictures in a folder that may be deleted at any time: {@code previews/320/ab/abcdef….jpg}. */
public final class PreviewFiles {
    private static final Logger LOG = LoggerFactory.getLogger(PreviewFiles.class);
    private static final float QUALITY = 0.9f;

    private final Path folder;

    /** @param cache of the project */
    public PreviewFiles(Path cache) {
        folder = cache.resolve("previews");
    }

    /** The copy of that width, made now where it is missing; the original where that cannot be read or written. */
    public Path of(MediaRef media, Path original, int width) {
        String hex = media.digest().hex();
        Path copy = folder.resolve(Integer.toString(width)).resolve(hex.substring(0, 2)).resolve(hex + ".jpg");
        if (Files.isRegularFile(copy)) {
            return copy;
        }
        try {
            BufferedImage whole = Files.isRegularFile(original) ? ImageIO.read(original.toFile()) : null;
            if (whole == null) {
                return original;
            }
            write(smaller(whole, Math.min(width, whole.getWidth())), copy);
            return copy;
        } catch (IOException e) {
            LOG.warn("No preview of {} could be made.", media.path(), e);
            return original;
        }
    }

    /** Halved until it is nearly there, so that every pixel counts. */
    private static BufferedImage smaller(BufferedImage whole, int width) {
        BufferedImage now = whole;
        while (now.getWidth() >= 2 * width) {
            now = drawn(now, Math.max(width, now.getWidth() / 2));
        }
        return drawn(now, width);
    }

    private static BufferedImage drawn(BufferedImage from, int width) {
        int height = Math.max(1, Math.round((float) from.getHeight() * width / from.getWidth()));
        BufferedImage to = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = to.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(from, 0, 0, width, height, Color.BLACK, null);
        pen.dispose();
        return to;
    }

    /** Whole or not at all: somebody may be reading. */
    private static void write(BufferedImage image, Path target) throws IOException {
        Files.createDirectories(target.getParent());
        Path part = Files.createTempFile(target.getParent(), "preview", ".part");
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(part.toFile())) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(QUALITY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), how);
        } finally {
            writer.dispose();
        }
        Files.move(part, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
