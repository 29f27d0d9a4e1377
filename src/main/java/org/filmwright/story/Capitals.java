package org.filmwright.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Words a script writes in capitals inside its action: people who appear, and things that matter. */
final class Capitals {
    private static final Set<String> NOT_THINGS = Set.of("A", "I", "TV", "OK", "THE END", "END", "CLOSE", "CLOSE ON",
            "CLOSE UP", "CLOSE-UP", "ANGLE", "ANGLE ON", "WIDE", "POV", "INSERT", "SUPER", "TITLE", "TITLES", "CUT",
            "CUT TO", "FADE", "WE SEE", "SUDDENLY", "BANG", "BOOM", "CRASH", "SMASH", "CLICK", "THUD", "SLAM",
            "SILENCE",
            "BEAT", "PAUSE", "LATER", "CONTINUOUS", "MONTAGE", "V.O", "O.S", "VO", "OS", "NOW", "NO", "YES", "NOT",
            "AND", "CUT TO BLACK", "BLACK", "SPLASH", "RINGS", "SCREAMS", "RUN", "RUNS", "STOPS", "SCREAM", "EXPLODES");
    private static final Set<String> PEOPLE = Set.of("MAN", "WOMAN", "BOY", "GIRL", "CHILD", "GUARD", "COP", "OFFICER",
            "DRIVER", "WAITER", "WAITRESS", "SOLDIER", "DOCTOR", "NURSE", "PRIEST", "STRANGER", "SELLER", "CLERK",
            "CAPTAIN", "SAILOR", "KID", "MOTHER", "FATHER", "LADY", "THIEF", "TEACHER", "STUDENT", "BARTENDER");

    private Capitals() {}

    /** A run of capital words and what follows it up to the end of the sentence. */
    record Run(String words, String after) {
        /** {@code MARA (30s, …)}, {@code MARA, 30s}, {@code OLD WOMAN}: somebody, not something. */
        boolean introducesPerson() {
            return PEOPLE.contains(words.substring(words.lastIndexOf(' ') + 1)) || introduction(after).isPresent();
        }
    }

    /** The words with which a person is introduced: in brackets, or an age and more after a comma. */
    static Optional<String> introduction(String after) {
        if (after.startsWith(" (") && after.indexOf(')') > 2) {
            String inner = after.substring(2, after.indexOf(')')).strip();
            return Optional.of(inner).filter(Capitals::describes);
        }
        if (after.startsWith(", ") && after.length() > 2 && Character.isDigit(after.charAt(2))) {
            return Optional.of(age(after.substring(2)));
        }
        return Optional.empty();
    }

    /** {@code 60s, heavy, in a stained vest}: an age, and what follows it up to the first word that is done. */
    private static String age(String after) {
        String[] groups = after.split(", ");
        StringBuilder words = new StringBuilder(groups[0]);
        for (int i = 1; i < groups.length - 1 && !Words.of(groups[i] + " x").getFirst().endsWith("s"); i++) {
            words.append(", ").append(groups[i]);
        }
        String age = words.toString();
        return age.length() <= 120 && ".!?".indexOf(age.charAt(age.length() - 1)) < 0
                ? age
                : age.substring(0, Math.min(age.length() - 1, 120));
    }

    private static boolean describes(String inner) {
        List<String> words = Words.lower(inner);
        return inner.chars().anyMatch(Character::isDigit) || inner.indexOf(',') > 0
                || words.stream()
                        .anyMatch(word -> word.endsWith("ties") || word.endsWith("teens")
                                || Set.of("teen", "old", "young", "years", "boy", "girl", "man", "woman")
                                        .contains(word));
    }

    /** The runs of a sentence; a sentence wholly in capitals is shouting and has none. */
    static List<Run> runs(String sentence) {
        List<Run> runs = new ArrayList<>();
        if (sentence.chars().noneMatch(Character::isLowerCase)) {
            return runs;
        }
        int start = -1;
        int end = -1;
        for (int i = 0; i < sentence.length();) {
            int stop = wordEnd(sentence, i);
            boolean capital = stop > i && capital(sentence.substring(i, stop));
            if (capital) {
                start = start < 0 ? i : start;
                end = stop;
            }
            boolean joins = capital && stop + 1 < sentence.length() && sentence.charAt(stop) == ' '
                    && capital(sentence.substring(stop + 1, wordEnd(sentence, stop + 1)));
            if (capital && !joins) {
                add(runs, sentence, start, end);
                start = -1;
            }
            i = stop > i ? stop : i + 1;
        }
        return runs;
    }

    private static void add(List<Run> runs, String sentence, int start, int end) {
        String words = sentence.substring(start, end);
        words = words.endsWith("'S") || words.endsWith("\u2019S") ? words.substring(0, words.length() - 2) : words;
        words = words.startsWith("A ") ? words.substring(2) : words.startsWith("THE ") ? words.substring(4) : words;
        boolean thing = words.length() > 1 && !NOT_THINGS.contains(words)
                && words.chars().filter(Character::isLetter).count() > 1;
        if (thing) {
            runs.add(new Run(words, sentence.substring(end)));
        }
    }

    private static int wordEnd(String text, int from) {
        int end = from;
        while (end < text.length() && (Character.isLetterOrDigit(text.charAt(end)) || inner(text, end))) {
            end++;
        }
        return end;
    }

    private static boolean inner(String text, int at) {
        return "'\u2019-.".indexOf(text.charAt(at)) >= 0 && at + 1 < text.length()
                && Character.isLetterOrDigit(text.charAt(at + 1));
    }

    private static boolean capital(String word) {
        String stem = word.endsWith("'s") || word.endsWith("\u2019s") ? word.substring(0, word.length() - 2) : word;
        return stem.chars().anyMatch(Character::isUpperCase) && stem.chars().noneMatch(Character::isLowerCase)
                && !stem.equals("I");
    }
}
