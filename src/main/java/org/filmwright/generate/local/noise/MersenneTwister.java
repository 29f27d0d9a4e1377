package org.filmwright.generate.local.noise;

/** MT19937 (Matsumoto and Nishimura 1998), 32 random bits at a time, seeded with one 32-bit number. */
final class MersenneTwister {
    private static final int SIZE = 624;
    private static final int MIDDLE = 397;
    private static final int TWIST = 0x9908b0df;
    private final int[] state = new int[SIZE];
    private int next = SIZE;

    MersenneTwister(int seed) {
        state[0] = seed;
        for (int i = 1; i < SIZE; i++) {
            int before = state[i - 1];
            state[i] = 1_812_433_253 * (before ^ (before >>> 30)) + i;
        }
    }

    int next32() {
        if (next == SIZE) {
            twist();
        }
        int bits = state[next++];
        bits ^= bits >>> 11;
        bits ^= (bits << 7) & 0x9d2c5680;
        bits ^= (bits << 15) & 0xefc60000;
        return bits ^ (bits >>> 18);
    }

    /** The first 32 bits drawn are the upper half. */
    long next64() {
        long upper = Integer.toUnsignedLong(next32());
        return upper << 32 | Integer.toUnsignedLong(next32());
    }

    private void twist() {
        for (int i = 0; i < SIZE - MIDDLE; i++) {
            state[i] = twisted(i, i + 1, i + MIDDLE);
        }
        for (int i = SIZE - MIDDLE; i < SIZE - 1; i++) {
            state[i] = twisted(i, i + 1, i + MIDDLE - SIZE);
        }
        state[SIZE - 1] = twisted(SIZE - 1, 0, MIDDLE - 1);
        next = 0;
    }

    private int twisted(int here, int after, int far) {
        int joined = (state[here] & 0x80000000) | (state[after] & 0x7fffffff);
        return state[far] ^ (joined >>> 1) ^ ((joined & 1) * TWIST);
    }
}
