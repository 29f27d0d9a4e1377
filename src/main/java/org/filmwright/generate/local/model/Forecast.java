package org.filmwright.generate.local.model;

import java.util.Locale;
import java.util.Optional;

/**
 * How long a picture will probably take on a device.
 *
 * @param where {@code cpu}, or the name of a card
 * @param pace empty where a picture of this size was not measured there yet
 */
public record Forecast(String where, int steps, Optional<Speeds.Pace> pace) {
    public Optional<Double> seconds() {
        return pace.map(known -> known.seconds(steps));
    }

    /** {@code about 3 min 20 s on the processor, measured here at 12 s a step}. */
    public String words() {
        String place = where.equals("cpu") ? "the processor" : where;
        return pace.map(known -> "about " + spoken(known.seconds(steps)) + " on " + place + ", measured here at "
                + step(known.step()) + " a step")
                .orElse("not measured yet on " + place + " at this size");
    }

    /** A sentence of it. */
    public String sentence() {
        return pace.isPresent()
                ? "A picture takes " + words() + "."
                : "How long a picture takes is " + words() + ".";
    }

    private static String step(double seconds) {
        return seconds < 0.005
                ? "less than 0.01 s"
                : String.format(Locale.ROOT, seconds < 0.095 ? "%.2f s" : seconds < 9.5 ? "%.1f s" : "%.0f s", seconds);
    }

    /** {@code 4 s}, {@code 3 min 20 s}, {@code 1 h 25 min}: no finer than anybody can know. */
    static String spoken(double seconds) {
        long whole = Math.max(1, (long) Math.ceil(seconds));
        if (whole < 60) {
            return whole + " s";
        }
        long tens = (long) Math.ceil(whole / 10.0) * 10;
        if (tens < 3600) {
            return tens / 60 + " min" + (tens % 60 == 0 ? "" : " " + tens % 60 + " s");
        }
        long minutes = (long) Math.ceil(whole / 300.0) * 5;
        return minutes / 60 + " h" + (minutes % 60 == 0 ? "" : " " + minutes % 60 + " min");
    }
}
