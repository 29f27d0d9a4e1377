package org.filmwright.agents.rules;

import java.util.List;
import java.util.stream.Stream;
import org.filmwright.agents.rules.Rulebook.Said;
import org.filmwright.agents.rules.Rulebook.Script;
import org.filmwright.story.DialogueTiming;
import org.filmwright.story.Line;
import org.filmwright.story.Person;
import org.filmwright.story.Scene;
import org.filmwright.story.ShotPlan;

/** Who is in the film and what they say. */
final class CastRules {
    private CastRules() {}

    record Characters(List<Row> characters) {
        record Row(String name, String description, List<Integer> scenes, int lines) {}
    }

    static Said characters(Script script) {
        List<Characters.Row> rows = script.plan()
                .cast()
                .stream()
                .map(person -> row(script, person))
                .filter(row -> !row.scenes().isEmpty())
                .toList();
        List<String> doubts = rows.stream()
                .filter(row -> row.description().isEmpty())
                .map(row -> "The script never says what " + row.name() + " looks like.")
                .limit(10)
                .toList();
        return new Said(new Characters(rows), 0.9, doubts);
    }

    private static Characters.Row row(Script script, Person person) {
        List<Integer> scenes = script.plan()
                .scenes()
                .stream()
                .filter(scene -> script.asks(scene.number()) && scene.characters().contains(person.name()))
                .map(Scene::number)
                .toList();
        long lines = spoken(script).filter(line -> speaks(line.speaker(), person)).count();
        return new Characters.Row(person.name(), person.description(), scenes, (int) lines);
    }

    private static boolean speaks(String cue, Person person) {
        return List.of(cue.split(" & ")).contains(person.name());
    }

    private static Stream<Line> spoken(Script script) {
        return script.plan()
                .shots()
                .stream()
                .filter(shot -> script.asks(shot.scene()))
                .flatMap(shot -> shot.content().lines().stream());
    }

    record Dialogue(List<Row> lines) {
        record Row(int scene, String shot, String speaker, String manner, String text, double seconds) {}
    }

    static Said dialogue(Script script) {
        List<Dialogue.Row> rows = script.plan()
                .shots()
                .stream()
                .filter(shot -> script.asks(shot.scene()))
                .flatMap(shot -> DialogueTiming.of(shot)
                        .stream()
                        .map(heard -> new Dialogue.Row(shot.scene(), shot.label(), heard.line().speaker(),
                                heard.line().manner(), heard.line().text(),
                                SceneRules.tenths(heard.end() - heard.start()))))
                .toList();
        return new Said(new Dialogue(rows), 0.95, List.of("Seconds are estimated at 0.3 s a word."));
    }

    record Credits(String title, List<Card> cards, List<Player> cast) {
        record Card(String role, List<String> names) {}

        record Player(String character, String player) {}
    }

    /** What the title page says; who plays whom no script knows. */
    static Said credits(Script script) {
        ShotPlan plan = script.plan();
        List<String> authors = Stream.of("author", "authors")
                .flatMap(key -> script.screenplay().titlePage().values(key).stream())
                .toList();
        List<String> source = script.screenplay().titlePage().values("source");
        String role = String.join(" ", script.screenplay().titlePage().values("credit"));
        List<Credits.Card> cards = Stream
                .of(new Credits.Card(role.isBlank() ? "Written by" : role, authors),
                        new Credits.Card("Based on", source))
                .filter(card -> !card.names().isEmpty())
                .toList();
        List<Credits.Player> cast = plan.cast().stream().map(person -> new Credits.Player(person.name(), "")).toList();
        List<String> doubts = authors.isEmpty()
                ? List.of("The title page names no author.", "No script says who plays whom.")
                : List.of("No script says who plays whom.");
        return new Said(new Credits(plan.title(), cards, cast), 0.85, doubts);
    }
}
