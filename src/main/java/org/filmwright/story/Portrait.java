package org.filmwright.story;

import java.util.Locale;
import org.filmwright.story.Bible.Kind;

/**
 * How somebody or something looks in every picture, as a person wrote it instead of what the script says.
 *
 * @param name in capitals, however the script writes it
 */
public record Portrait(Kind kind, String name, String words) {
    /** More than any picture model reads of one of them. */
    public static final int LONGEST = 1_000;

    public Portrait {
        name = key(name);
        words = words.strip().replaceAll("\\s+", " ");
    }

    boolean isOf(Kind other, String called) {
        return kind == other && name.equals(key(called));
    }

    /** One name, however it is written. */
    public static String key(String name) {
        return name.toUpperCase(Locale.ROOT);
    }
}
