package org.filmwright.production;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.filmwright.agents.Agent;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;
import org.filmwright.story.Element;
import org.filmwright.story.ElementType;
import org.filmwright.story.FountainReader;

/**
 * What an agent is asked about the script that a project stands on.
 *
 * @param scene that it is about; empty for all of it
 * @param words of a person's own, for those who answer questions; at most 2,000 letters
 */
record ScriptQuestion(Agent agent, Optional<Integer> scene, String words) {
    /** The field in which an agent takes a person's own words. */
    static final String WORDS = "question";
    private static final String SCRIPT = "script";
    private static final String SCENE = "scene";
    private static final Set<String> KNOWN = Set.of(SCRIPT, SCENE, WORDS);
    private static final int LONGEST = 2_000;

    /** The one that costs most to ask. */
    static ScriptQuestion longest(Agent agent, Optional<Integer> scene) {
        return new ScriptQuestion(agent, scene, "?".repeat(LONGEST));
    }

    /** The script, the number of a scene and a question are all that may have to be handed over. */
    static boolean fits(Agent agent) {
        JsonNode input = agent.contract().input();
        return input.path("properties").has(SCRIPT)
                && input.path("required").valueStream().allMatch(field -> KNOWN.contains(field.asText()));
    }

    /** Whether it answers questions in a person's own words. */
    static boolean hasWords(Agent agent) {
        return agent.contract().input().path("properties").has(WORDS);
    }

    /** What is handed over. */
    Outcome<ObjectNode> input(String script) {
        return material(script).then(this::worded);
    }

    /** An agent that knows scenes reads the whole script for one of them; others read nothing but the scene. */
    private Outcome<ObjectNode> material(String script) {
        JsonNode contract = agent.contract().input();
        if (contract.path("properties").has(SCENE)) {
            boolean needed = contract.path("required").valueStream().anyMatch(field -> field.asText().equals(SCENE));
            ObjectNode input = Json.object().put(SCRIPT, script);
            scene.ifPresent(number -> input.put(SCENE, number));
            return needed && scene.isEmpty()
                    ? refused(agent.card().title() + " works scene by scene. Nothing was asked.")
                    : Outcome.ok(input);
        }
        Optional<String> wanted = scene.isEmpty() ? Optional.of(script) : scene(script, scene.get());
        return wanted.map(text -> Outcome.ok(Json.object().put(SCRIPT, text)))
                .orElseGet(() -> refused("This scene is not there any more. Nothing was asked."));
    }

    private Outcome<ObjectNode> worded(ObjectNode input) {
        if (!hasWords(agent)) {
            return Outcome.ok(input);
        }
        if (words.isEmpty() || words.length() > LONGEST) {
            return Outcome.failed(new Failure.Refused(words.isEmpty()
                    ? "There is no question. Nothing was asked."
                    : "A question has at most 2,000 letters. Nothing was asked.", "Write what you want to know."));
        }
        return Outcome.ok(input.put(WORDS, words));
    }

    /** From the line of its heading to the next one. */
    private static Optional<String> scene(String text, int number) {
        List<Integer> lines = FountainReader.read(text)
                .elements()
                .stream()
                .filter(element -> element.type() == ElementType.SCENE_HEADING)
                .map(Element::line)
                .toList();
        if (number > lines.size()) {
            return Optional.empty();
        }
        List<String> all = text.lines().toList();
        int end = number < lines.size() ? lines.get(number) - 1 : all.size();
        return Optional.of(String.join("\n", all.subList(lines.get(number - 1) - 1, end)));
    }

    static <T> Outcome<T> refused(String what) {
        return Outcome.failed(new Failure.Refused(what, "Choose a scene, or somebody else."));
    }
}
