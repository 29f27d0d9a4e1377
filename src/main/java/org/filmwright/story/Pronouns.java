package org.filmwright.story;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Learns from the script itself who is a he and who is a she. */
final class Pronouns {
    private static final Set<String> HE = Set.of("he", "him", "his", "himself");
    private static final Set<String> SHE = Set.of("she", "her", "hers", "herself");

    /** Votes for each name: above 0 is a he, below a she. */
    private final Map<String, Integer> votes = new HashMap<>();

    Pronouns(List<SceneText> scenes, Cast cast) {
        for (SceneText scene : scenes) {
            String last = "";
            for (Beat beat : scene.beats()) {
                if (beat instanceof Beat.Action(String text)) {
                    for (String sentence : Words.sentences(text)) {
                        List<String> named = cast.named(sentence);
                        List<String> words = Words.lower(sentence);
                        last = meant(last, named, words);
                        learn(last, words);
                    }
                }
            }
        }
    }

    /** Whom a sentence is about; nobody where that cannot be told. */
    private static String meant(String last, List<String> named, List<String> words) {
        if (named.isEmpty()) {
            return last;
        }
        boolean opens = words.getFirst().equals("he") || words.getFirst().equals("she");
        if (opens && named.size() == 1) {
            // She hands it to Ben: whoever she is, it is not Ben.
            return named.getFirst().equals(last) ? "" : last;
        }
        return named.size() == 1 ? named.getFirst() : "";
    }

    private void learn(String name, List<String> words) {
        boolean he = words.contains("he");
        boolean she = words.contains("she");
        if (!name.isEmpty() && he != she) {
            votes.merge(name, he ? 3 : -3, Integer::sum);
        } else if (!name.isEmpty() && !he) {
            boolean his = words.stream().anyMatch(HE::contains);
            boolean her = words.stream().anyMatch(SHE::contains);
            votes.merge(name, his == her ? 0 : his ? 1 : -1, Integer::sum);
        }
    }

    Optional<String> meant(String pronoun, List<String> lately) {
        int sign = HE.contains(pronoun) ? 1 : SHE.contains(pronoun) ? -1 : 0;
        if (sign == 0) {
            return Optional.empty();
        }
        return lately.reversed()
                .stream()
                .filter(name -> Integer.signum(votes.getOrDefault(name, 0)) == sign)
                .findFirst()
                .or(() -> lately.reversed().stream().filter(name -> votes.getOrDefault(name, 0) == 0).findFirst());
    }
}
