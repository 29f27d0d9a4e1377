package org.filmwright.agents.rules;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.filmwright.agents.rules.Rulebook.Said;
import org.filmwright.agents.rules.Rulebook.Script;
import org.filmwright.story.Element;
import org.filmwright.story.ElementType;
import org.filmwright.story.Screenplay;
import org.filmwright.story.Shot;

/** The story in one sentence, where the script has one: its title page, its synopsis, or else its first action. */
final class LoglineRule {
    private static final int LONGEST = 400;

    private LoglineRule() {}

    record Logline(String logline, String source) {}

    static Said logline(Script script) {
        Screenplay screenplay = script.screenplay();
        Optional<Said> written = Stream.of("logline", "log line", "summary")
                .map(key -> String.join(" ", screenplay.titlePage().values(key)))
                .filter(Predicate.not(String::isBlank))
                .findFirst()
                .map(text -> new Said(new Logline(Lines.shortened(text, LONGEST), "title page"), 0.95, List.of()));
        Optional<Said> synopsis = first(screenplay, ElementType.SYNOPSIS)
                .map(text -> new Said(new Logline(Lines.shortened(text, LONGEST), "synopsis"), 0.75,
                        List.of("A synopsis may speak of one scene only.")));
        return written.or(() -> synopsis)
                .orElseGet(() -> new Said(new Logline(Lines.shortened(firstAction(script), LONGEST), "first action"),
                        0.3,
                        List.of("This is only the first thing that somebody does; it names no want and no obstacle.")));
    }

    private static Optional<String> first(Screenplay screenplay, ElementType type) {
        return screenplay.elements()
                .stream()
                .filter(element -> element.type() == type)
                .map(Element::plain)
                .map(text -> text.replaceAll("\\s+", " ").strip())
                .filter(Predicate.not(String::isBlank))
                .findFirst();
    }

    /** The first time somebody does something, or else whatever happens first. */
    private static String firstAction(Script script) {
        return script.plan()
                .shots()
                .stream()
                .sorted(Comparator.comparing((Shot shot) -> shot.content().people().isEmpty()))
                .findFirst()
                .map(shot -> shot.content().action())
                .orElse(script.plan().scenes().getFirst().heading());
    }
}
