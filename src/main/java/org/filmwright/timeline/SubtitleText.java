package org.filmwright.timeline;

import java.util.ArrayList;
import java.util.LinkedList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Breaks spoken text for the screen: two lines of 42 characters at most, broken after punctuation or before small words
 * rather than inside a phrase, the lower line the longer one (film.md 4.4).
 */
final class SubtitleText {
    static final int LINE = 42;
    private static final double PER_SCREEN = 30;
    private static final double STRANDED = 15;
    private static final int FEW_LETTERS = 15;
    /** Good first words of a line: conjunctions and prepositions. */
    private static final Set<String> OPENERS = Set.of("and", "but", "or", "nor", "so", "yet", "because", "that", "if",
            "when", "while", "until", "before", "after", "though", "although", "unless", "since", "as", "than", "who",
            "which", "where", "how", "why", "what", "to", "of", "in", "on", "at", "by", "for", "from", "with",
            "without",
            "into", "over", "under", "about", "through", "between", "like");
    /** Words that a line must not end on: they belong to what follows. */
    private static final Set<String> LEANING = Set.of("a", "an", "the", "my", "your", "his", "her", "its", "our",
            "their",
            "this", "these", "those", "i", "you", "he", "she", "we", "they", "to", "of", "in", "on", "at", "by", "for",
            "from", "with", "and", "but", "or", "not", "no", "very", "is", "are", "was", "were", "mr.", "mrs.", "dr.");

    private SubtitleText() {}

    /** The text in screens of two lines at most; words longer than a line are cut. */
    static List<String> screens(String text) {
        return unwrapped(text).stream().map(SubtitleText::wrap).toList();
    }

    private static List<String> unwrapped(String text) {
        List<String> words = words(text);
        double[] cost = new double[words.size() + 1];
        int[] from = new int[words.size() + 1];
        for (int end = 1; end <= words.size(); end++) {
            cost[end] = Double.MAX_VALUE;
            for (int start = end - 1; start >= 0 && length(words, start, end) <= 2 * LINE + 1; start--) {
                double total = cost[start] + screenCost(words, start, end);
                if (total < cost[end]) {
                    cost[end] = total;
                    from[end] = start;
                }
            }
        }
        LinkedList<String> screens = new LinkedList<>();
        for (int end = words.size(); end > 0; end = from[end]) {
            screens.addFirst(String.join(" ", words.subList(from[end], end)));
        }
        return screens;
    }

    /** One screen with its line break, if it needs one. */
    static String wrap(String screen) {
        if (screen.length() <= LINE) {
            return screen;
        }
        List<String> words = words(screen);
        int at = bestBreak(words, 0, words.size());
        return at < 0
                ? screen
                : String.join(" ", words.subList(0, at)) + "\n"
                        + String.join(" ", words.subList(at, words.size()));
    }

    private static List<String> words(String text) {
        return Stream.of(text.strip().split("\\s+")).flatMap(SubtitleText::pieces).toList();
    }

    private static Stream<String> pieces(String word) {
        List<String> pieces = new ArrayList<>();
        for (int i = 0; i < word.length(); i += LINE) {
            pieces.add(word.substring(i, Math.min(word.length(), i + LINE)));
        }
        return pieces.stream();
    }

    private static double screenCost(List<String> words, int start, int end) {
        int length = length(words, start, end);
        if (length > LINE && bestBreak(words, start, end) < 0) {
            return Double.MAX_VALUE / 4;
        }
        boolean whole = start == 0 && end == words.size();
        double stranded = !whole && length < FEW_LETTERS ? STRANDED : 0;
        return PER_SCREEN + stranded + (end == words.size() ? 0 : 25 + breakCost(words, end));
    }

    /** The word that begins the second line, or -1 where no break makes two lines that fit. */
    private static int bestBreak(List<String> words, int start, int end) {
        int best = -1;
        double least = Double.MAX_VALUE;
        for (int at = start + 1; at < end; at++) {
            int upper = length(words, start, at);
            int lower = length(words, at, end);
            double cost = Math.abs(upper - lower) * 0.6 + (upper > lower ? 3 : 0) + breakCost(words, at);
            if (upper <= LINE && lower <= LINE && cost < least) {
                least = cost;
                best = at;
            }
        }
        return best;
    }

    /** How much a break before word {@code at} disturbs reading; negative where it helps. */
    private static double breakCost(List<String> words, int at) {
        String before = words.get(at - 1);
        if (before.matches(".*[.!?…][\"'”’)]?")) {
            return -25;
        }
        if (before.matches(".*([,;:—–]|--)[\"'”’)]?")) {
            return -16;
        }
        if (LEANING.contains(before.toLowerCase(Locale.ROOT))) {
            return 12;
        }
        return OPENERS.contains(words.get(at).toLowerCase(Locale.ROOT)) ? -8 : 0;
    }

    private static int length(List<String> words, int start, int end) {
        int length = end - start - 1;
        for (int i = start; i < end; i++) {
            length += words.get(i).length();
        }
        return length;
    }
}
