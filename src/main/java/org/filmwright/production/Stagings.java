package org.filmwright.production;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.filmwright.generate.Staging;
import org.filmwright.story.Line;
import org.filmwright.story.Person;
import org.filmwright.story.Place;
import org.filmwright.story.Scene;
import org.filmwright.story.Shot;
import org.filmwright.story.ShotPlan;
import org.filmwright.story.Wording;

/** Turns a planned shot into what the storyboard artist stages. Pure. */
final class Stagings {
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?])\\s+");

    private Stagings() {}

    static Staging of(ShotPlan plan, Shot shot) {
        Scene scene = plan.sceneOf(shot);
        Shot.Content content = shot.content();
        List<Staging.Person> people = content.people().stream().map(name -> person(plan, scene, shot, name)).toList();
        return new Staging(placeOf(scene.place()), shot.framing().size(), shot.framing().angle(), people,
                content.props(), asked(plan, shot), slate(shot));
    }

    /** Whoever stages instead of reading prompts finds poses, weather and props in the words that count. */
    private static String asked(ShotPlan plan, Shot shot) {
        return plan.wordingOf(shot)
                .map(Wording::prompt)
                .filter(words -> !words.isEmpty())
                .orElse(shot.content()
                        .action());
    }

    private static Staging.Place placeOf(Place place) {
        return new Staging.Place(place.setting(), place.location(), place.time(), place.weather());
    }

    private static Staging.Person person(ShotPlan plan, Scene scene, Shot shot, String name) {
        Shot.Content content = shot.content();
        String description = plan.cast()
                .stream()
                .filter(person -> person.name().equals(name))
                .map(person -> looks(person, shot))
                .findFirst()
                .orElse("");
        boolean focus = content.focus().map(name::equals).orElse(content.people().size() == 1);
        return new Staging.Person(name, description, focus, doing(content, name), mood(content, name),
                partner(scene, content, name), side(scene, name));
    }

    /** What is worn by now counts before the words of the introduction. */
    private static String looks(Person person, Shot shot) {
        return person.in(shot.id())
                .map(Person.Condition::wardrobe)
                .filter(words -> !words.isEmpty() && !words.startsWith("without "))
                .map(words -> words + ", " + person.description())
                .orElse(person.description());
    }

    /** The sentences that name the person; all of them when nobody else is in the frame. */
    private static String doing(Shot.Content content, String name) {
        if (content.people().size() == 1) {
            return content.action();
        }
        String key = name.toLowerCase(Locale.ROOT);
        return SENTENCE_END.splitAsStream(content.action())
                .filter(sentence -> sentence.toLowerCase(Locale.ROOT).contains(key))
                .collect(Collectors.joining(" "));
    }

    /** Parenthetical and last punctuation of what the person says here: {@code quietly ?}. */
    private static String mood(Shot.Content content, String name) {
        return content.lines()
                .stream()
                .filter(line -> line.speaker().equals(name))
                .map(line -> (line.manner() + " " + ending(line)).strip())
                .collect(Collectors.joining(" "));
    }

    private static String ending(Line line) {
        String text = line.text().strip();
        return text.endsWith("!")
                ? "!"
                : text.endsWith("?") ? "?" : text.endsWith("...") || text.endsWith("…") ? "…" : "";
    }

    /** Who the person looks at: the speaker, or for the speaker the other one in the frame or the scene. */
    private static Optional<String> partner(Scene scene, Shot.Content content, String name) {
        Stream<String> speakers = content.lines().stream().map(Line::speaker);
        return Stream.concat(speakers, Stream.concat(content.people().stream(), scene.characters().stream()))
                .filter(other -> !other.equals(name))
                .findFirst();
    }

    /** The first character of a scene holds its left side, the second its right, and so on in turn. */
    private static int side(Scene scene, String name) {
        int place = scene.characters().indexOf(name);
        if (place < 0 || scene.characters().size() < 2) {
            return 0;
        }
        return place % 2 == 0 ? -1 : 1;
    }

    private static String slate(Shot shot) {
        String who = String.join(", ", shot.content().people());
        return Stream.of(shot.label(), shot.framing().size().name(), who, shot.camera().move().word())
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining("   "));
    }
}
