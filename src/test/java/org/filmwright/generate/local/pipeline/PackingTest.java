package org.filmwright.generate.local.pipeline;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Values of diffusion.md 18. */
class PackingTest {
    @Test
    void patchesOfTwoByTwoBecomeRows() {
        float[] latents = new float[32];
        for (int i = 0; i < latents.length; i++) {
            latents[i] = i;
        }
        float[] rows = {0, 1, 4, 5, 16, 17, 20, 21, 2, 3, 6, 7, 18, 19, 22, 23, 8, 9, 12, 13, 24, 25, 28, 29, 10, 11,
            14, 15,
            26, 27, 30, 31};
        assertArrayEquals(rows, new Packing(new LatentSize(2, 4, 4, 8)).pack(latents));
    }

    @Test
    void whatIsPackedComesBack() {
        LatentSize size = new LatentSize(16, 6, 10, 8);
        float[] latents = new float[size.length()];
        Random random = new Random(1);
        for (int i = 0; i < latents.length; i++) {
            latents[i] = random.nextFloat();
        }
        Packing packing = new Packing(size);
        assertArrayEquals(latents, packing.unpack(packing.pack(latents)));
    }

    @Test
    void rowsKnowTheirPlaces() {
        assertArrayEquals(new float[]{0, 0, 0, 0, 0, 1, 0, 1, 0, 0, 1, 1},
                new Packing(new LatentSize(1, 4, 4, 8)).places());
    }
}
