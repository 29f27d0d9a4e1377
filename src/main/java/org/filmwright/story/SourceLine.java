package org.filmwright.story;

import java.util.List;

/**
 * A line of a script with its notes and boneyards cut out; a note over several lines makes one line of them.
 *
 * @param number of the line in the file where it begins, from 1
 * @param asides what was cut out, in order
 */
record SourceLine(int number, String text, List<Aside> asides) {

    /** A note or a boneyard. */
    record Aside(ElementType type, String text, int line) {}

    /** Nothing but notes and boneyards: neither text nor a blank line. */
    boolean transparent() {
        return !asides.isEmpty() && text.isBlank();
    }

    boolean blank() {
        return asides.isEmpty() && text.isBlank();
    }

    /** Two spaces or more keep a line open inside dialogue and notes. */
    boolean heldOpen() {
        return blank() && heldOpen(text);
    }

    static boolean heldOpen(String text) {
        return text.length() >= 2 && text.chars().allMatch(c -> c == ' ');
    }
}
