package org.filmwright.story.prose;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Somebody in a story, while it is read: by name ({@code Mara}), or by what they are ({@code the keeper}). */
final class Figure {
    private final List<String> words;
    private final boolean role;
    private final Set<String> adjectives = new HashSet<>();
    private final List<String> looks = new ArrayList<>();
    private boolean aged;
    private int sex;
    private int evidence;
    private int mentions;

    Figure(List<String> words, boolean role) {
        this.words = List.copyOf(words);
        this.role = role;
        words.forEach(word -> is(word.toLowerCase(Locale.ROOT)));
    }

    /** A word for what they are, which tells a he from a she, and the old from the young. */
    void is(String what) {
        sex += Lexicon.MALE.contains(what) ? 9 : Lexicon.FEMALE.contains(what) ? -9 : 0;
        aged |= Lexicon.AGED.contains(what);
    }

    /** As cues name them. */
    String name() {
        return String.join(" ", words).toUpperCase(Locale.ROOT);
    }

    List<String> words() {
        return words;
    }

    boolean isRole() {
        return role;
    }

    void hint(int weight) {
        evidence += weight;
        mentions++;
    }

    void describe(List<String> with) {
        with.forEach(word -> {
            if (adjectives.add(word) && looks.size() < 4 && !words.contains(word)) {
                looks.add(word);
            }
        });
    }

    boolean isCalled(String adjective) {
        return adjectives.contains(adjective);
    }

    void meant(boolean male) {
        sex += male ? 1 : -1;
    }

    /** Above 0 a he, below a she. */
    int sex() {
        return sex;
    }

    boolean isSomebody() {
        return evidence >= (role && mentions < 2 ? 2 : 1);
    }

    int mentions() {
        return mentions;
    }

    /** What a screenplay says at their first entrance: {@code old, man}. */
    String introduction() {
        boolean said = words.stream().anyMatch(word -> isPlain(word.toLowerCase(Locale.ROOT)));
        boolean young = looks.stream().anyMatch(Lexicon.CHILDREN::contains);
        String kind = said || looks.stream().anyMatch(Figure::isPlain)
                ? ""
                : sex > 0 ? "man" : sex < 0 ? young ? "girl" : "woman" : "adult";
        return String.join(", ",
                Stream.concat(looks.stream(), Stream.of(aged ? ("old " + kind).strip() : kind))
                        .filter(word -> !word.isEmpty())
                        .toList());
    }

    /** As the story says it, and whether that is a man or a woman where it does not. */
    String introduction(String told) {
        boolean said = Sentences.words(told).stream().anyMatch(word -> isPlain(word.toLowerCase(Locale.ROOT)));
        String kind = sex > 0 ? "man" : sex < 0 ? "woman" : "adult";
        return said ? told : told + ", " + kind;
    }

    private static boolean isPlain(String word) {
        return Set.of("man", "woman", "boy", "girl", "lady", "gentleman", "child", "adult").contains(word);
    }
}
