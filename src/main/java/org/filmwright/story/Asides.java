package org.filmwright.story;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.filmwright.story.SourceLine.Aside;

/**
 * Cuts boneyards and notes out of a script and gives its lines. Brackets pair from the inside, a bracket without its
 * partner is text; one pass each, so that hostile nesting costs nothing.
 */
final class Asides {
    /** From the first bracket up to the end of the second one. */
    private record Cut(ElementType type, int start, int end) {}

    private final String text;
    private final List<Screenplay.Warning> warnings;
    private final List<Cut> boneyards = new ArrayList<>();

    private Asides(String text, List<Screenplay.Warning> warnings) {
        this.text = text;
        this.warnings = warnings;
    }

    /** @param text with {@code \n} line ends and no byte order mark */
    static List<SourceLine> cut(String text, List<Screenplay.Warning> warnings) {
        Asides asides = new Asides(text, warnings);
        asides.findBoneyards();
        return asides.lines(asides.findNotes());
    }

    private void findBoneyards() {
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i + 1 < text.length(); i++) {
            if (text.startsWith("/*", i)) {
                open.push(i++);
            } else if (text.startsWith("*/", i) && !open.isEmpty()) {
                int start = open.pop();
                dropInside(boneyards, start);
                boneyards.add(new Cut(ElementType.BONEYARD, start, i + 2));
                i++;
            }
        }
        if (!open.isEmpty()) {
            warnings.add(new Screenplay.Warning(lineAt(open.peekLast()), "open-boneyard",
                    "This '/*' has no '*/', so it is read as text. Close it to leave the passage out."));
        }
    }

    private static void dropInside(List<Cut> cuts, int start) {
        while (!cuts.isEmpty() && cuts.getLast().start > start) {
            cuts.removeLast();
        }
    }

    /** Boneyards and notes together, in order; what lies inside a note follows it. */
    private List<Cut> findNotes() {
        List<Cut> notes = new ArrayList<>();
        Deque<Integer> open = new ArrayDeque<>();
        int lineStart = 0;
        int next = 0;
        for (int i = 0; i < text.length(); i++) {
            if (next < boneyards.size() && boneyards.get(next).start == i) {
                i = boneyards.get(next++).end - 1;
                lineStart = -1;
            } else if (text.charAt(i) == '\n') {
                if (lineStart >= 0 && endsNote(text.substring(lineStart, i))) {
                    abandon(open);
                }
                lineStart = i + 1;
            } else if (text.startsWith("[[", i)) {
                open.push(i++);
            } else if (text.startsWith("]]", i) && !open.isEmpty()) {
                int start = open.pop();
                dropInside(notes, start);
                notes.add(new Cut(ElementType.NOTE, start, i + 2));
                i++;
            }
        }
        abandon(open);
        return merged(notes);
    }

    private static boolean endsNote(String line) {
        return line.isBlank() && !SourceLine.heldOpen(line);
    }

    private void abandon(Deque<Integer> open) {
        if (!open.isEmpty()) {
            warnings.add(new Screenplay.Warning(lineAt(open.peekLast()), "open-note",
                    "This '[[' is not closed before the next empty line, so it is read as text."));
            open.clear();
        }
    }

    private List<Cut> merged(List<Cut> notes) {
        List<Cut> all = new ArrayList<>(notes);
        all.addAll(boneyards);
        all.sort((a, b) -> Integer.compare(a.start, b.start));
        return all;
    }

    private int counted;
    private int countedLines = 1;

    /** The line number of an offset; offsets asked for in rising order cost one pass in all. */
    private int lineAt(int offset) {
        if (offset < counted) {
            counted = 0;
            countedLines = 1;
        }
        for (; counted < offset; counted++) {
            countedLines += text.charAt(counted) == '\n' ? 1 : 0;
        }
        return countedLines;
    }

    private List<SourceLine> lines(List<Cut> cuts) {
        List<SourceLine> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        List<Aside> asides = new ArrayList<>();
        int number = 1;
        int at = 0;
        int next = 0;
        counted = 0;
        countedLines = 1;
        while (at <= text.length()) {
            if (next < cuts.size() && cuts.get(next).start == at) {
                Cut cut = cuts.get(next++);
                next = take(cut, cuts, next, asides);
                at = joined(line, cut.end);
            } else if (at == text.length() || text.charAt(at) == '\n') {
                lines.add(new SourceLine(number, line.toString(), List.copyOf(asides)));
                line.setLength(0);
                asides.clear();
                number = lineAt(++at > text.length() ? text.length() : at);
            } else {
                int stop = stop(cuts, next, at);
                line.append(text, at, stop);
                at = stop;
            }
        }
        return lines;
    }

    /** The end of the line, or the next cut. */
    private int stop(List<Cut> cuts, int next, int at) {
        int lineEnd = text.indexOf('\n', at);
        int end = lineEnd < 0 ? text.length() : lineEnd;
        return next < cuts.size() ? Math.min(end, cuts.get(next).start) : end;
    }

    /** Adds an aside and the boneyards inside it; answers the next cut outside. */
    private int take(Cut cut, List<Cut> cuts, int next, List<Aside> asides) {
        StringBuilder words = new StringBuilder();
        List<Aside> inner = new ArrayList<>();
        int at = cut.start + 2;
        int line = lineAt(cut.start);
        for (; next < cuts.size() && cuts.get(next).start < cut.end; next++) {
            Cut inside = cuts.get(next);
            words.append(text, at, inside.start);
            inner.add(new Aside(inside.type, text.substring(inside.start + 2, inside.end - 2), lineAt(inside.start)));
            at = joined(words, inside.end);
        }
        words.append(text, Math.min(at, cut.end - 2), cut.end - 2);
        boolean note = cut.type == ElementType.NOTE;
        asides.add(new Aside(cut.type, note ? tidy(words.toString()) : words.toString(), line));
        asides.addAll(inner);
        return next;
    }

    /**
     * Goes on after a cut: two spaces become one, and a space keeps the halves of a bracket apart. Answers the offset to
     * go on from.
     */
    private int joined(StringBuilder before, int end) {
        if (end >= text.length()) {
            return end;
        }
        char right = text.charAt(end);
        boolean space = before.isEmpty() || Character.isWhitespace(before.charAt(before.length() - 1));
        if (space && right == ' ') {
            return end + 1;
        }
        if (!space && "[]/*".indexOf(right) >= 0 && "[]/*".indexOf(before.charAt(before.length() - 1)) >= 0) {
            before.append(' ');
        }
        return end;
    }

    /**
     * A note without outer blanks, and without lines that only became empty because something was cut out of them. A
     * stray end of a boneyard is broken up: written after the text it stood in, it could end something there.
     */
    private static String tidy(String note) {
        List<String> kept = note.replace("*/", "* /").lines().filter(line -> !endsNote(line)).toList();
        return String.join("\n", kept).strip();
    }
}
