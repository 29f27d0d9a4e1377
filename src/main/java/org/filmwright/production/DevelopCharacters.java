package org.filmwright.production;

import java.util.List;
import java.util.stream.Collectors;
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
        return StepAnswers.of(new ReadScript(records).script(order), script -> StepResult.done(
                Json.of(characters(Planner.plan(script.screenplay(), order.seed())))));
    }

    static Characters characters(ShotPlan plan) {
        List<Character> people = plan.cast().stream().map(person -> character(plan, person)).toList();
        String summary = people.stream()
                .map(each -> each.name() + (each.description().isBlank() ? "" : " (" + each.description() + ")"))
                .collect(Collectors.joining("; "));
        return new Characters(summary.isEmpty() ? "Nobody is named." : summary + ".", people);
    }

    private static Character character(ShotPlan plan, Person person) {
        String name = person.name();
        int scenes = (int) plan.scenes().stream().filter(scene -> scene.characters().contains(name)).count();
        int shots = (int) plan.shots().stream().filter(shot -> shot.content().people().contains(name)).count();
        int lines = (int) plan.shots()
                .stream()
                .flatMap(shot -> shot.content().lines().stream())
                .filter(line -> line.speaker().equals(name))
                .count();
        return new Character(name, person.description(), scenes, shots, lines);
    }
}
