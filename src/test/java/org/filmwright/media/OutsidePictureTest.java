package org.filmwright.media;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.filmwright.base.Failure;
import org.filmwright.base.FrameSize;
import org.filmwright.base.Outcome;
import org.filmwright.images.recipe.PngBytes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures of strangers: what can be used is copied, what cannot is refused, and then nothing is left behind. */
class OutsidePictureTest {
    @TempDir
    private Path folder;
    private Path copies;

    @BeforeEach
    void makeRoom() throws IOException {
        copies = Files.createDirectory(folder.resolve("copies"));
    }

    private OutsidePicture copied(Path picture) {
        return assertInstanceOf(Outcome.Ok.class, OutsidePicture.copied(picture, copies))
                .value() instanceof OutsidePicture copy
                        ? copy
                        : null;
    }

    private String refusal(Path picture) throws IOException {
        Failure failure = assertInstanceOf(Outcome.Failed.class, OutsidePicture.copied(picture, copies)).failure();
        try (Stream<Path> left = Files.list(copies)) {
            assertEquals(0, left.count(), "nothing is left of what was refused");
        }
        return assertInstanceOf(Failure.Refused.class, failure).what();
    }

    private Path png() throws IOException {
        Path file = folder.resolve("photo.wrong-name");
        new Still(new FrameSize(8, 6), new int[48]).writePng(folder.resolve("a.png"));
        return Files.move(folder.resolve("a.png"), file);
    }

    @Test
    void aPictureIsKnownByItsContentNotByItsName() throws IOException {
        Path png = png();
        OutsidePicture copy = copied(png);
        assertEquals("png", copy.extension());
        assertEquals(new FrameSize(8, 6), copy.size());
        assertArrayEquals(Files.readAllBytes(png), Files.readAllBytes(copy.file()));
        Path jpeg = folder.resolve("b.png");
        new Still(new FrameSize(9, 7), new int[63]).writeJpeg(folder.resolve("c.jpg"), 90);
        assertEquals("jpg", copied(Files.move(folder.resolve("c.jpg"), jpeg)).extension());
    }

    @Test
    void whatIsNoPictureIsRefused() throws IOException {
        assertTrue(refusal(Files.writeString(folder.resolve("x.png"), "<svg/>")).contains("neither PNG nor JPEG"));
        assertTrue(refusal(folder.resolve("none.png")).contains("no file"));
        assertTrue(refusal(folder).contains("folder"));
        Path png = png();
        Path half = folder.resolve("half.png");
        byte[] bytes = Files.readAllBytes(png);
        assertTrue(refusal(Files.write(half, Arrays.copyOf(bytes, 30))).contains("damaged"));
    }

    @Test
    void aSmallFileThatUnpacksToAWallOfPixelsIsRefusedUnread() throws IOException {
        assertTrue(refusal(new PngBytes(16_000, 6_000).pixel().into(folder.resolve("wall.png"))).contains("too large"));
        assertTrue(
                refusal(new PngBytes(60_000, 60_000).pixel().into(folder.resolve("wall.png"))).contains("too large"));
        refusal(new PngBytes(-1, 7).pixel().into(folder.resolve("wall.png")));
    }
}
