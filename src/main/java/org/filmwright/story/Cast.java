package org.filmwright.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Everybody in the film, in order of appearance: who they are, who is ever seen, and which words mean them. */
final class Cast {
    private static final Set<String> COMMON = Set.of("the", "old", "young", "man", "woman", "boy", "girl", "mr", "mrs",
            "ms", "dr", "of", "in", "a", "first", "second", "big", "little");

    private final Map<String, String> descriptions = new LinkedHashMap<>();
    private final Set<String> spoken = new LinkedHashSet<>();
    private final Set<String> seen = new LinkedHashSet<>();
    private final Map<String, List<String>> byWord = new HashMap<>();
    private final Map<String, Integer> ranks = new HashMap<>();
    private final Pronouns pronouns;

    Cast(List<SceneText> scenes) {
        scenes.forEach(scene -> scene.beats().forEach(this::collect));
        Map<String, Set<String>> words = words();
        Map<String, Integer> shared = new HashMap<>();
        words.values().forEach(own -> own.forEach(word -> shared.merge(word, 1, Integer::sum)));
        words.forEach((name, own) -> {
            ranks.put(name, ranks.size());
            own.stream()
                    .filter(word -> (!COMMON.contains(word) && shared.get(word) == 1)
                            || word.equals(name.toLowerCase(Locale.ROOT)))
                    .forEach(word -> byWord.computeIfAbsent(word, any -> new ArrayList<>()).add(name));
        });
        pronouns = new Pronouns(scenes, this);
    }

    /** Every person and the words of their name; FRANK DELGADO, who speaks as FRANK, is one person with both words. */
    private Map<String, Set<String>> words() {
        Map<String, Set<String>> words = new LinkedHashMap<>();
        Map<String, String> spokenAs = new HashMap<>();
        Map<String, List<String>> speakers = new HashMap<>();
        spoken.forEach(name -> Words.lower(name)
                .forEach(word -> speakers.computeIfAbsent(word, any -> new ArrayList<>()).add(name)));
        descriptions.keySet()
                .stream()
                .filter(name -> !spoken.contains(name))
                .forEach(name -> shorter(name, speakers).ifPresent(cue -> spokenAs.put(name, cue)));
        Map<String, String> merged = new LinkedHashMap<>();
        descriptions.forEach((name, description) -> {
            String person = spokenAs.getOrDefault(name, name);
            words.computeIfAbsent(person, any -> new LinkedHashSet<>(Words.lower(person))).addAll(Words.lower(name));
            merged.merge(person, description, (before, now) -> before.isEmpty() ? now : before);
        });
        spokenAs.forEach((name, cue) -> {
            if (seen.remove(name)) {
                seen.add(cue);
            }
        });
        descriptions.clear();
        descriptions.putAll(merged);
        return words;
    }

    /** The one cue that is made of some words of a name. */
    private static Optional<String> shorter(String name, Map<String, List<String>> speakers) {
        List<String> own = Words.lower(name);
        List<String> cues = own.stream()
                .filter(word -> !COMMON.contains(word))
                .flatMap(word -> speakers.getOrDefault(word, List.of()).stream().limit(8))
                .filter(cue -> own.containsAll(Words.lower(cue)))
                .distinct()
                .toList();
        return cues.size() == 1 ? Optional.of(cues.getFirst()) : Optional.empty();
    }

    private void collect(Beat beat) {
        switch (beat) {
            case Beat.Action(String text) -> Words.sentences(text)
                    .stream()
                    .flatMap(sentence -> Capitals.runs(sentence).stream())
                    .filter(Capitals.Run::introducesPerson)
                    .forEach(run -> {
                        add(run.words(), Capitals.introduction(run.after()).orElse(""));
                        seen.add(run.words());
                    });
            case Beat.Speech speech -> speech.speakers().forEach(name -> {
                add(name, "");
                spoken.add(name);
                if (!speech.unseen()) {
                    seen.add(name);
                }
            });
        }
    }

    private void add(String name, String description) {
        descriptions.merge(name, description, (before, now) -> before.isEmpty() ? now : before);
    }

    List<Person> people() {
        return descriptions.entrySet().stream().map(entry -> new Person(entry.getKey(), entry.getValue())).toList();
    }

    boolean has(String name) {
        return descriptions.containsKey(name);
    }

    /** Whether somebody is ever in the picture; a voice on the radio is not. */
    boolean isSeen(String name) {
        return seen.contains(name);
    }

    /** Those who are seen, left to right: in order of appearance, the same in every scene. */
    List<String> leftToRight(Set<String> names) {
        return names.stream().filter(this::isSeen).sorted(Comparator.comparing(ranks::get)).toList();
    }

    /** The persons whom a sentence names, in its order; a name begins with a capital. */
    List<String> named(String sentence) {
        Set<String> names = new LinkedHashSet<>();
        for (String word : Words.of(sentence)) {
            if (Character.isUpperCase(word.charAt(0))) {
                names.addAll(byWord.getOrDefault(word.toLowerCase(Locale.ROOT), List.of()));
            }
        }
        return List.copyOf(names);
    }

    /** Whom {@code he} or {@code she} means, going back through those mentioned lately, last first. */
    Optional<String> meant(String pronoun, List<String> lately) {
        return pronouns.meant(pronoun, lately);
    }
}
