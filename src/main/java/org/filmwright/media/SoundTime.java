package org.filmwright.media;

import org.filmwright.base.FrameRate;

/** Frames of a film as samples of its sound: 2000 a frame at 24 frames a second (film.md 4.3). */
public final class SoundTime {
    /** Samples a second of each of the two channels, in everything that is heard here. */
    public static final int RATE = 48_000;
    /** Left and right, one after the other. */
    public static final int CHANNELS = 2;

    private SoundTime() {}

    /** The sample with which a frame begins; frames may lie before the film. */
    public static long sample(FrameRate rate, long frame) {
        return Math.floorDiv(frame * RATE * rate.denominator(), (long) rate.numerator());
    }

    /** Frames that so many samples last, the last one begun; at least 1. */
    public static int frames(FrameRate rate, long samples) {
        return Math.toIntExact(Math.max(1, Math.ceilDiv(samples * rate.numerator(), (long) RATE * rate.denominator())));
    }

    public static double seconds(long samples) {
        return (double) samples / RATE;
    }
}
