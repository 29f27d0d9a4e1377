package org.filmwright.story;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.filmwright.base.CameraAngle;
import org.filmwright.base.Setting;
import org.filmwright.base.Weather;
import org.filmwright.story.Bible.Kind;

/** A shot in the words that picture models are asked with: framing, who and what they do, place, light. */
public final class ShotPrompt {
    private ShotPrompt() {}

    /** As a person wrote it, else as the plan has it. */
    public static String of(ShotPlan plan, Shot shot) {
        return plan.wordingOf(shot)
                .map(Wording::prompt)
                .filter(prompt -> !prompt.isEmpty())
                .orElseGet(() -> byRule(plan, shot));
    }

    /** What is not to be seen; empty where nobody wrote anything. */
    public static String negative(ShotPlan plan, Shot shot) {
        return plan.wordingOf(shot).map(Wording::negative).orElse("");
    }

    public static String byRule(ShotPlan plan, Shot shot) {
        Shot.Content content = shot.content();
        String who = plan.cast()
                .stream()
                .filter(person -> content.people().contains(person.name()))
                .map(person -> looks(person, shot))
                .collect(Collectors.joining(" and "));
        String what = Words.withoutBrackets(content.action());
        return sentence(framing(shot) + (who.isEmpty() ? "" : " of " + who)) + " " + sentence(what)
                + props(plan, content) + " " + sentence(place(plan, plan.sceneOf(shot).place())) + world(plan);
    }

    /** What holds in every picture of the film. */
    private static String world(ShotPlan plan) {
        return plan.portraitOf(Kind.WORLD, Bible.FILM).map(words -> " " + sentence(words)).orElse("");
    }

    private static String framing(Shot shot) {
        CameraAngle angle = shot.framing().angle();
        String size = shot.framing().size().words() + " shot";
        String subject = shot.content().people().isEmpty()
                ? shot.content().focus().map(thing -> " of the " + thing.toLowerCase(Locale.ROOT)).orElse("")
                : "";
        return capital(size) + (angle == CameraAngle.EYE_LEVEL ? "" : ", " + angle.words()) + subject;
    }

    /** As introduced, and what has changed by now. */
    private static String looks(Person person, Shot shot) {
        String words = Stream.of(person.description(), person.in(shot.id()).map(Person.Condition::words).orElse(""))
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining("; "));
        return Words.title(person.name()) + (words.isEmpty() ? "" : " (" + words + ")");
    }

    /** What the action does not name, and what somebody said how it looks. */
    private static String props(ShotPlan plan, Shot.Content content) {
        List<String> props = content.props()
                .stream()
                .filter(prop -> plan.portraitOf(Kind.PROP, prop).isPresent()
                        || !content.action().toLowerCase(Locale.ROOT).contains(prop.toLowerCase(Locale.ROOT)))
                .map(prop -> prop.toLowerCase(Locale.ROOT) + looks(plan, Kind.PROP, prop))
                .toList();
        return props.isEmpty() ? "" : " With " + String.join(", ", props) + ".";
    }

    private static String looks(ShotPlan plan, Kind kind, String name) {
        return plan.portraitOf(kind, name).map(words -> " (" + words + ")").orElse("");
    }

    private static String place(ShotPlan plan, Place place) {
        String where = switch (place.setting()) {
            case INT -> "Interior";
            case EXT -> "Exterior";
            case INT_EXT -> "Interior and exterior";
        };
        boolean shown = place.weather() != Weather.CLEAR;
        return where + ", " + place.location().toLowerCase(Locale.ROOT)
                + looks(plan, Kind.LOCATION, place.location()) + ", " + light(place)
                + (shown ? ", " + weather(place) : "");
    }

    private static String light(Place place) {
        boolean inside = place.setting() == Setting.INT;
        return switch (place.time()) {
            case DAWN -> inside ? "dawn, grey first light at the windows" : "dawn, cold sky, warm horizon";
            case MORNING -> inside ? "morning, clear low light through the windows" : "morning, clear low sun";
            case DAY -> inside ? "day, soft light from the windows" : "day, natural light";
            case DUSK -> inside ? "dusk, last light and first lamps" : "dusk, deep sky, low warm light";
            case NIGHT -> inside
                    ? "night, one pool of lamp light in the dark"
                    : "night, pools of lamp light in the dark";
        };
    }

    private static String weather(Place place) {
        String name = place.weather().name().toLowerCase(Locale.ROOT);
        return place.setting() == Setting.INT ? name + " outside" : name;
    }

    private static String sentence(String words) {
        String text = capital(words.strip());
        return text.isEmpty() || ".!?\u2026".indexOf(text.charAt(text.length() - 1)) >= 0 ? text : text + ".";
    }

    private static String capital(String words) {
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
