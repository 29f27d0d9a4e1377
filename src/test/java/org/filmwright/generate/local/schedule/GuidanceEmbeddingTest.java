package org.filmwright.generate.local.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class GuidanceEmbeddingTest {
    @Test
    void guidanceIsTheOneOfTheReference() {
        float[] embedding = GuidanceEmbedding.of(8.5, 256);
        assertEquals(256, embedding.length);
        assertEquals(-.85124, embedding[0], 1e-5);
        assertEquals(-.52478, embedding[128], 1e-5);
        assertEquals(.68164, embedding[127], 1e-5);
        assertEquals(.73169, embedding[255], 1e-5);
    }

    @Test
    void noGuidanceIsAllSinesZero() {
        float[] embedding = GuidanceEmbedding.of(1, 9);
        for (int i = 0; i < 4; i++) {
            assertEquals(0, embedding[i]);
            assertEquals(1, embedding[4 + i]);
        }
        assertEquals(0, embedding[8], "an odd one ends with 0");
    }

    @Test
    void tooFewDimensionsAreAMistake() {
        assertThrows(IllegalArgumentException.class, () -> GuidanceEmbedding.of(2, 3));
    }
}
