package org.filmwright.agents.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.filmwright.agents.rules.Rulebook.Said;
import org.filmwright.agents.rules.Rulebook.Script;
import org.filmwright.base.TimeOfDay;
import org.filmwright.story.Person;
import org.filmwright.story.Scene;
import org.filmwright.story.Screenplay;

/** What does not agree in a script and can be found without understanding it. */
final class ContinuityRule {
    private static final List<String> CHECKED = List.of("spelling of places", "spelling of names",
            "night and day between continuous scenes", "how the script was read");

    private ContinuityRule() {}

    record Continuity(List<Row> violations, List<Change> changes, List<String> checked) {
        record Row(int scene, int line, String kind, String explanation, String suggestion) {}

        /** Words of the script, and what would mend them. */
        record Change(String before, String after, String why) {}
    }

    static Said continuity(Script script) {
        List<Continuity.Row> rows = new ArrayList<>();
        List<Continuity.Change> changes = new ArrayList<>();
        places(script, rows, changes);
        names(script, rows);
        light(script, rows);
        for (Screenplay.Warning warning : script.screenplay().warnings()) {
            rows.add(new Continuity.Row(0, warning.line(), "reading", warning.message(),
                    "Look at that line; change it if it is not what was meant."));
        }
        List<Continuity.Row> asked = rows.stream().filter(row -> row.scene() == 0 || script.asks(row.scene())).toList();
        return new Said(new Continuity(asked, changes, CHECKED), 0.7,
                List.of("Looks, wardrobe, injuries and what is said are not read by rule."));
    }

    private static void places(Script script, List<Continuity.Row> rows, List<Continuity.Change> changes) {
        Map<String, Scene> first = new LinkedHashMap<>();
        script.plan().scenes().forEach(scene -> first.putIfAbsent(scene.place().location(), scene));
        List<String> names = List.copyOf(first.keySet());
        for (int i = 1; i < names.size(); i++) {
            String name = names.get(i);
            Scene scene = first.get(name);
            names.subList(0, i)
                    .stream()
                    .filter(other -> nearly(name, other))
                    .findFirst()
                    .ifPresent(other -> {
                        rows.add(new Continuity.Row(scene.number(), scene.line(), "place",
                                "'" + name + "' and '" + other + "' are written almost alike.",
                                "If they are one place, write both the same way."));
                        rewritten(script, scene, name, other).ifPresent(changes::add);
                    });
        }
    }

    /** The heading with the name that came first; only where the heading has it letter by letter. */
    private static Optional<Continuity.Change> rewritten(Script script, Scene scene, String name, String other) {
        return Optional.of(scene.heading())
                .filter(heading -> script.asks(scene.number()) && heading.contains(name))
                .map(heading -> new Continuity.Change(heading, heading.replace(name, other),
                        "Scene " + script.plan()
                                .scenes()
                                .stream()
                                .filter(each -> each.place().location().equals(other))
                                .findFirst()
                                .map(Scene::label)
                                .orElse("") + " writes it so."));
    }

    private static void names(Script script, List<Continuity.Row> rows) {
        List<String> names = script.plan().cast().stream().map(Person::name).toList();
        for (int i = 1; i < names.size(); i++) {
            String name = names.get(i);
            Optional<Scene> scene = script.plan()
                    .scenes()
                    .stream()
                    .filter(each -> each.characters().contains(name))
                    .findFirst();
            Optional<String> alike = names.subList(0, i).stream().filter(other -> nearly(name, other)).findFirst();
            if (scene.isPresent() && alike.isPresent()) {
                rows.add(new Continuity.Row(scene.get().number(), scene.get().line(), "name",
                        "'" + name + "' and '" + alike.get() + "' are written almost alike.",
                        "If they are one person, write both the same way; if not, names that differ more are easier to follow."));
            }
        }
    }

    /** A scene that goes straight on keeps its light. */
    private static void light(Script script, List<Continuity.Row> rows) {
        List<Scene> scenes = script.plan().scenes();
        for (int i = 1; i < scenes.size(); i++) {
            Scene scene = scenes.get(i);
            TimeOfDay before = scenes.get(i - 1).place().time();
            boolean goesOn = scene.heading().contains("CONTINUOUS") || scene.heading().contains("MOMENTS LATER");
            if (goesOn && (before == TimeOfDay.NIGHT) != (scene.place().time() == TimeOfDay.NIGHT)) {
                rows.add(new Continuity.Row(scene.number(), scene.line(), "light",
                        "The scene goes straight on, but it is " + scene.place().time() + " and was " + before + ".",
                        "Give both scenes the same time of day, or let time pass between them."));
            }
        }
    }

    /** One letter more, less or other, in words of five letters and more; or only an article more. */
    static boolean nearly(String a, String b) {
        String one = a.replaceFirst("^(THE|A|AN) ", "");
        String other = b.replaceFirst("^(THE|A|AN) ", "");
        if (one.equals(other)) {
            return !a.equals(b);
        }
        if (Math.min(one.length(), other.length()) < 5 || Math.abs(one.length() - other.length()) > 1) {
            return false;
        }
        int start = 0;
        int least = Math.min(one.length(), other.length());
        while (start < least && one.charAt(start) == other.charAt(start)) {
            start++;
        }
        int end = 0;
        while (end < least - start
                && one.charAt(one.length() - 1 - end) == other.charAt(other.length() - 1 - end)) {
            end++;
        }
        boolean digit = start < one.length() && Character.isDigit(one.charAt(start))
                || start < other.length() && Character.isDigit(other.charAt(start));
        return !digit && Math.max(one.length(), other.length()) - start - end <= 1;
    }
}
