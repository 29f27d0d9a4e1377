package org.filmwright.story.prose;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Who speaks: whom the words beside a speech name, or whose turn it is. */
final class Speakers {
    private static final int REMEMBERED = 6;
    private static final Set<String> HE = Set.of("he", "him");
    private static final Set<String> SHE = Set.of("she", "her");
    private static final Set<String> SUBORDINATE = Set.of("as", "when", "while", "after", "before", "until", "though",
            "although", "since", "because", "if");
    /** Where the words do not say. */
    static final String NOBODY = "VOICE";
    /** Who tells the story as I. */
    static final String NARRATOR = "NARRATOR";

    private final Figures figures;
    private final List<String> lately = new ArrayList<>();
    private final List<Figure> met = new ArrayList<>();
    private final List<String> turns = new ArrayList<>();

    Speakers(Figures figures) {
        this.figures = figures;
    }

    /** Somebody else, somewhere else. */
    void newScene() {
        turns.clear();
        lately.clear();
    }

    /** Hears what is told between the speeches. @return whom it is about, if it says so */
    Optional<String> told(String sentence) {
        List<Figures.Mention> mentions = figures.mentions(sentence);
        String opening = Sentences.words(sentence).stream().findFirst().orElse("").toLowerCase(Locale.ROOT);
        Optional<String> meant = pronoun(opening, List.of());
        mentions.forEach(mention -> mention(mention.who()));
        Optional<String> subject = actor(sentence, mentions, SUBORDINATE.contains(opening)).or(() -> meant);
        // Whoever acts is whom the next pronoun means.
        subject.ifPresent(this::recall);
        return subject;
    }

    /** The first who does something; after {@code as} and {@code when} the last. */
    private static Optional<String> actor(String sentence, List<Figures.Mention> mentions, boolean subordinate) {
        List<String> acting = mentions.stream()
                .filter(mention -> Sentences.words(sentence.substring(mention.to()))
                        .stream()
                        .limit(1)
                        .anyMatch(word -> Lexicon.DOING.contains(word.toLowerCase(Locale.ROOT))))
                .map(mention -> mention.who().name())
                .toList();
        return acting.isEmpty()
                ? mentions.stream().filter(mention -> mention.from() <= 24).findFirst().map(each -> each.who().name())
                : Optional.of(subordinate ? acting.getLast() : acting.getFirst());
    }

    private void mention(Figure who) {
        met.remove(who);
        met.add(who);
        recall(who.name());
    }

    private void recall(String name) {
        lately.remove(name);
        lately.add(name);
        if (lately.size() > REMEMBERED) {
            lately.removeFirst();
        }
    }

    /** Whether the words only say {@code he} or {@code she}, who is whoever spoke before in the same paragraph. */
    static boolean isPronoun(String subject) {
        String word = subject.toLowerCase(Locale.ROOT);
        return HE.contains(word) || SHE.contains(word);
    }

    /** Whoever the subject of a tag is. */
    String named(String subject) {
        List<String> words = Sentences.words(subject).stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
        String last = words.isEmpty() ? "" : words.getLast();
        if (words.contains("other") || words.contains("others")) {
            return other();
        }
        if (words.size() == 1 && last.equals("i")) {
            return NARRATOR;
        }
        Optional<String> meant = words.size() == 1 ? pronoun(last, last(1)) : Optional.empty();
        if (meant.isPresent()) {
            met.stream()
                    .filter(each -> each.name().equals(meant.get()))
                    .forEach(each -> each.meant(HE.contains(last)));
            return meant.get();
        }
        Optional<Figure> called = HE.contains(last) || SHE.contains(last) ? Optional.empty() : figures.called(subject);
        called.ifPresent(this::mention);
        return called.map(Figure::name).orElseGet(this::other);
    }

    /** Whom a pronoun means: who was mentioned last, and not whoever has just spoken if there is another. */
    private Optional<String> pronoun(String word, List<String> not) {
        int sex = HE.contains(word) ? 1 : SHE.contains(word) ? -1 : 0;
        if (sex == 0) {
            return Optional.empty();
        }
        List<Figure> fitting = lately.reversed()
                .stream()
                .flatMap(name -> met.stream().filter(each -> each.name().equals(name)))
                .filter(each -> Integer.signum(each.sex()) == sex || each.sex() == 0)
                .toList();
        List<Figure> known = fitting.stream().filter(each -> each.sex() != 0).toList();
        return (known.isEmpty() ? fitting : known).stream()
                .filter(each -> !not.contains(each.name()))
                .map(Figure::name)
                .findFirst()
                .or(() -> fitting.stream().map(Figure::name).findFirst());
    }

    private List<String> last(int many) {
        return turns.subList(Math.max(0, turns.size() - many), turns.size());
    }

    /** Whose turn it is when the words name nobody: the one who spoke before the last, or else is there. */
    String other() {
        String last = turns.isEmpty() ? "" : turns.getLast();
        return turns.reversed()
                .stream()
                .filter(name -> !name.equals(last))
                .findFirst()
                .or(() -> lately.reversed().stream().filter(name -> !name.equals(last)).findFirst())
                .orElse(last.isEmpty() ? NOBODY : lately.isEmpty() ? NOBODY : last);
    }

    void speaks(String name) {
        turns.add(name);
        if (turns.size() > REMEMBERED) {
            turns.removeFirst();
        }
        recall(name);
    }
}
