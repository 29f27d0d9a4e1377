package org.filmwright.generate.draft.places;

import java.util.Locale;

/**
 * What makes one kitchen differ from the next: choices drawn from the words of the location, one independent draw per
 * question, so that a place looks the same in every shot of the film.
 */
public record Signature(long geography) {
    public static Signature of(String location) {
        return new Signature(mixed(location.strip().toLowerCase(Locale.ROOT), 0));
    }

    /** One of 0 to {@code choices} - 1. */
    public int pick(String question, int choices) {
        return (int) Long.remainderUnsigned(bits(question) >>> 8, choices);
    }

    /** A number from {@code low} up to {@code high}. */
    public double between(String question, double low, double high) {
        return low + (high - low) * (bits(question) >>> 11) * 0x1.0p-53;
    }

    public boolean likely(String question, double chance) {
        return between(question, 0, 1) < chance;
    }

    /** The seed of everything irregular in the place: masonry, foliage, waves. */
    public long seed() {
        return bits("seed");
    }

    private long bits(String question) {
        return mixed(question, geography);
    }

    /** FNV-1a, then the finaliser of SplitMix64, as FNV leaves the high bits poor. */
    private static long mixed(String text, long start) {
        long hash = start ^ 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ hash >>> 30) * 0xbf58476d1ce4e5b9L;
        hash = (hash ^ hash >>> 27) * 0x94d049bb133111ebL;
        return hash ^ hash >>> 31;
    }
}
