package org.filmwright.production;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.filmwright.engine.flow.Texts;
import org.filmwright.story.Bible.Kind;
import org.filmwright.story.Person;
import org.filmwright.story.ShotPlan;

/** What a person accepted or wrote at the gates before the plan: the title, and how people look. */
record Judged(List<JsonNode> results) {
    /** @param upstream outputs of the steps before; those of gates hold the result that counts as {@code about} */
    static Judged in(Collection<String> upstream) {
        return new Judged(upstream.stream().map(Texts::tree).map(Judged::result).toList());
    }

    /** The screenplay that a person wrote at its gate instead. */
    Optional<String> screenplay() {
        return results.stream()
                .filter(result -> result.path("edited").asBoolean())
                .map(result -> result.path("text").asText(""))
                .filter(text -> !text.isBlank())
                .findFirst();
    }

    /** What counts, with a mark where a person has edited it. */
    private static JsonNode result(JsonNode output) {
        JsonNode about = output.path("about");
        return about instanceof ObjectNode result && output.path("then").asText().equals("edit")
                ? result.put("edited", true)
                : about;
    }

    /** The plan with that title and those looks; what somebody wrote in the bible of the script counts more. */
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
                .map(person -> plan.portraitOf(Kind.CHARACTER, person.name()).isPresent()
                        ? person
                        : person.described(looks.getOrDefault(person.name(), person.description())))
                .toList();
        return new ShotPlan(title, plan.seed(), plan.scenes(), plan.shots(), cast, plan.wordings(), plan.portraits());
    }
}
