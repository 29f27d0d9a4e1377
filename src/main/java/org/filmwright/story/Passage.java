package org.filmwright.story;

import java.util.List;

/**
 * A stretch of a script that can be read by itself: from a heading after a blank line up to the next such heading.
 * Lines and scenes are counted from its own start.
 *
 * @param lines how many line ends it holds
 * @param scenes how many headings; more than one where headings are crowded
 * @param settled whether every boneyard that opens in it closes in it, and none closes that opened elsewhere
 */
record Passage(String text, List<Element> elements, List<Screenplay.Warning> warnings, int lines, int scenes,
        boolean settled) {
    Passage {
        elements = List.copyOf(elements);
        warnings = List.copyOf(warnings);
    }

    /** @param opening whether it begins the script, where a title page may stand */
    static Passage read(String text, boolean opening) {
        Screenplay read = opening ? FountainReader.read(text) : FountainReader.readBody(text);
        int scenes = (int) read.elements().stream().filter(each -> each.type() == ElementType.SCENE_HEADING).count();
        int lines = (int) text.chars().filter(c -> c == '\n').count();
        return new Passage(text, read.elements(), read.warnings(), lines, scenes, isSettled(text));
    }

    static boolean isSettled(String text) {
        int open = 0;
        for (int i = text.indexOf('/'); i >= 0 && i + 1 < text.length(); i = nextMark(text, i + 1)) {
            if (text.startsWith("/*", i)) {
                open++;
                i++;
            } else if (text.startsWith("*/", i)) {
                open--;
                i++;
            }
            if (open < 0) {
                return false;
            }
        }
        return open == 0;
    }

    private static int nextMark(String text, int from) {
        int slash = text.indexOf('/', from);
        int star = text.indexOf("*/", from);
        return slash < 0 ? star : star < 0 ? slash : Math.min(slash, star);
    }

    /** Whether a passage of its own may follow: it ends with an empty line, where notes end and headings may stand. */
    boolean closes() {
        if (!text.endsWith("\n")) {
            return false;
        }
        int before = text.lastIndexOf('\n', text.length() - 2);
        String last = text.substring(before + 1, text.length() - 1);
        return last.isBlank() && !SourceLine.heldOpen(last);
    }

    /** Whether its first line is a heading, so that it may follow another passage. */
    boolean opensWithHeading() {
        return !elements.isEmpty() && elements.getFirst().type() == ElementType.SCENE_HEADING
                && elements.getFirst().line() == 1;
    }
}
