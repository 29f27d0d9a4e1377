package org.filmwright.production;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.filmwright.engine.StepContext;
import org.filmwright.engine.StepHandler;
import org.filmwright.engine.StepResult;
import org.filmwright.story.Person;
import org.filmwright.story.Planner;
import org.filmwright.story.ShotPlan;

/** The people of the film, from the script's cues and introductions: who they are, how they look, how much they are in it. */
record DevelopCharacters(Records records) implements StepHandler {
    /** What this step answers. */
    record Characters(String summary, List<Character> characters) {}

    /** @param description as the script introduces them; what is written here instead is what will be drawn */
    record Character(String name, String description, int scenes, int shots, int lines) {}

    @Override
    public StepResult run(StepContext context) {
        MakeOrder order = Json.read(context.input(), StepOrder.class).make();
        return StepAnswers.of(new ReadScript(records).script(order), script -> StepResult.done(Json.of(
                characters(Planner.plan(script.screenplay(), order.seed()), written(context)))));
    }

    /** What an agent before this step says of people, by their names. */
    private static Map<String, String> written(StepContext context) {
        Map<String, String> people = new LinkedHashMap<>();
        context.upstream()
                .values()
                .forEach(output -> Json.tree(output)
                        .at("/answer/characters")
                        .forEach(each -> people.put(each.path("name").asText().toUpperCase(Locale.ROOT),
                                each.path("description").asText())));
        return people;
    }

    static Characters characters(ShotPlan plan, Map<String, String> written) {
        List<Character> inScript = plan.cast().stream().map(person -> character(plan, person, written)).toList();
        List<String> known = inScript.stream().map(Character::name).toList();
        List<Character> people = Stream.concat(inScript.stream(), written.entrySet()
                .stream()
                .filter(each -> !known.contains(each.getKey()))
                .map(each -> new Character(each.getKey(), each.getValue(), 0, 0, 0))).toList();
        String summary = people.stream()
                .map(each -> each.name() + (each.description().isBlank() ? "" : " (" + each.description() + ")"))
                .collect(Collectors.joining("; "));
        return new Characters(summary.isEmpty() ? "Nobody is named." : summary + ".", people);
    }

    private static Character character(ShotPlan plan, Person person, Map<String, String> written) {
        String name = person.name();
        int scenes = (int) plan.scenes().stream().filter(scene -> scene.characters().contains(name)).count();
        int shots = (int) plan.shots().stream().filter(shot -> shot.content().people().contains(name)).count();
        int lines = (int) plan.shots()
                .stream()
                .flatMap(shot -> shot.content().lines().stream())
                .filter(line -> line.speaker().equals(name))
                .count();
        String said = written.getOrDefault(name, "");
        return new Character(name, said.isBlank() ? person.description() : said, scenes, shots, lines);
    }
}
