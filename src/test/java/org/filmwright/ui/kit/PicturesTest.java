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
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
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
    void aPictureThatIsMadeOfOthersIsMadeBehindTheWindowAndOnce() {
        try (Pictures pictures = new Pictures(40_000_000, 100)) {
            List<Boolean> onTheWindowsThread = new CopyOnWriteArrayList<>();
            Supplier<Image> work = () -> {
                onTheWindowsThread.add(Platform.isFxApplicationThread());
                return new WritableImage(64, 36);
            };
            Picture made = Fx.get(() -> pictures.made("between", work));
            Fx.until("it is made", () -> made.image().isPresent());
            assertSame(made, Fx.get(() -> pictures.made("between", work)));
            assertEquals(List.of(false), onTheWindowsThread);
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
    void aPictureCountsAsItWasDecodedAndAsItIsDrawnSoThatBothCopiesHaveRoom() throws IOException {
        Path file = halves("halves.png", 64, 36);
        try (Pictures pictures = new Pictures(2 * 64 * 36 * 7, 100)) {
            Picture first = Fx.get(() -> pictures.of("first", 64, () -> file));
            Fx.until("it is there", () -> first.image().isPresent());
            assertEquals(64 * 36 * 7, Fx.get(pictures::bytes));
            Picture second = Fx.get(() -> pictures.of("second", 64, () -> file));
            Fx.until("both are there", () -> second.image().isPresent());
            assertSame(first, Fx.get(() -> pictures.of("first", 64, () -> file)));
            Picture third = Fx.get(() -> pictures.of("third", 64, () -> file));
            Fx.until("the third is there", () -> third.image().isPresent());
            assertEquals(2 * 64 * 36 * 7, Fx.get(pictures::bytes));
            assertEquals(false, second.isWanted(), "nobody has asked for it the longest");
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

    @Test
    void aSmallPictureThatEverybodyLeavesBeforeItsTurnIsNotDecodedUntilSomebodyAsksAgain() throws IOException {
        Path file = halves("halves.png", 64, 36);
        try (Pictures pictures = new Pictures(40_000_000, 100)) {
            CountDownLatch busy = new CountDownLatch(1);
            occupy(pictures, file, busy);
            AtomicInteger decoded = new AtomicInteger();
            Picture left = Fx.get(() -> pictures.of("left", 32, () -> counted(decoded, file)));
            PictureBox one = Fx.get(PictureBox::filling);
            PictureBox other = Fx.get(PictureBox::filling);
            Fx.run(() -> {
                one.show(left);
                other.show(left);
                one.show(Picture.none());
            });
            assertEquals(true, left.isWanted(), "one still waits");
            Fx.run(() -> other.show(Picture.none()));
            assertEquals(false, left.isWanted());
            busy.countDown();
            Fx.until("the others are there", pictures::isSettled);
            Picture again = Fx.get(() -> pictures.of("left", 32, () -> counted(decoded, file)));
            Fx.until("it is decoded", () -> again.image().isPresent());
            assertEquals(1, decoded.get());
        }
    }

    @Test
    void aPictureInItsOwnSizeComesAlthoughABoxLeavesIt() throws IOException {
        Path file = halves("halves.png", 64, 36);
        try (Pictures pictures = new Pictures(40_000_000, 100)) {
            CountDownLatch busy = new CountDownLatch(1);
            occupy(pictures, file, busy);
            Picture ahead = Fx.get(() -> pictures.of("ahead", 0, () -> file));
            Fx.run(() -> {
                PictureBox box = PictureBox.whole();
                box.show(ahead);
                box.show(Picture.none());
            });
            busy.countDown();
            Fx.until("it is decoded", () -> ahead.image().isPresent());
        }
    }

    @Test
    void aBoxThatIsUsedForAnotherPictureNeverShowsTheOneItWaitedForBefore() throws IOException {
        Path file = halves("halves.png", 64, 36);
        Path wide = halves("wide.png", 128, 36);
        try (Pictures pictures = new Pictures(40_000_000, 100)) {
            CountDownLatch late = new CountDownLatch(1);
            Picture first = Fx.get(() -> pictures.of("first", 32, () -> after(late, file)));
            Picture second = Fx.get(() -> pictures.of("second", 40, () -> wide));
            PictureBox box = Fx.get(PictureBox::filling);
            Fx.run(() -> {
                first.join();
                box.show(first);
                box.show(second);
            });
            Fx.until("the second is there", () -> second.image().isPresent());
            late.countDown();
            Fx.until("the first is there", () -> first.image().isPresent());
            ImageView view = (ImageView) Fx.get(() -> box.getChildrenUnmodifiable().getFirst());
            assertSame(second.image().orElseThrow(), Fx.get(view::getImage));
        }
    }

    /** Both decoders have work that takes until then. */
    private static void occupy(Pictures pictures, Path file, CountDownLatch until) {
        CountDownLatch begun = new CountDownLatch(2);
        Fx.run(() -> IntStream.range(0, 2).forEach(i -> pictures.of("busy " + i, 32, () -> {
            begun.countDown();
            return after(until, file);
        })));
        await(begun);
    }

    private static Path after(CountDownLatch latch, Path file) {
        await(latch);
        return file;
    }

    private static Path counted(AtomicInteger count, Path file) {
        count.incrementAndGet();
        return file;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
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
