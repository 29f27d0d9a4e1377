package org.filmwright.agents.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;
import org.filmwright.story.FountainReader;
import org.filmwright.story.Planner;
import org.filmwright.story.Screenplay;
import org.filmwright.story.ShotPlan;
import org.filmwright.story.prose.ProseReader;

/**
 * Every rule by its name. A rule reads the {@code script} of the input, or only its {@code scene} where one is named; some
 * read prose.
 */
public final class Rulebook {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Map<String, Rule> RULES = Map.ofEntries(Map.entry("scenes", SceneRules::scenes),
            Map.entry("characters", CastRules::characters), Map.entry("dialogue", CastRules::dialogue),
            Map.entry("credits", CastRules::credits), Map.entry("locations", SceneRules::locations),
            Map.entry("props", SceneRules::props), Map.entry("pacing", SceneRules::pacing),
            Map.entry("coverage", ShotRules::coverage), Map.entry("camera", ShotRules::camera),
            Map.entry("briefs", ShotRules::briefs), Map.entry("subtitles", ShotRules::subtitles),
            Map.entry("logline", LoglineRule::logline), Map.entry("continuity", ContinuityRule::continuity));
    private static final Map<String, ProseRule> OF_PROSE = Map.of("structure",
            new ProseRule("premise", ProseRules::structure), "outline", new ProseRule("story", ProseRules::outline),
            "adaptation", new ProseRule("prose", ProseRules::adaptation));
    private final String name;

    private Rulebook(String name) {
        this.name = name;
    }

    /** What a rule says. @param confidence how far it can be trusted, 0 to 1 */
    public record Finding(JsonNode answer, double confidence, List<String> doubts) {
        public Finding {
            doubts = List.copyOf(doubts);
        }
    }

    /** A rule and what it reads. */
    interface Rule {
        Said say(Script script);
    }

    /** A rule that reads a field of prose. */
    record ProseRule(String field, Function<JsonNode, Said> rule) {}

    /** An answer as a record whose components are the fields of the JSON. */
    record Said(Object answer, double confidence, List<String> doubts) {}

    /** @param scene the only scene that is asked about, by its number, if one is named */
    record Script(Screenplay screenplay, ShotPlan plan, Optional<Integer> scene) {
        boolean asks(int number) {
            return scene.isEmpty() || scene.get() == number;
        }
    }

    public static Set<String> names() {
        return Stream.concat(RULES.keySet().stream(), OF_PROSE.keySet().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** @throws IllegalArgumentException for a name that is none */
    public static Rulebook of(String name) {
        if (!names().contains(name)) {
            throw new IllegalArgumentException("There is no rule '" + name + "'.");
        }
        return new Rulebook(name);
    }

    public Outcome<Finding> apply(JsonNode input) {
        return OF_PROSE.containsKey(name) ? ofProse(OF_PROSE.get(name), input) : ofScript(RULES.get(name), input);
    }

    private static Outcome<Finding> ofProse(ProseRule rule, JsonNode input) {
        String prose = input.path(rule.field).asText();
        if (ProseReader.read(prose).words() < 3) {
            return Outcome.failed(new Failure.Refused("There is no story in '" + rule.field + "'. Nothing was written.",
                    "Hand in prose in sentences."));
        }
        return Outcome.ok(finding(rule.rule.apply(input)));
    }

    private static Finding finding(Said said) {
        return new Finding(JSON.valueToTree(said.answer), said.confidence, said.doubts);
    }

    private static Outcome<Finding> ofScript(Rule rule, JsonNode input) {
        if (!input.path("script").isTextual()) {
            return refused("There is no 'script' in the input.");
        }
        Screenplay screenplay = FountainReader.read(input.get("script").asText());
        ShotPlan plan = Planner.plan(screenplay, 1);
        Optional<Integer> scene = Optional.of(input.path("scene").asInt()).filter(number -> number > 0);
        if (plan.scenes().isEmpty()) {
            return refused("The script has no scene heading, so that no rule can read it.");
        }
        if (scene.isPresent() && scene.get() > plan.scenes().size()) {
            return refused("The script has " + plan.scenes().size() + " scenes, but no scene " + scene.get() + ".");
        }
        return Outcome.ok(finding(rule.say(new Script(screenplay, plan, scene))));
    }

    private static Outcome<Finding> refused(String what) {
        return Outcome.failed(new Failure.Refused(what + " Nothing was written.",
                "Hand in a Fountain screenplay with scene headings such as 'INT. KITCHEN - NIGHT'."));
    }
}
