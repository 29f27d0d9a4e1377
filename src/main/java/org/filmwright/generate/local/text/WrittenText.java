package org.filmwright.generate.local.text;

import java.util.regex.Pattern;

/** What people type, made fit for tokenizers. */
final class WrittenText {
    private static final Pattern SPACES = Pattern.compile("\\p{IsWhite_Space}+");
    private static final char REPLACEMENT = '\ufffd';

    private WrittenText() {}

    /** Halves of a surrogate pair that stand alone are no characters, and native code may die of them; same length. */
    static String wellFormed(String text) {
        StringBuilder fit = new StringBuilder(text);
        for (int i = 0; i < fit.length(); i++) {
            int point = fit.codePointAt(i);
            if (Character.isSupplementaryCodePoint(point)) {
                i++;
            } else if (Character.isSurrogate((char) point)) {
                fit.setCharAt(i, REPLACEMENT);
            }
        }
        return fit.toString();
    }

    /** The words with one space between them. */
    static String words(String text) {
        return SPACES.matcher(text).replaceAll(" ").strip();
    }
}
