package org.filmwright.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.image.Image;
import javax.imageio.ImageIO;
import org.filmwright.ui.Fx;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PicturesTest {
    @TempDir
    Path folder;

    @Test
    void aPictureComesInTheWidthThatWasAskedForWithItsColoursAveraged() throws IOException {
        Path file = halves("halves.png", 640, 360);
        try (Pictures pictures = new Pictures(40_000_000, 100)) {
            Picture small = Fx.get(() -> pictures.of(file, 320));
            Fx.until("it is decoded", () -> small.image().isPresent());
            Image image = small.image().orElseThrow();
            assertEquals(List.of(320.0, 180.0), List.of(image.getWidth(), image.getHeight()));
            assertEquals(0xffff0000, image.getPixelReader().getArgb(10, 90));
            assertEquals(0xff0000ff, image.getPixelReader().getArgb(310, 90));
        }
    }

    @Test
    void theSamePictureIsDecodedOnce() throws IOException {
        Path file = halves("halves.png", 64, 36);
        try (Pictures pictures = new Pictures(40_000_000, 100)) {
            assertSame(Fx.get(() -> pictures.of(file, 32)), Fx.get(() -> pictures.of(file, 32)));
        }
    }

    @Test
    void whatIsForgottenIsCancelled() throws IOException {
        Path file = halves("halves.png", 64, 36);
        try (Pictures pictures = new Pictures(400, 100)) {
            Picture first = Fx.get(() -> pictures.of(file, 32));
            Fx.get(() -> pictures.of(file, 31));
            assertEquals(false, first.isWanted());
        }
    }

    @Test
    void aFileThatIsNoPictureStaysEmptyAndHoldsNothingUp() throws IOException {
        Path file = folder.resolve("broken.png");
        Files.writeString(file, "not a picture");
        try (Pictures pictures = new Pictures(40_000_000, 100)) {
            Picture broken = Fx.get(() -> pictures.of(file, 320));
            Fx.until("it was tried", pictures::isSettled);
            assertEquals(new Picture.State.Broken(), broken.state().get());
        }
    }

    private Path halves(String name, int width, int height) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, width / 2, height);
        pen.setColor(Color.BLUE);
        pen.fillRect(width / 2, 0, width / 2, height);
        pen.dispose();
        Path file = folder.resolve(name);
        ImageIO.write(image, "png", file.toFile());
        return file;
    }
}
