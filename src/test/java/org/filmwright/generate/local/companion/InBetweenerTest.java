package org.filmwright.generate.local.companion;

import static org.filmwright.generate.local.companion.Darkroom.rgb;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import org.filmwright.base.Failure;
import org.filmwright.generate.local.Companion.Question;
import org.filmwright.generate.local.sample.Element;
import org.filmwright.generate.local.sample.SampleCompanions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The frame between two frames, where the first goes over into the second. */
class InBetweenerTest {
    private static final int WIDTH = 70;
    private static final int HEIGHT = 40;
    private static final String[] NAMES = {"img0", "img1", "timestep"};

    @TempDir
    private Path folder;
    private Darkroom room;

    @BeforeEach
    void begin() {
        room = new Darkroom(folder);
    }

    /** All multiples of 4, so that a quarter of them is a whole number. */
    private static int early(int x, int y) {
        return rgb(x / 2 * 4, 4 * y, 60);
    }

    /** Something has come in from the right. */
    private static int late(int x, int y) {
        return x > 50 ? rgb(200, 40, 100) : early(x, y);
    }

    private Path first() throws IOException {
        return room.picture("first.png", WIDTH, HEIGHT, InBetweenerTest::early);
    }

    private Path second() throws IOException {
        return room.picture("second.png", WIDTH, HEIGHT, InBetweenerTest::late);
    }

    private BufferedImage between(Path model, Path first, Path second, double at) throws IOException {
        Darkroom.value(Darkroom.ask(model, new Question.Between(first, second, at, room.file("b.png"))));
        return room.read("b.png");
    }

    private static void assertMixed(BufferedImage frame, double at, int most) {
        assertEquals(WIDTH, frame.getWidth());
        assertEquals(HEIGHT, frame.getHeight());
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                for (int shift = 0; shift < 24; shift += 8) {
                    double mixed = (early(x, y) >> shift & 255) * (1 - at) + (late(x, y) >> shift & 255) * at;
                    assertEquals(Math.rint(mixed), frame.getRGB(x, y) >> shift & 255, most, x + ", " + y);
                }
            }
        }
    }

    @Test
    void framesAndTimeAreGivenApart() throws IOException {
        Path model = SampleCompanions.between(room.file("rife"), Element.FLOAT, NAMES, 1);
        assertMixed(between(model, first(), second(), 0.25), 0.25, 0);
    }

    @Test
    void halfPrecisionAndATimeWithoutDimensionsAreFine() throws IOException {
        Path model = SampleCompanions.between(room.file("rife"), Element.HALF, NAMES);
        assertMixed(between(model, first(), second(), 0.5), 0.5, 1);
    }

    @Test
    void aTimeForEveryPointIsFine() throws IOException {
        Path model = SampleCompanions.between(room.file("rife"), Element.FLOAT, NAMES, 1, 1, "height", "width");
        assertMixed(between(model, first(), second(), 0.75), 0.75, 0);
    }

    @Test
    void framesAreKnownByTheirNumbersWhereverTheyStand() throws IOException {
        Path model = SampleCompanions.between(room.file("rife"), Element.FLOAT,
                new String[]{"img1", "img0", "timestep"},
                1);
        assertMixed(between(model, first(), second(), 0.25), 0.25, 0);
    }

    @ParameterizedTest
    @ValueSource(ints = {7, 8})
    void framesAndTimeAreGivenInOne(int channels) throws IOException {
        Path model = SampleCompanions.stacked(room.file("rife"), channels, "h", "w");
        assertMixed(between(model, first(), second(), 0.25), 0.25, 0);
    }

    @Test
    void aGraphOfOneSizeTakesSmallerFramesAndNoLargerOnes() throws IOException {
        assertMixed(between(SampleCompanions.stacked(room.file("large"), 7, 64, 96), first(), second(), 0.5), 0.5, 0);
        Failure failure = Darkroom.failure(Darkroom.ask(SampleCompanions.stacked(room.file("small"), 7, 32, 32),
                new Question.Between(first(), second(), 0.5, room.file("b.png"))));
        assertTrue(failure.what().contains("frames of at most 32x32, not 70x40"), failure.what());
    }

    /** The model, which would mix them, is not asked. */
    @Test
    void framesThatShowTheSameAndFramesOfTwoShotsAreNotMixed() throws IOException {
        Path model = SampleCompanions.between(room.file("rife"), Element.FLOAT, NAMES, 1);
        Path first = first();
        Path alike = room.picture("alike.png", WIDTH, HEIGHT, (x, y) -> early(x, y) + 1);
        assertEquals(early(9, 9), Darkroom.colour(between(model, first, alike, 0.4), 9, 9));
        assertEquals(early(9, 9) + 1, Darkroom.colour(between(model, first, alike, 0.6), 9, 9));
        Path other = room.picture("other.png", WIDTH, HEIGHT, (x, y) -> (x / 8 + y / 8) % 2 == 0 ? 0xffffff : 0);
        assertEquals(early(9, 9), Darkroom.colour(between(model, first, other, 0.4), 9, 9));
        assertEquals(0xffffff, Darkroom.colour(between(model, first, other, 0.6), 9, 9));
    }

    @Test
    void samenessIsOneForTheSameAndLowForAnother() throws IOException {
        Picture first = seen(first());
        Picture second = seen(second());
        assertEquals(1, Sameness.of(first, first), 1e-9);
        assertEquals(Sameness.of(first, second), Sameness.of(second, first), 1e-12);
        double same = Sameness.of(first, second);
        assertTrue(same > 0.2 && same < 0.996, "" + same);
    }

    private static Picture seen(Path file) {
        try {
            return Picture.read(file);
        } catch (org.filmwright.generate.local.graph.PaintFailed e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void framesOfDifferentSizesAreRefused() throws IOException {
        Path model = SampleCompanions.between(room.file("rife"), Element.FLOAT, NAMES, 1);
        Path small = room.picture("small.png", 8, 8, InBetweenerTest::early);
        Failure failure = Darkroom.failure(Darkroom.ask(model, new Question.Between(first(), small, 0.5, room.file(
                "b.png"))));
        assertTrue(assertInstanceOf(Failure.Refused.class, failure).what().contains("70x40 and 8x8"), failure.what());
    }
}
