package org.filmwright.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.filmwright.base.Digest;
import org.filmwright.base.MediaRef;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreviewFilesTest {
    private static final MediaRef MEDIA = new MediaRef(Digest.of("picture"), "png");

    @TempDir
    private Path folder;
    private Path original;
    private PreviewFiles previews;

    @BeforeEach
    void paint() throws IOException {
        original = folder.resolve("original.png");
        ImageIO.write(new BufferedImage(1344, 768, BufferedImage.TYPE_INT_ARGB), "png", original.toFile());
        previews = new PreviewFiles(folder.resolve("cache"));
    }

    @Test
    void aCopyIsASmallJpegInTheShapeOfItsPicture() throws IOException {
        BufferedImage copy = ImageIO.read(previews.of(MEDIA, original, 320).toFile());
        assertEquals(320, copy.getWidth());
        assertEquals(183, copy.getHeight());
        assertEquals(1344, ImageIO.read(previews.of(MEDIA, original, 1920).toFile()).getWidth(), "nothing is enlarged");
    }

    @Test
    void aCopyIsMadeOnceAndAgainWhenItWasDeleted() throws IOException {
        Path copy = previews.of(MEDIA, original, 320);
        Files.delete(copy);
        assertEquals(copy, previews.of(MEDIA, original, 320));
        Files.delete(original);
        assertTrue(Files.isRegularFile(previews.of(MEDIA, original, 320)), "the copy is enough");
    }

    @Test
    void whatIsNoPictureIsItsOwnCopy() throws IOException {
        Files.writeString(original, "not a picture");
        assertEquals(original, previews.of(MEDIA, original, 320));
        Path gone = folder.resolve("gone.png");
        assertEquals(gone, previews.of(MEDIA, gone, 320));
    }
}
