package org.filmwright.story;

import java.util.Locale;

/** Writes a line so that it is read as what its author wants it to be. Pure. */
public final class Rewording {
    private Rewording() {}

    /** What a line can be made into by the tabulator, where it begins a paragraph. */
    public static ElementType next(ElementType type, boolean speaking, int by) {
        ElementType[] cycle = speaking
                ? new ElementType[]{ElementType.DIALOGUE, ElementType.PARENTHETICAL}
                : new ElementType[]{ElementType.ACTION, ElementType.SCENE_HEADING, ElementType.CHARACTER,
                    ElementType.TRANSITION};
        for (int i = 0; i < cycle.length; i++) {
            if (cycle[i] == type) {
                return cycle[Math.floorMod(i + by, cycle.length)];
            }
        }
        return cycle[by > 0 ? 0 : cycle.length - 1];
    }

    /** The words of {@code line} as an element of that type. */
    public static String as(String line, ElementType type) {
        String words = bare(line);
        String capitals = words.toUpperCase(Locale.ROOT);
        return switch (type) {
            case SCENE_HEADING -> LineRules.naturalHeading(capitals) ? capitals : words.isEmpty() ? "" : "." + capitals;
            case CHARACTER -> LineRules.naturalCue(capitals) && !LineRules.naturalHeading(capitals)
                    && !LineRules.transition(capitals) ? capitals : "@" + words;
            case PARENTHETICAL -> "(" + words + ")";
            case TRANSITION -> LineRules.transition(capitals) ? capitals : "> " + capitals;
            case CENTERED -> "> " + words + " <";
            case LYRICS -> "~" + words;
            case ACTION -> misread(words) ? "!" + words : words;
            case DIALOGUE, PAGE_BREAK, SECTION, SYNOPSIS, NOTE, BONEYARD -> words;
        };
    }

    /** Without marks that made it something; what was put into capitals for a cue is left so. */
    private static String bare(String line) {
        String words = line.strip();
        if (LineRules.centered(words) || (words.startsWith("(") && words.endsWith(")") && words.length() > 1)) {
            return words.substring(1, words.length() - 1).strip();
        }
        boolean marked = !words.isEmpty() && (LineRules.forcedHeading(words) || "@!~>".indexOf(words.charAt(0)) >= 0);
        return marked ? words.substring(1).strip() : words;
    }

    private static boolean misread(String words) {
        return !words.isEmpty()
                && (LineRules.naturalHeading(words) || LineRules.transition(words) || LineRules.naturalCue(words)
                        || LineRules.structural(words) || "@!~>.".indexOf(words.charAt(0)) >= 0);
    }
}
