package org.filmwright.agents.rules;

import java.util.ArrayList;
import java.util.List;

/** Texts that have to fit a length. */
final class Lines {
    private Lines() {}

    /** With an ellipsis where something was left out. */
    static String shortened(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1).strip() + "\u2026";
    }

    /** Pieces of about the same length, broken between words; one word that is too long is cut. */
    static List<String> broken(String text, int longest) {
        List<String> pieces = new ArrayList<>();
        String rest = text.strip();
        while (rest.length() > longest) {
            int pieceCount = (rest.length() + longest - 1) / longest;
            int wish = Math.min(longest, rest.length() / pieceCount + 8);
            int space = rest.lastIndexOf(' ', wish);
            int at = space > 0 ? space : longest;
            pieces.add(rest.substring(0, at).strip());
            rest = rest.substring(at).strip();
        }
        pieces.add(rest);
        return pieces;
    }
}
