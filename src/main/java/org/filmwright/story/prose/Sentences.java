package org.filmwright.story.prose;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sentences and words of running prose. */
final class Sentences {
    static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}]*(?:['\u2019-]\\p{L}+)*");
    private static final Set<String> ABBREVIATED = Set.of("mr", "mrs", "ms", "dr", "st", "prof", "capt", "col", "gen",
            "lt", "sgt", "rev", "hon", "messrs", "mme", "mlle", "no", "vs", "etc", "jr", "sr", "mt");

    private Sentences() {}

    static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            words.add(word.group());
        }
        return words;
    }

    /** Each ends in {@code . ! ? …} and what closes behind it, before a blank; what is in brackets stays whole. */
    static List<String> of(String text) {
        List<String> sentences = new ArrayList<>();
        int start = 0;
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth = Math.max(0, depth + (c == '(' ? 1 : c == ')' ? -1 : 0));
            if (depth == 0 && ".!?\u2026".indexOf(c) >= 0) {
                int end = closing(text, i + 1);
                if (end >= text.length()
                        || text.charAt(end) == ' ' && begins(text, end + 1) && !isAbbreviation(text, start, i)) {
                    sentences.add(text.substring(start, end).strip());
                    start = end;
                    i = end - 1;
                }
            }
        }
        sentences.add(text.substring(start).strip());
        return sentences.stream().filter(sentence -> !sentence.isEmpty()).toList();
    }

    private static int closing(String text, int from) {
        int end = from;
        while (end < text.length() && ".!?\u2026)]\u201d\u2019\"'".indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        return end;
    }

    private static boolean begins(String text, int at) {
        return at >= text.length() || !Character.isLowerCase(text.codePointAt(at));
    }

    /** {@code Mr.} and {@code O.} end no sentence. */
    private static boolean isAbbreviation(String text, int start, int dot) {
        int from = dot;
        while (from > start && Character.isLetter(text.charAt(from - 1))) {
            from--;
        }
        String word = text.substring(from, dot);
        return text.charAt(dot) == '.' && (ABBREVIATED.contains(word.toLowerCase())
                || word.length() == 1 && Character.isUpperCase(word.charAt(0)) && !word.equals("I"));
    }

    static String capitalised(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase() + text.substring(1);
    }
}
