package org.filmwright.story;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * One sentence of action, read for the camera.
 *
 * @param people named in it or meant by its pronouns, and ever seen
 * @param subject the first of them
 * @param things in capitals
 */
record Moment(String text, List<String> people, Optional<String> subject, List<String> things) {
    /** Too large to fill a frame with a hand beside it. */
    private static final Set<String> LARGE = Set.of("car", "truck", "bus", "van", "train", "tram", "ship", "ferry",
            "boat", "plane", "helicopter", "gate", "door", "house", "tower", "crane", "bridge", "robot", "lanterns",
            "building", "moon", "fire", "crowd", "horse", "tree");
    private static final Set<String> TOWARDS = Set
            .of("at", "to", "with", "beside", "towards", "toward", "for", "facing", "against");

    /** @param lately persons of this scene in the order they were mentioned, last at the end; those of this sentence join */
    static Moment of(String sentence, Cast cast, List<String> lately) {
        Set<String> people = new LinkedHashSet<>();
        List<String> named = cast.named(sentence);
        List<String> words = Words.lower(sentence);
        String firstName = named.isEmpty() ? "" : Words.lower(named.getFirst()).getFirst();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (named.stream().anyMatch(name -> Words.lower(name).contains(word))) {
                named.stream().filter(name -> Words.lower(name).contains(word)).forEach(people::add);
            } else if (acts(word) && !(people.isEmpty() && words.indexOf(firstName) > i)) {
                cast.meant(word, lately).ifPresent(people::add);
            } else if (word.equals("they") || word.equals("both")) {
                people.addAll(lately);
            } else if (i > 0 && TOWARDS.contains(words.get(i - 1))) {
                others(cast.meant(word, lately), people);
            }
        }
        people.removeIf(name -> !cast.isSeen(name));
        people.forEach(name -> {
            lately.remove(name);
            lately.add(name);
        });
        List<String> things = Capitals.runs(sentence)
                .stream()
                .map(Capitals.Run::words)
                .filter(thing -> !cast.has(thing) && cast.named(Words.title(thing)).isEmpty())
                .distinct()
                .toList();
        List<String> all = new ArrayList<>(people);
        return new Moment(sentence, all, all.stream().findFirst(), things);
    }

    private static boolean acts(String word) {
        return word.equals("he") || word.equals("she");
    }

    private static void others(Optional<String> person, Set<String> people) {
        person.ifPresent(people::add);
    }

    /** A thing in capitals that fills the sentence: nobody acts in it. */
    boolean insert() {
        return people.isEmpty() && things.stream().anyMatch(Moment::small);
    }

    /** Somebody has a thing in capitals in their hands. */
    boolean handles() {
        return !people.isEmpty() && things.stream().anyMatch(Moment::small) && Verbs.any(text, Verbs.HANDLING);
    }

    static boolean small(String thing) {
        return Words.lower(thing).stream().noneMatch(LARGE::contains);
    }

    /** Three words or fewer about nothing new: {@code Locked.}, {@code Tilts.} */
    boolean fragment() {
        return people.isEmpty() && things.isEmpty() && Words.count(text) <= 3;
    }

    boolean looks() {
        return Verbs.any(text, Verbs.LOOKING) && !text.toLowerCase(Locale.ROOT).contains("not look");
    }

    double seconds() {
        return 0.2 * Words.countSeen(text);
    }
}
