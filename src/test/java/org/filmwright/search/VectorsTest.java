package org.filmwright.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Vectors are compared exactly, and only what stands out is near. */
class VectorsTest {
    static float[] random(int width, long seed) {
        Random random = new Random(seed);
        float[] vector = new float[width];
        double sum = 0;
        for (int i = 0; i < width; i++) {
            vector[i] = (float) random.nextGaussian();
            sum += vector[i] * vector[i];
        }
        for (int i = 0; i < width; i++) {
            vector[i] /= (float) Math.sqrt(sum);
        }
        return vector;
    }

    private static double cosine(float[] one, float[] other) {
        return IntStream.range(0, one.length).mapToDouble(i -> (double) one[i] * other[i]).sum();
    }

    @Test
    void twoAreComparedExactlyWhateverTheirWidthAndPage() {
        for (int width : new int[]{3, 4, 37, 512}) {
            Vectors vectors = new Vectors();
            IntStream.range(0, 1500).forEach(i -> vectors.put("v" + i, random(width, i)));
            assertEquals(cosine(random(width, 3), random(width, 1400)), vectors.likeness("v3", "v1400").getAsDouble(),
                    1e-5);
            assertEquals(OptionalDouble.empty(), vectors.likeness("v3", "nobody"));
            assertEquals(OptionalDouble.empty(), vectors.likeness("v3", new float[width + 1]));
        }
    }

    @Test
    void aNameHasOneVectorTheLast() {
        Vectors vectors = new Vectors();
        vectors.put("a", random(8, 1));
        vectors.put("a", random(8, 2));
        assertEquals(1, vectors.size());
        assertEquals(1, vectors.likeness("a", random(8, 2)).getAsDouble(), 1e-5);
    }

    @Test
    void whatIsNotOfLengthOneOrOfAnotherWidthIsRefused() {
        Vectors vectors = new Vectors();
        vectors.put("a", random(8, 1));
        List.of(new float[0], new float[8], random(9, 1), new float[]{2, 0, 0, 0, 0, 0, 0, 0},
                new float[]{Float.NaN, 0, 0, 0, 0, 0, 0, 0})
                .forEach(wrong -> {
                    assertFalse(vectors.fits(wrong));
                    assertThrows(IllegalArgumentException.class, () -> vectors.put("b", wrong));
                });
        assertFalse(vectors.holds("b"));
    }

    @Test
    void onlyWhatStandsOutIsNearTheNearestFirst() {
        Vectors vectors = new Vectors();
        List<String> names = IntStream.range(0, 200).mapToObj(i -> "v" + i).toList();
        names.forEach(name -> vectors.put(name, random(64, name.hashCode())));
        float[] wanted = random(64, "v77".hashCode());
        List<Vectors.Near> near = vectors.standingOut(wanted, names, 10);
        assertEquals("v77", near.getFirst().name());
        assertTrue(near.size() < 12, "the rest does not stand out: " + near);
        assertTrue(near.stream().allMatch(each -> each.likeness() > 0.15), near.toString());
        assertEquals(1, vectors.standingOut(wanted, names, 1).size());
        assertEquals(List.of(), vectors.standingOut(wanted, List.of("nobody"), 5));
        assertEquals(List.of(), new Vectors().standingOut(wanted, names, 5));
    }
}
