package org.filmwright.production;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.filmwright.engine.flow.Texts;
import org.filmwright.story.Person;
import org.filmwright.story.ShotPlan;

/** What a person accepted or wrote at the gates before the plan: the title, and how people look. */
record Judged(List<JsonNode> results) {
    /** @param upstream outputs of the steps before; those of gates hold the result that counts as {@code about} */
    static Judged in(Collection<String> upstream) {
        return new Judged(upstream.stream().map(Texts::tree).map(output -> output.path("about")).toList());
    }

    /** The plan with that title and those looks. */
    ShotPlan over(ShotPlan plan) {
        String title = results.stream()
                .map(result -> result.path("title").asText(""))
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse(plan.title());
        Map<String, String> looks = new HashMap<>();
        results.forEach(result -> result.path("characters")
                .forEach(each -> looks.put(each.path("name").asText(), each.path("description").asText(""))));
        List<Person> cast = plan.cast()
                .stream()
                .map(person -> new Person(person.name(), looks.getOrDefault(person.name(), person.description())))
                .toList();
        return new ShotPlan(title, plan.seed(), plan.scenes(), plan.shots(), cast);
    }
}
