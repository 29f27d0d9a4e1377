package org.filmwright.ui.kit;

import java.text.NumberFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * Every text of the studio, from its resource bundle. A message names its arguments ({@code {shot}}); a counted one
 * comes in the forms {@code key.one} and {@code key.other} with the argument {@code {n}}.
 */
public final class Words {
    private static final String BUNDLE = "org.filmwright.ui.messages";

    private Words() {}

    /** @param arguments name, value, name, value … */
    public static String of(String key, Object... arguments) {
        String text = ResourceBundle.getBundle(BUNDLE).getString(key);
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
        return ResourceBundle.getBundle(BUNDLE).containsKey(key);
    }

    /** One decimal and the unit: {@code 3.2 s}. */
    public static String seconds(double seconds) {
        return of("unit.seconds", "value", String.format(Locale.getDefault(), "%.1f", seconds));
    }

    /** Minutes and seconds: {@code 1:32}. */
    public static String minutes(double seconds) {
        long whole = Math.round(seconds);
        return String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60);
    }
}
