package org.filmwright.media;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.filmwright.base.FrameSize;
import org.filmwright.base.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StillTest {
    @TempDir
    Path folder;

    @Test
    void aPngComesBackPixelForPixel() throws IOException {
        Path file = folder.resolve("boxes.png");
        Still boxes = Scenes.boxes(new FrameSize(123, 77));
        boxes.writePng(file);
        assertEquals(new FrameSize(123, 77), Still.sizeOf(file));
        assertArrayEquals(boxes.argb(), Still.read(file).argb());
    }

    @Test
    void aThumbnailKeepsTheShape() throws IOException {
        Path file = folder.resolve("thumb.jpg");
        Scenes.boxes(FrameSize.HD).scaledTo(320).writeJpeg(file, 85);
        assertEquals(new FrameSize(320, 180), Still.read(file).size());
    }

    @Test
    void aPictureLargerThanMemoryShouldHoldIsRefusedBeforeItIsDecoded() throws IOException {
        Path file = folder.resolve("bomb.png");
        Scenes.plain(new FrameSize(8, 8), 0xff000000).writePng(file);
        byte[] bytes = Files.readAllBytes(file);
        ByteBuffer.wrap(bytes).putInt(16, 60_000).putInt(20, 60_000);
        Files.write(file, bytes);
        refused(file, "is too large");
    }

    @Test
    void whatCannotBeFilmedIsRefusedInASentence() throws IOException {
        refused(folder, "is a folder");
        refused(folder.resolve("nothing.png"), "There is no file");
        refused(Files.writeString(folder.resolve("script.png"), "INT. HARBOUR - NIGHT"), "neither PNG nor JPEG");
        refused(Files.createFile(folder.resolve("empty.png")), "neither PNG nor JPEG");
        Path cut = folder.resolve("cut.png");
        Scenes.boxes(new FrameSize(300, 200)).writePng(cut);
        Files.write(cut, Arrays.copyOf(Files.readAllBytes(cut), 700));
        refused(cut, "is damaged");
    }

    private static void refused(Path file, String words) {
        MediaException refusal = assertThrows(MediaException.class, () -> Still.read(file));
        assertTrue(refusal.getMessage().contains(words), refusal.getMessage());
    }

    @Test
    void aSharperPictureMeasuresSharper() {
        Still sharp = Scenes.boxes(FrameSize.HD);
        Still soft = sharp.scaledTo(160).scaledTo(1280);
        Region middle = new Region(0.3, 0.3, 0.4, 0.4);
        assertTrue(PictureMeter.of(sharp, middle).sharpness() > 3 * PictureMeter.of(soft, middle).sharpness());
        assertEquals(0, PictureMeter.of(Scenes.plain(FrameSize.HD, 0xff777777), middle).contrast(), 1e-9);
    }
}
