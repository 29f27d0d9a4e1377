package org.filmwright.generate.local.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.filmwright.base.FrameSize;
import org.filmwright.media.Still;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PixelsTest {
    @TempDir
    Path folder;

    /** Of diffusion.md 18: rounded half to even, clamped. */
    @ParameterizedTest
    @CsvSource({"-1,0", "-.5,64", "0,128", ".5,191", "1,255", "3,255", "-7,0"})
    void aValueBecomesALevel(float value, int level) {
        assertEquals(level, Pixels.level(value));
    }

    @Test
    void oneThatIsNoNumberIsFound() {
        assertTrue(Pixels.areFinite(new float[]{-1, 0, 1e30f}));
        assertFalse(Pixels.areFinite(new float[]{0, Float.NaN}));
        assertFalse(Pixels.areFinite(new float[]{Float.NEGATIVE_INFINITY}));
    }

    @Test
    void aPictureOfAnotherShapeFillsAndIsCutOnBothSides() throws Exception {
        int[] stripes = new int[30 * 10];
        for (int i = 0; i < stripes.length; i++) {
            stripes[i] = i % 30 < 10 ? 0xffff0000 : i % 30 < 20 ? 0xff00ff00 : 0xff0000ff;
        }
        Path file = folder.resolve("stripes.png");
        new Still(new FrameSize(30, 10), stripes).writePng(file);
        float[] planes = Pixels.planes(file, new FrameSize(20, 20));
        for (int i = 0; i < 400; i++) {
            int column = i % 20;
            if (column > 2 && column < 17) {
                assertEquals(-1, planes[i], 0.05, "no red at " + column);
                assertEquals(1, planes[400 + i], 0.05, "green at " + column);
            }
        }
    }
}
