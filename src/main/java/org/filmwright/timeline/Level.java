package org.filmwright.timeline;

/**
 * How loud a sound is.
 *
 * @param gain decibels, 0 as recorded
 * @param fadeIn frames over which it comes up
 * @param fadeOut frames over which it goes
 */
public record Level(double gain, int fadeIn, int fadeOut) {
    public static final Level PLAIN = new Level(0, 0, 0);

    public Level {
        if (!(gain >= -96 && gain <= 24) || fadeIn < 0 || fadeOut < 0) {
            throw new IllegalArgumentException(
                    "A gain lies between -96 and 24 dB, and fades last: " + gain + ", " + fadeIn + ", " + fadeOut);
        }
    }
}
