package org.filmwright.ui.kit;

import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.stream.Stream;

/**
 * Every text of the studio, from its resource bundles. A message names its arguments ({@code {shot}}); a counted one
 * comes in the forms {@code key.one} and {@code key.other} with the argument {@code {n}}.
 */
public final class Words {
    /** What all share, then one file a room, so that rooms can be written side by side. A key stands in one only. */
    public static final List<String> BUNDLES = Stream.of("messages", "words-shell", "words-story", "words-images",
            "words-timeline", "words-motion", "words-jobs", "words-models", "words-settings")
            .map("org.filmwright.ui."::concat)
            .toList();

    private static final long HOUR = 3600;

    private Words() {}

    /** @param arguments name, value, name, value … */
    public static String of(String key, Object... arguments) {
        String text = text(key);
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            text = text.replace("{" + arguments[i] + "}", String.valueOf(arguments[i + 1]));
        }
        return text;
    }

    public static String count(String key, long n, Object... arguments) {
        return of(key + (n == 1 ? ".one" : ".other"), arguments).replace("{n}",
                NumberFormat.getIntegerInstance().format(n));
    }

    /** The word for a constant: {@code size.MCU} for {@code of("size", ShotSize.MCU)}. */
    public static String of(String family, Enum<?> constant) {
        return of(family + "." + constant.name());
    }

    public static boolean has(String key) {
        return BUNDLES.stream().anyMatch(bundle -> ResourceBundle.getBundle(bundle).containsKey(key));
    }

    private static String text(String key) {
        for (String bundle : BUNDLES) {
            ResourceBundle texts = ResourceBundle.getBundle(bundle);
            if (texts.containsKey(key)) {
                return texts.getString(key);
            }
        }
        throw new MissingResourceException("No text is called " + key, BUNDLES.toString(), key);
    }

    /** One decimal and the unit: {@code 3.2 s}. */
    public static String seconds(double seconds) {
        return of("unit.seconds", "value", String.format(Locale.getDefault(), "%.1f", seconds));
    }

    /** Minutes and seconds, behind the hours where there are some: {@code 1:32}, {@code 1:05:19}. */
    public static String duration(double seconds) {
        long whole = Math.round(seconds);
        return whole < HOUR
                ? String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", whole / HOUR, whole % HOUR / 60, whole % 60);
    }
}
