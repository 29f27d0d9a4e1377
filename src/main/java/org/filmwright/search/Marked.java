package org.filmwright.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** A text with what was found in it. @param spans in order, none over another; empty where nothing was */
public record Marked(String text, List<Span> spans) {
    private static final String MORE = "\u2026";

    public Marked {
        spans = joined(spans);
    }

    /** From a character to before another. */
    public record Span(int from, int to) {}

    public static Marked plain(String text) {
        return new Marked(text, List.of());
    }

    /** At most about that many characters around what was found first, cut between words, on one line. */
    public Marked around(int most) {
        String line = text.replaceAll("[\\s\\p{Cntrl}]", " ");
        int first = spans.isEmpty() ? 0 : spans.getFirst().from();
        int from = first <= most / 2 ? 0 : wordAfter(line, first - most / 3, first);
        int to = line.length() - from <= most ? line.length() : wordBefore(line, from + most, from);
        String before = from > 0 ? MORE : "";
        int moved = before.length() - from;
        List<Span> kept = spans.stream()
                .filter(span -> span.from() < to && span.to() > from)
                .map(span -> new Span(Math.max(span.from(), from) + moved, Math.min(span.to(), to) + moved))
                .toList();
        return new Marked(before + line.substring(from, to) + (to < line.length() ? MORE : ""), kept);
    }

    /** How many different words of it were found. */
    public int found() {
        return (int) spans.stream()
                .map(span -> text.substring(span.from(), span.to()).toLowerCase(Locale.ROOT))
                .distinct()
                .count();
    }

    private static int wordAfter(String line, int at, int last) {
        int space = line.indexOf(' ', Math.max(0, at));
        return space < 0 || space >= last ? whole(line, at) : space + 1;
    }

    private static int wordBefore(String line, int at, int first) {
        int space = line.lastIndexOf(' ', at);
        return space <= first ? whole(line, at) : space;
    }

    /** Never between the two halves of one character. */
    private static int whole(String line, int at) {
        return at > 0 && at < line.length() && Character.isLowSurrogate(line.charAt(at)) ? at - 1 : at;
    }

    private static List<Span> joined(List<Span> spans) {
        List<Span> sorted = spans.stream().sorted(Comparator.comparingInt(Span::from)).toList();
        List<Span> joined = new ArrayList<>();
        for (Span span : sorted) {
            if (!joined.isEmpty() && span.from() <= joined.getLast().to()) {
                Span last = joined.removeLast();
                joined.add(new Span(last.from(), Math.max(last.to(), span.to())));
            } else if (span.to() > span.from()) {
                joined.add(span);
            }
        }
        return List.copyOf(joined);
    }
}
