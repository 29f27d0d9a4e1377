package org.filmwright.media;

import org.filmwright.base.CameraMove;

/**
 * The unrest of a hand-held camera: three octaves of sines between 0.5 and 2 Hz, so it is smooth and repeatable
 * (film.md 5.1).
 *
 * @param amplitude largest shift as a fraction of the window's width; 0 is a tripod
 * @param degrees largest rotation
 * @param seed decides the phases
 */
public record Shake(double amplitude, double degrees, long seed) {
    public static final Shake NONE = new Shake(0, 0, 0);

    private static final double[] HERTZ = {0.53, 1.07, 1.93};
    private static final double[] SHARE = {0.55, 0.30, 0.15};

    public Shake {
        if (amplitude < 0 || amplitude > 0.05 || degrees < 0 || degrees > 5) {
            throw new IllegalArgumentException("A shake is 0 to 5 % wide and turns 0 to 5 degrees");
        }
    }

    /** What a move asks for: only a hand-held one shakes, by 0.6 % of the width and 0.3 degrees. */
    public static Shake of(CameraMove move, long seed) {
        return move == CameraMove.HANDHELD ? new Shake(0.006, 0.3, seed) : NONE;
    }

    /** Sideways shift at a time, as a fraction of the window's width. */
    double x(double seconds) {
        return amplitude * noise(1, seconds);
    }

    /** Shift up and down; calmer than sideways, as arms are. */
    double y(double seconds) {
        return 0.7 * amplitude * noise(2, seconds);
    }

    /** Rotation in radians. */
    double angle(double seconds) {
        return Math.toRadians(degrees) * noise(3, seconds);
    }

    /** -1 to 1. */
    private double noise(int axis, double seconds) {
        double sum = 0;
        for (int octave = 0; octave < HERTZ.length; octave++) {
            double phase = unit(seed * 31 + axis * 7L + octave);
            double detune = 0.9 + 0.2 * unit(seed + axis * 131L + octave * 17L);
            sum += SHARE[octave] * Math.sin(2 * Math.PI * (HERTZ[octave] * detune * seconds + phase));
        }
        return sum;
    }

    /** A number in 0..1 that depends on every bit of {@code key} (SplitMix64's finaliser). */
    private static double unit(long key) {
        long z = key * 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return ((z ^ (z >>> 31)) >>> 11) * 0x1p-53;
    }
}
