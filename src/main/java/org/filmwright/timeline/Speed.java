package org.filmwright.timeline;

/**
 * How fast a clip runs: source frames for each frame shown, as a fraction in lowest terms (OTIO: {@code time_scalar}).
 * 1/1 as it was made, 1/2 slow, below 0 backwards, 0/1 one frame held.
 *
 * @param denominator 1 or more
 */
public record Speed(int numerator, int denominator) {
    public static final Speed NORMAL = new Speed(1, 1);
    public static final Speed HELD = new Speed(0, 1);

    public Speed {
        if (denominator < 1) {
            throw new IllegalArgumentException("A speed has a denominator of 1 or more: " + denominator);
        }
        int common = common(Math.abs(numerator), denominator);
        numerator /= common;
        denominator /= common;
    }

    /** @param percent 100 as it was made, 50 slow, -100 backwards */
    public static Speed percent(int percent) {
        return new Speed(percent, 100);
    }

    public boolean held() {
        return numerator == 0;
    }

    public boolean backwards() {
        return numerator < 0;
    }

    /** 1.0 as it was made; below 0 backwards. */
    public double factor() {
        return (double) numerator / denominator;
    }

    private static int common(int a, int b) {
        return b == 0 ? a : common(b, a % b);
    }
}
