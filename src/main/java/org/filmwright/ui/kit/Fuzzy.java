package org.filmwright.ui.kit;

import java.util.Locale;
import java.util.OptionalInt;

/** How well a few typed letters fit a name: all of them in their order; starts of words and neighbours count more. */
public final class Fuzzy {
    private static final int NEIGHBOUR = 6;
    private static final int WORD_START = 8;
    private static final int FIRST = 12;
    private static final int WHOLE = 6;

    private Fuzzy() {}

    /** Higher is better; empty when a letter is missing. An empty query fits everything with 0. */
    public static OptionalInt score(String query, String name) {
        String wanted = query.toLowerCase(Locale.getDefault()).replace(" ", "");
        String text = name.toLowerCase(Locale.getDefault());
        if (wanted.isEmpty()) {
            return OptionalInt.of(0);
        }
        int best = Integer.MIN_VALUE;
        for (int start = text.indexOf(wanted.charAt(0)); start >= 0; start = text.indexOf(wanted.charAt(0),
                start + 1)) {
            best = Math.max(best, from(start, wanted, text));
        }
        return best == Integer.MIN_VALUE
                ? OptionalInt.empty()
                : OptionalInt.of(best + (text.contains(wanted) ? WHOLE : 0) - text.length() / 4);
    }

    private static int from(int start, String wanted, String text) {
        int score = 0;
        int before = start - 1;
        for (int i = 0; i < wanted.length(); i++) {
            int at = i == 0 ? start : next(text, wanted.charAt(i), before);
            if (at < 0) {
                return Integer.MIN_VALUE;
            }
            score += worth(text, at, i > 0 && at == before + 1) - Math.min(4, at - before - 1);
            before = at;
        }
        return score;
    }

    /** The neighbour if it fits, else the start of a later word, else whatever comes. */
    private static int next(String text, char letter, int before) {
        if (before + 1 < text.length() && text.charAt(before + 1) == letter) {
            return before + 1;
        }
        int word = text.indexOf(" " + letter, before + 1);
        return word >= 0 ? word + 1 : text.indexOf(letter, before + 1);
    }

    private static int worth(String text, int at, boolean neighbour) {
        int place = at == 0 ? FIRST : Character.isLetterOrDigit(text.charAt(at - 1)) ? 0 : WORD_START;
        return 1 + place + (neighbour ? NEIGHBOUR : 0);
    }
}
