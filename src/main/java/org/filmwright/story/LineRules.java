package org.filmwright.story;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a single line of Fountain can be, by its own letters (film.md 1.1). Lines come stripped of outer blanks. */
final class LineRules {
    private static final List<String> PREFIXES = List
            .of("INT./EXT", "EXT./INT", "INT/EXT", "EXT/INT", "I./E", "I/E", "INT", "EXT", "EST");
    private static final Set<String> BARE_TRANSITIONS = Set.of("FADE TO BLACK.", "FADE OUT.", "CUT TO BLACK.",
            "FADE TO BLACK", "FADE OUT", "CUT TO BLACK", "FADE IN:", "FADE IN.", "FADE IN");

    private LineRules() {}

    /** Length of {@code INT. }, {@code I/E } … at the start of a heading without its blanks after it; 0 if there is none. */
    static int headingPrefix(String line) {
        for (String prefix : PREFIXES) {
            int length = prefix.length();
            if (line.regionMatches(true, 0, prefix, 0, length) && line.length() > length
                    && ". ".indexOf(line.charAt(length)) >= 0) {
                return length + 1;
            }
        }
        return 0;
    }

    static boolean naturalHeading(String line) {
        return headingPrefix(line) > 0;
    }

    /** {@code .KITCHEN}; {@code ...and then} and {@code . X} are action. */
    static boolean forcedHeading(String line) {
        return line.length() > 1 && line.charAt(0) == '.' && Character.isLetterOrDigit(line.codePointAt(1));
    }

    static boolean transition(String line) {
        return BARE_TRANSITIONS.contains(line) || (line.endsWith("TO:") && capitals(line));
    }

    static boolean forcedTransition(String line) {
        return line.length() > 1 && line.charAt(0) == '>' && !line.endsWith("<");
    }

    static boolean centered(String line) {
        return line.length() > 1 && line.charAt(0) == '>' && line.endsWith("<");
    }

    static boolean pageBreak(String line) {
        return line.length() >= 3 && line.chars().allMatch(c -> c == '=');
    }

    static boolean synopsis(String line) {
        return line.startsWith("=") && !line.startsWith("==");
    }

    /** Number of {@code #} at the start, if there are one to six; else 0. */
    static int sectionDepth(String line) {
        int depth = 0;
        while (depth < line.length() && line.charAt(depth) == '#') {
            depth++;
        }
        return depth <= 6 ? depth : 0;
    }

    /** Stands alone wherever it is found, without blank lines around it. */
    static boolean structural(String line) {
        return pageBreak(line) || synopsis(line) || sectionDepth(line) > 0;
    }

    /** No lower-case letter outside round brackets, and a capital there. */
    static boolean capitals(String line) {
        int depth = 0;
        boolean capital = false;
        for (int i = 0; i < line.length(); i += Character.charCount(line.codePointAt(i))) {
            int c = line.codePointAt(i);
            depth = Math.max(0, depth + (c == '(' ? 1 : c == ')' ? -1 : 0));
            if (depth == 0 && Character.isLowerCase(c)) {
                return false;
            }
            capital |= depth == 0 && (Character.isUpperCase(c) || Character.isTitleCase(c));
        }
        return capital && depth == 0;
    }

    /** A cue as it stands in the script: {@code MARA (V.O.) ^}. */
    record CueLine(String name, Optional<String> extension, boolean dual) {}

    /** Reads a cue without its forcing mark; the extensions are joined by commas. Empty when no name is left. */
    static Optional<CueLine> cue(String line) {
        int end = withoutCarets(line, line.length());
        boolean dual = line.indexOf('^', end) >= 0;
        Deque<String> extensions = new ArrayDeque<>();
        for (int open = groupStart(line, end); open > 0; open = groupStart(line, end)) {
            String group = line.substring(open + 1, end - 1).strip();
            if (!group.isEmpty()) {
                extensions.push(group);
            }
            end = withoutCarets(line, open);
            dual |= line.substring(end, open).indexOf('^') >= 0;
        }
        String name = line.substring(0, end).strip();
        return name.isEmpty() || name.startsWith("(")
                ? Optional.empty()
                : Optional.of(new CueLine(name,
                        Optional.of(String.join(", ", extensions)).filter(words -> !words.isEmpty()), dual));
    }

    /** Where a line ends without the caret of dual dialogue, which is found behind the extension or before it. */
    private static int withoutCarets(String line, int from) {
        int end = from;
        while (end > 0 && (line.charAt(end - 1) == '^' || Character.isWhitespace(line.charAt(end - 1)))) {
            end--;
        }
        return end;
    }

    /** Where the round bracket that closes just before {@code end} was opened, or -1. */
    private static int groupStart(String line, int end) {
        int depth = 0;
        for (int i = end > 0 && line.charAt(end - 1) == ')' ? end - 1 : -1; i >= 0; i--) {
            depth += line.charAt(i) == ')' ? 1 : line.charAt(i) == '(' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return -1;
    }

    static boolean naturalCue(String line) {
        return capitals(line) && cue(line).isPresent();
    }

    static boolean forcedCue(String line) {
        return line.startsWith("@") && cue(line.substring(1).strip()).isPresent();
    }

    /** A heading's text and the scene number between {@code #} at its end. */
    record NumberedHeading(String text, Optional<String> number) {}

    static NumberedHeading heading(String line) {
        int open = line.endsWith("#") ? line.lastIndexOf('#', line.length() - 2) : -1;
        if (open > 0 && open < line.length() - 2) {
            String number = line.substring(open + 1, line.length() - 1);
            boolean valid = number.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '-' || c == '.');
            if (valid && !line.substring(0, open).isBlank()) {
                return new NumberedHeading(line.substring(0, open).strip(), Optional.of(number));
            }
        }
        return new NumberedHeading(line, Optional.empty());
    }

    /** A heading's text in capitals, for comparing. */
    static String key(String heading) {
        return heading.strip().toUpperCase(Locale.ROOT);
    }
}
