package org.filmwright.story.prose;

import java.util.List;
import java.util.Optional;
import org.filmwright.story.Element;
import org.filmwright.story.ElementType;
import org.filmwright.story.Screenplay;

/** What a text without a telling name is: told by its scene headings and cues, or not at all. */
public sealed interface TextKind {
    /** Scene headings stand in it, as in a screenplay. */
    record Script() implements TextKind {}

    /** Sentences in paragraphs. */
    record Story() implements TextKind {}

    /** It could be either. @param why a sentence */
    record Unclear(String why) implements TextKind {}

    /** There is nothing to read in it. @param why a sentence */
    record Nothing(String why) implements TextKind {}

    /** So much stands before no first heading of a screenplay, in words. */
    int PREFACE = 250;
    int FEWEST = 3;

    static TextKind of(Screenplay read) {
        Optional<Element> heading = read.elements()
                .stream()
                .filter(element -> element.type() == ElementType.SCENE_HEADING)
                .findFirst();
        if (heading.isPresent()) {
            int before = words(read.elements().stream().takeWhile(each -> each != heading.get()).toList());
            return before <= PREFACE
                    ? new Script()
                    : new Unclear("%,d words of prose stand before the first scene heading, '%s' in line %d."
                            .formatted(before, heading.get().text(), heading.get().line()));
        }
        long cues = read.elements().stream().filter(each -> each.type() == ElementType.CHARACTER).count();
        int spoken = words(read.elements().stream().filter(each -> each.type() == ElementType.DIALOGUE).toList());
        int all = words(read.elements());
        if (cues >= FEWEST && spoken * 3 > all) {
            return new Unclear("It has " + cues
                    + " cues with speeches as a screenplay has them, but no scene heading.");
        }
        return nothing(read, all).<TextKind>map(why -> why).orElseGet(Story::new);
    }

    private static Optional<Nothing> nothing(Screenplay read, int words) {
        String text = read.source();
        long letters = text.chars().filter(Character::isLetter).count();
        long marks = text.chars().filter(c -> !Character.isWhitespace(c)).count();
        if (words < FEWEST) {
            return Optional.of(new Nothing("There is no sentence in it."));
        }
        return letters * 2 < marks
                ? Optional.of(new Nothing("Less than half of it is letters, so that nothing is told in it."))
                : Optional.empty();
    }

    private static int words(List<Element> elements) {
        return elements.stream().mapToInt(element -> Sentences.words(element.plain()).size()).sum();
    }
}
