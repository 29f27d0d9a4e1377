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
    private static final int REMEMBERED = 8;
    private static final Set<String> TOWARDS = Set
            .of("at", "to", "with", "beside", "towards", "toward", "for", "facing", "against");

    /** @param lately persons of this scene in the order they were mentioned, last at the end; those of this sentence join */
    static Moment of(String sentence, Cast cast, List<String> lately) {
        List<String> people = new ArrayList<>(people(sentence, cast, lately));
        people.removeIf(name -> !cast.isSeen(name));
        mention(people, lately);
        List<String> things = Capitals.runs(sentence)
                .stream()
                .map(Capitals.Run::words)
                .filter(thing -> !cast.has(thing) && cast.named(Words.title(thing)).isEmpty())
                .distinct()
                .toList();
        Optional<String> actor = people.stream().findFirst();
        boolean thingActs = !things.isEmpty() && !small(things.getFirst())
                && actor.filter(name -> first(sentence, name) < sentence.indexOf(things.getFirst())).isEmpty();
        return new Moment(sentence, people, thingActs ? Optional.of(things.getFirst()) : actor, things);
    }

    /** Moves names to the end of those mentioned lately; who has not been mentioned for long has left the picture. */
    static void mention(List<String> names, List<String> lately) {
        lately.removeAll(names);
        lately.addAll(names);
        while (lately.size() > REMEMBERED) {
            lately.removeFirst();
        }
    }

    private static int first(String sentence, String name) {
        int at = sentence.toLowerCase(Locale.ROOT).indexOf(name.toLowerCase(Locale.ROOT));
        return at < 0 && (sentence.startsWith("He ") || sentence.startsWith("She "))
                ? 0
                : at < 0 ? Integer.MAX_VALUE : at;
    }

    private static Set<String> people(String sentence, Cast cast, List<String> lately) {
        List<String> named = cast.named(sentence);
        List<String> words = Words.lower(sentence);
        int firstNamed = named.isEmpty() ? -1 : words.indexOf(Words.lower(named.getFirst()).getFirst());
        Set<String> people = new LinkedHashSet<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            List<String> here = named.stream().filter(name -> Words.lower(name).contains(word)).toList();
            boolean points = here.isEmpty() && points(words, i) && (i == 0 || i > firstNamed);
            people.addAll(here);
            if (points) {
                List<String> candidates = new ArrayList<>(lately);
                candidates.removeAll(people);
                candidates.addAll(people);
                cast.meant(word, candidates).ifPresent(people::add);
            } else if (word.equals("they")) {
                people.addAll(lately);
            }
        }
        people.addAll(named);
        return people;
    }

    /** Whether a pronoun brings somebody into the picture; what happens behind somebody does not. */
    private static boolean points(List<String> words, int at) {
        return at != 1 || words.get(1).equals("he") || words.get(1).equals("she") || TOWARDS.contains(words.getFirst());
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
        return !LARGE.contains(Words.lower(thing).getLast());
    }

    /** A few words about nothing new: {@code Locked.}, {@code The ship groans.} */
    boolean fragment() {
        return people.isEmpty() && things.isEmpty() && Words.count(text) <= 6;
    }

    boolean looks() {
        return Verbs.any(text, Verbs.LOOKING) && !text.toLowerCase(Locale.ROOT).contains("not look");
    }

    boolean brief() {
        return Words.count(text) <= 3;
    }

    boolean says(String word) {
        return Words.lower(text).contains(word);
    }

    double seconds() {
        return 0.2 * Words.countSeen(text);
    }
}
