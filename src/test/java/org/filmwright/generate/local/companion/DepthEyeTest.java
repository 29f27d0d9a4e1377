package org.filmwright.generate.local.companion;

import static org.filmwright.generate.local.companion.Darkroom.rgb;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.filmwright.generate.local.Companion.Question;
import org.filmwright.generate.local.sample.Element;
import org.filmwright.generate.local.sample.SampleCompanions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How near things are, where the nearer ones are redder. */
class DepthEyeTest {
    private static final int WIDTH = 20;
    private static final int HEIGHT = 10;

    @TempDir
    private Path folder;
    private Darkroom room;

    @BeforeEach
    void begin() {
        room = new Darkroom(folder);
    }

    /** One reading of red in two hundred: 0, 1, 2 to 199. */
    private Path ramp() throws IOException {
        return room.picture("ramp.png", WIDTH, HEIGHT, (x, y) -> rgb(y * WIDTH + x, 90, 7));
    }

    private int[] depth(Path model, Path picture) throws IOException {
        Darkroom.value(Darkroom.ask(model, new Question.Depth(picture, room.file("d.png"))));
        return room.grey("d.png");
    }

    /** A hundredth of 200 points at either end counts as an outlier: 0 is the second least, 65535 the second most. */
    private static int[] expected() {
        int[] expected = new int[WIDTH * HEIGHT];
        Arrays.setAll(expected, i -> (int) Math.rint(Math.clamp((i - 1) / 197.0, 0, 1) * 65535));
        return expected;
    }

    @Test
    void eachPointIsAsNearAsTheModelSaysBetweenTheEndsOfThePicture() throws IOException {
        Path model = SampleCompanions.depth(room.file("depth"), Element.FLOAT, HEIGHT, WIDTH);
        assertNear(expected(), depth(model, ramp()), 1);
    }

    @Test
    void aModelInHalfPrecisionSaysTheSameAsFarAsItCan() throws IOException {
        Path model = SampleCompanions.depth(room.file("depth"), Element.HALF, HEIGHT, WIDTH);
        assertNear(expected(), depth(model, ramp()), 90);
    }

    private static void assertNear(int[] expected, int[] real, int most) {
        assertEquals(expected.length, real.length);
        for (int i = 0; i < real.length; i++) {
            assertEquals(expected[i], real[i], most, "at " + i);
        }
    }

    @Test
    void metresAreTurnedRound() throws IOException {
        Path model = SampleCompanions.depth(room.file("depth"), Element.FLOAT, HEIGHT, WIDTH);
        Files.writeString(model.resolve("config.json"), "{\"depth_estimation_type\": \"metric\"}");
        Files.writeString(model.resolve("preprocessor_config.json"), "{\"do_normalize\": false}");
        int[] near = depth(model, ramp());
        assertEquals(65535, near[0]);
        assertEquals(0, near[near.length - 1]);
        assertTrue(near[20] > near[21], near[20] + " > " + near[21]);
    }

    @Test
    void aModelOfAnySizeSeesMultiplesOf14AndThePictureKeepsItsOwn() throws IOException {
        Path model = SampleCompanions.depth(room.file("depth"), Element.FLOAT, "h", "w");
        int[] near = depth(model, room.picture("wide.png", 61, 23, (x, _) -> rgb(4 * x, 0, 0)));
        assertEquals(61 * 23, near.length);
        for (int x = 1; x < 61; x++) {
            assertTrue(near[x] >= near[x - 1], "at " + x);
        }
        assertEquals(0, near[0], 400);
        assertEquals(65535, near[60], 400);
    }

    @Test
    void anAnswerInASizeOfItsOwnIsLaidOverTheWholePicture() throws IOException {
        Path model = SampleCompanions.bakedDepth(room.file("depth"), 28);
        int[] near = depth(model, room.picture("wide.png", 80, 20, (x, _) -> x < 40 ? rgb(20, 0, 0) : rgb(220, 0, 0)));
        assertEquals(80 * 20, near.length);
        assertEquals(0, near[10], 700);
        assertEquals(65535, near[70], 700);
    }

    @ParameterizedTest
    @EnumSource(names = {"FLOAT", "HALF"})
    void whereNothingIsNearerAllIsFar(Element io) throws IOException {
        Path model = SampleCompanions.depth(room.file("depth"), io, "h", "w");
        assertArrayEquals(new int[64], depth(model, room.picture("flat.png", 8, 8, (_, _) -> rgb(9, 9, 9))));
    }
}
