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
                        last = named.size() == 1 ? named.getFirst() : named.isEmpty() ? last : "";
                        learn(last, Words.lower(sentence));
                    }
                }
            }
        }
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
