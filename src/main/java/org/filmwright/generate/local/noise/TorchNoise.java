package org.filmwright.generate.local.noise;

/**
 * Normal numbers as PyTorch's generator on the CPU draws them in float32 ({@code torch.randn}), to within 1e-6, so that a seed
 * means the same picture in other programs (diffusion.md 7). Draws follow each other as from one generator. Only the low 32
 * bits of a seed count: 2^32 + 5 is 5. Not for several threads at once.
 */
public final class TorchNoise implements Noise {
    /** Box-Muller is done for this many numbers at a time: a half of radii, a half of angles. */
    private static final int BLOCK = 16;
    private static final int HALF = BLOCK / 2;
    private static final int BITS_24 = (1 << 24) - 1;
    private static final float UNIT_24 = 0x1p-24f;
    private static final long BITS_53 = (1L << 53) - 1;
    private static final double UNIT_53 = 0x1p-53;
    private static final float TWO_PI = (float) (2 * Math.PI);
    private final MersenneTwister random;
    private double second;
    private boolean hasSecond;

    public TorchNoise(long seed) {
        this.random = new MersenneTwister((int) seed);
    }

    @Override
    public void fill(float[] into) {
        if (into.length < BLOCK) {
            for (int i = 0; i < into.length; i++) {
                into[i] = (float) single();
            }
            return;
        }
        uniforms(into, 0);
        for (int from = 0; from + BLOCK <= into.length; from += BLOCK) {
            normal(into, from);
        }
        if (into.length % BLOCK != 0) {
            // What does not fill a block is not drawn as one: the last sixteen are drawn again, over finished ones.
            int from = into.length - BLOCK;
            uniforms(into, from);
            normal(into, from);
        }
    }

    private void uniforms(float[] into, int from) {
        for (int i = from; i < into.length; i++) {
            into[i] = (random.next32() & BITS_24) * UNIT_24;
        }
    }

    /** Turns a block of uniform numbers into normal ones. Angles and radii are rounded to float32, as they are there. */
    private static void normal(float[] block, int from) {
        for (int i = from; i < from + HALF; i++) {
            float radius = (float) Math.sqrt(-2 * Math.log(1 - block[i]));
            double angle = TWO_PI * block[i + HALF];
            block[i] = (float) (radius * Math.cos(angle));
            block[i + HALF] = (float) (radius * Math.sin(angle));
        }
    }

    /** A few numbers are drawn in double, two at a time; the second one waits, if need be for the next draw. */
    private double single() {
        if (hasSecond) {
            hasSecond = false;
            return second;
        }
        double angle = 2 * Math.PI * uniform();
        double radius = Math.sqrt(-2 * Math.log1p(-uniform()));
        second = radius * Math.sin(angle);
        hasSecond = true;
        return radius * Math.cos(angle);
    }

    private double uniform() {
        return (random.next64() & BITS_53) * UNIT_53;
    }
}
