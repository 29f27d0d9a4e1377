package org.filmwright.generate.local.noise;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The vectors are of diffusion.md 18, the twister's of its authors' published output. */
class TorchNoiseTest {
    private static final float CLOSE = 5e-7f;

    @Test
    void theTwisterGivesItsPublishedNumbers() {
        MersenneTwister twister = new MersenneTwister(5489);
        assertEquals(3_499_211_612L, Integer.toUnsignedLong(twister.next32()), "the first");
        for (int i = 2; i < 10_000; i++) {
            twister.next32();
        }
        assertEquals(4_123_659_995L, Integer.toUnsignedLong(twister.next32()), "the ten thousandth");
    }

    @Test
    void aFewNumbersAreThoseOfTorch() {
        float[] expected = {1.5409961f, -.29342890f, -2.1787894f, .56843126f, -1.0845224f};
        assertArrayEquals(expected, drawn(0, 5), CLOSE);
    }

    @Test
    void aLatentOfStableDiffusionIsThatOfTorch() {
        float[] latent = drawn(42, 4 * 64 * 64);
        float[] first = {1.9269153f, 1.4872841f, .9007172f, -2.1055210f, .6784185f, -1.2345449f};
        assertArrayEquals(first, Arrays.copyOf(latent, 6), CLOSE);
        assertArrayEquals(new float[]{.97280973f, -.29340610f},
                Arrays.copyOfRange(latent, latent.length - 2, latent.length), CLOSE);
        double sum = 0;
        for (float each : latent) {
            sum += each;
        }
        assertEquals(149.7648, sum, 1e-3);
    }

    @Test
    void aLatentOfFluxIsThatOfTorch() {
        float[] first = {-1.1258398f, -1.1523602f, -.2505786f, -.4338788f};
        assertArrayEquals(first, Arrays.copyOf(drawn(0, 16 * 128 * 128), 4), CLOSE);
    }

    @Test
    void onlyTheLowHalfOfASeedCounts() {
        assertArrayEquals(drawn(5, 100), drawn((1L << 32) + 5, 100));
        assertArrayEquals(drawn((1L << 32) - 1, 100), drawn(-1, 100));
        assertNotEquals(drawn(5, 100)[0], drawn(6, 100)[0]);
    }

    @Test
    void aDrawThatFillsNoBlockDrawsItsLastSixteenAgain() {
        float[] odd = drawn(3, 35);
        float[] even = drawn(3, 32);
        assertArrayEquals(Arrays.copyOf(even, 19), Arrays.copyOf(odd, 19), "numbers before the tail");

        // The tail is a block of its own: the sixteen numbers drawn after thirty-five.
        MersenneTwister twister = new MersenneTwister(3);
        for (int i = 0; i < 35; i++) {
            twister.next32();
        }
        double u = (twister.next32() & 0xffffff) / (double) (1 << 24);
        for (int i = 1; i < 8; i++) {
            twister.next32();
        }
        double v = (twister.next32() & 0xffffff) / (double) (1 << 24);
        double radius = Math.sqrt(-2 * Math.log(1 - u));
        assertEquals(radius * Math.cos(2 * Math.PI * v), odd[19], 1e-6);
        assertEquals(radius * Math.sin(2 * Math.PI * v), odd[27], 1e-6);
    }

    @Test
    void drawsFollowEachOther() {
        TorchNoise noise = new TorchNoise(9);
        float[] one = new float[32];
        float[] two = new float[32];
        noise.fill(one);
        noise.fill(two);
        float[] together = drawn(9, 64);
        assertArrayEquals(Arrays.copyOf(together, 32), one);
        assertArrayEquals(Arrays.copyOfRange(together, 32, 64), two);
    }

    @Test
    void theSecondOfAPairWaitsForTheNextSmallDraw() {
        TorchNoise noise = new TorchNoise(0);
        float[] three = new float[3];
        float[] two = new float[2];
        noise.fill(three);
        noise.fill(two);
        float[] five = drawn(0, 5);
        assertArrayEquals(Arrays.copyOf(five, 3), three);
        assertArrayEquals(Arrays.copyOfRange(five, 3, 5), two);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 15, 16, 17, 31, 33, 1000})
    void anyLengthIsDrawnWhole(int length) {
        float[] numbers = new float[length];
        Arrays.fill(numbers, Float.NaN);
        new TorchNoise(7).fill(numbers);
        for (float each : numbers) {
            assertTrue(Float.isFinite(each) && Math.abs(each) < 10, () -> "drew " + each);
        }
    }

    @Test
    void manyNumbersAreNormal() {
        float[] numbers = drawn(1, 200_000);
        double sum = 0;
        double squares = 0;
        for (float each : numbers) {
            sum += each;
            squares += each * each;
        }
        assertEquals(0, sum / numbers.length, .01);
        assertEquals(1, squares / numbers.length, .01);
    }

    private static float[] drawn(long seed, int length) {
        float[] numbers = new float[length];
        new TorchNoise(seed).fill(numbers);
        return numbers;
    }
}
