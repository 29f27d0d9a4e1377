package org.filmwright.base;

/** Frames a second as a fraction: 24/1, 24000/1001. Time is counted in whole frames at such a rate. */
public record FrameRate(int numerator, int denominator) {
    public static final FrameRate FILM = new FrameRate(24, 1);

    public FrameRate {
        if (numerator < 1 || denominator < 1 || numerator > 240L * denominator) {
            throw new IllegalArgumentException(
                    "A frame rate lies above 0 and at most 240: " + numerator + "/" + denominator);
        }
    }

    /**
     * Reads {@code 24}, {@code 23.976}, {@code 29.97}, {@code 24000/1001}; the NTSC decimals mean the exact
     * fractions over 1001 (film.md 2.3).
     *
     * @throws IllegalArgumentException with a sentence for the user
     */
    public static FrameRate parse(String text) {
        try {
            if (text.contains("/")) {
                String[] parts = text.split("/", 2);
                return new FrameRate(Integer.parseInt(parts[0].strip()), Integer.parseInt(parts[1].strip()));
            }
            double value = Double.parseDouble(text.strip());
            long nearest = Math.round(value);
            if (value == nearest && Math.abs(nearest) <= Integer.MAX_VALUE) {
                return new FrameRate((int) nearest, 1);
            }
            long ntsc = Math.round(value * 1.001);
            if (Math.abs(ntsc / 1.001 - value) < 0.011 && ntsc % 6 == 0) {
                return new FrameRate((int) ntsc * 1000, 1001);
            }
            return new FrameRate((int) Math.round(value * 1000), 1000);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "Not a frame rate: '" + text + "'. Examples: 24, 25, 23.976, 30000/1001.", e);
        }
    }

    public double perSecond() {
        return (double) numerator / denominator;
    }

    /** Whole frames nearest to a time; never less than one. */
    public int frames(double seconds) {
        return Math.max(1, (int) Math.round(seconds * numerator / denominator));
    }

    public double seconds(long frames) {
        return (double) frames * denominator / numerator;
    }

    @Override
    public String toString() {
        return denominator == 1 ? Integer.toString(numerator) : numerator + "/" + denominator;
    }
}
