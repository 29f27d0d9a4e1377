package org.filmwright.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Words and sentences of running text. */
final class Words {
    private static final Set<String> ABBREVIATIONS = Set.of("mr.", "mrs.", "ms.", "dr.", "st.", "no.", "vs.");

    private Words() {}

    /** Letters, digits, inner apostrophes and hyphens, as written; a possessive {@code 's} is left off. */
    static List<String> of(String text) {
        List<String> words = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean inside = i < text.length() && inside(text, i);
            if (inside && start < 0) {
                start = i;
            } else if (!inside && start >= 0) {
                words.add(bare(text.substring(start, i)));
                start = -1;
            }
        }
        return words;
    }

    private static boolean inside(String text, int at) {
        char c = text.charAt(at);
        if (Character.isLetterOrDigit(c) || Character.isSurrogate(c)) {
            return true;
        }
        return "'\u2019-".indexOf(c) >= 0 && at > 0 && at + 1 < text.length()
                && Character.isLetterOrDigit(text.charAt(at - 1)) && Character.isLetterOrDigit(text.charAt(at + 1));
    }

    private static String bare(String word) {
        int tail = word.length() - 2;
        boolean possessive = tail > 0 && "'\u2019".indexOf(word.charAt(tail)) >= 0
                && Character.toLowerCase(word.charAt(tail + 1)) == 's';
        return possessive ? word.substring(0, tail) : word;
    }

    static List<String> lower(String text) {
        return of(text).stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
    }

    static int count(String text) {
        return of(text).size();
    }

    /** Words that take time to see: without what stands in brackets, which describes and does not happen. */
    static int countSeen(String text) {
        return count(withoutBrackets(text));
    }

    static String withoutBrackets(String text) {
        StringBuilder open = new StringBuilder();
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '(' ? 1 : 0;
            if (depth == 0) {
                open.append(c);
            }
            depth = c == ')' ? Math.max(0, depth - 1) : depth;
        }
        return open.toString().replace("  ", " ").replace(" ,", ",").replace(" .", ".");
    }

    /** Hard-wrapped lines joined, runs of blanks made one. */
    static String joined(String text) {
        return String.join(" ", text.strip().split("\\s+"));
    }

    /** Sentences of joined text; each ends in {@code . ! ? …} before a blank, outside brackets. */
    static List<String> sentences(String text) {
        List<String> sentences = new ArrayList<>();
        int start = 0;
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth = Math.max(0, depth + (c == '(' ? 1 : c == ')' ? -1 : 0));
            boolean ends = depth == 0 && ".!?\u2026".indexOf(c) >= 0
                    && (i + 1 == text.length() || endsBefore(text, start, i + 1));
            if (ends) {
                sentences.add(text.substring(start, i + 1).strip());
                start = i + 1;
            }
        }
        if (!text.substring(start).isBlank()) {
            sentences.add(text.substring(start).strip());
        }
        return sentences.stream().filter(sentence -> !sentence.isEmpty()).toList();
    }

    private static boolean endsBefore(String text, int start, int next) {
        if (text.charAt(next) != ' ' || next + 1 >= text.length()) {
            return false;
        }
        String last = text.substring(Math.max(start, text.lastIndexOf(' ', next - 1) + 1), next);
        return !Character.isLowerCase(text.charAt(next + 1))
                && !ABBREVIATIONS.contains(last.toLowerCase(Locale.ROOT));
    }

    /** First letter large, the rest small, word by word: {@code MARA} becomes {@code Mara}. */
    static String title(String name) {
        StringBuilder title = new StringBuilder();
        boolean first = true;
        for (char c : name.toCharArray()) {
            title.append(first ? Character.toUpperCase(c) : Character.toLowerCase(c));
            first = !Character.isLetterOrDigit(c) && c != '\'' && c != '\u2019';
        }
        return title.toString();
    }
}
