package org.filmwright.ui.kit;

import java.util.Locale;

/** Bytes in words, in powers of ten as disks count: {@code 6.9 GB}. */
public final class Bytes {
    private static final double STEP = 1000;

    private Bytes() {}

    public static String words(long bytes) {
        if (bytes < STEP) {
            return Words.of("unit.bytes", "value", bytes);
        }
        double value = bytes / STEP;
        String unit = "unit.kb";
        for (String larger : java.util.List.of("unit.mb", "unit.gb", "unit.tb")) {
            if (value >= STEP) {
                value /= STEP;
                unit = larger;
            }
        }
        return Words.of(unit, "value", String.format(Locale.getDefault(), "%.1f", value));
    }
}
