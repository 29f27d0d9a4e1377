package org.filmwright.generate.draft.paint;

/** A paint colour: red, green, blue of 0..1 as seen on screen (sRGB, not linear: paint is mixed by eye). */
public record Tone(float r, float g, float b) {
    public static final Tone BLACK = new Tone(0.018f, 0.018f, 0.018f);
    public static final Tone WHITE = new Tone(1, 1, 1);

    /** {@code 0xC9DCE6} as written in the palettes of draft-boards.md 2. */
    public static Tone hex(int rgb) {
        return new Tone((rgb >> 16 & 255) / 255f, (rgb >> 8 & 255) / 255f, (rgb & 255) / 255f);
    }

    /** Hue in degrees, saturation and value in 0..1. */
    public static Tone hsv(double hue, double saturation, double value) {
        return hex(java.awt.Color.HSBtoRGB((float) (hue / 360), (float) saturation, (float) value));
    }

    /** This colour with {@code share} (0..1) of the other. */
    public Tone mix(Tone other, double share) {
        float k = (float) Math.clamp(share, 0, 1);
        return new Tone(r + (other.r - r) * k, g + (other.g - g) * k, b + (other.b - b) * k);
    }

    /** Below 1 darker, above 1 lighter. */
    public Tone times(double factor) {
        return new Tone(unit(r * factor), unit(g * factor), unit(b * factor));
    }

    /** As lit by light of that colour: multiplied channel by channel. */
    public Tone lit(Tone light) {
        return new Tone(r * light.r, g * light.g, b * light.b);
    }

    /** 0 is grey, 1 is as it was. */
    public Tone saturated(double amount) {
        float grey = (float) value();
        return new Tone(unit(grey + (r - grey) * amount), unit(grey + (g - grey) * amount),
                unit(grey + (b - grey) * amount));
    }

    /** Same hue and saturation with that brightness of 0..1. */
    public Tone ofValue(double value) {
        return times(value / Math.max(0.01, value()));
    }

    /** Brightness as the eye weighs it, 0..1. */
    public double value() {
        return 0.30 * r + 0.59 * g + 0.11 * b;
    }

    private static float unit(double v) {
        return (float) Math.clamp(v, 0, 1);
    }
}
