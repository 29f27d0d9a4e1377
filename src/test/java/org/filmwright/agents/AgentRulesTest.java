package org.filmwright.agents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.filmwright.agents.AgentResult.Delivered;
import org.filmwright.agents.AgentResult.Missed;
import org.filmwright.base.Failure;
import org.filmwright.base.Progress;
import org.filmwright.story.FountainReader;
import org.filmwright.story.Planner;
import org.filmwright.story.ShotPlan;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What agents answer where there is no generator of text. */
class AgentRulesTest {
    private static final AgentLibrary.Shelf SHELF = new AgentLibrary(List.of()).now();
    private static final String SCRIPT = """
            Title: The Lamp
            Author: A. Keeper

            EXT. HARBOUR - NIGHT

            INES (60s, oilskin coat) runs along the pier. A LANTERN in her hand.

            INES
            Hold the boat!

            INT. THE LAMP ROOM - NIGHT

            BRUNO (40s, grey suit) stares at the dark lens. Ines enters.

            BRUNO
            You are late.

            INT. LAMP ROOM - DAY

            Ines sleeps.
            """;

    private static AgentResult run(String id, String script, int scene) {
        ObjectNode input = new JsonMapper().createObjectNode().put("script", script);
        if (scene > 0) {
            input.put("scene", scene);
        }
        return new WritersRoom(Optional.empty()).run(SHELF.agent(id).orElseThrow(), input, Progress.NONE);
    }

    /** Some rules begin with a story that is no script yet. */
    private static boolean readsScripts(Agent agent) {
        return agent.contract()
                .input()
                .path("required")
                .valueStream()
                .anyMatch(field -> field.asText().equals("script"));
    }

    private static JsonNode answer(String id, int scene) {
        return assertInstanceOf(Delivered.class, run(id, SCRIPT, scene)).answer();
    }

    @Test
    void theBreakdownAgreesWithThePlanOfTheFilm() {
        ShotPlan plan = Planner.plan(FountainReader.read(SCRIPT), 1);
        JsonNode scenes = answer("scene-analyst", 0).get("scenes");
        assertEquals(3, scenes.size());
        assertEquals("HARBOUR", scenes.at("/0/location").asText());
        assertEquals("LANTERN", scenes.at("/0/props/0").asText());
        assertEquals("INES", scenes.at("/0/characters/0").asText());
        JsonNode shots = answer("coverage-planner", 0).get("shots");
        assertEquals(plan.shots().size(), shots.size());
        double seconds = answer("pacing-analyst", 0).get("totalSeconds").asDouble();
        assertEquals(plan.seconds(), seconds, 0.3);
        answer("cinematographer", 2).get("moves")
                .forEach(move -> assertTrue(move.get("shot").asText().startsWith("2-"), move::toString));
    }

    @Test
    void peopleAreListedWithTheirLooksScenesAndLines() {
        JsonNode people = answer("character-breakdown", 0).get("characters");
        assertEquals("INES", people.at("/0/name").asText());
        assertTrue(people.at("/0/description").asText().contains("oilskin"));
        assertEquals("[1,2,3]", people.at("/0/scenes").toString());
        assertEquals(1, people.at("/0/lines").asInt());
        assertEquals(1, answer("dialogue-editor", 2).get("lines").size());
    }

    @Test
    void almostEqualPlacesAreNamedAndNothingElseIsInvented() {
        JsonNode violations = answer("consistency-supervisor", 0).get("violations");
        assertEquals(1, violations.size(), violations::toString);
        assertEquals("place", violations.at("/0/kind").asText());
        assertEquals(3, violations.at("/0/scene").asInt());
    }

    @Test
    void aLoglineThatIsOnlyAFirstActionGoesToAPersonAndAWrittenOneDoesNot() {
        Delivered guessed = assertInstanceOf(Delivered.class, run("logline-writer", SCRIPT, 0));
        assertTrue(guessed.forReview());
        assertEquals("first action", guessed.answer().get("source").asText());
        Delivered written = assertInstanceOf(Delivered.class,
                run("logline-writer", SCRIPT.replace("Author:", "Logline: A keeper lights a lamp.\nAuthor:"), 0));
        assertEquals("A keeper lights a lamp.", written.answer().get("logline").asText());
        assertTrue(!written.forReview(), written.confidence()::toString);
    }

    @Test
    void subtitlesFollowOneAnotherAndCreditsInventNobody() {
        JsonNode cues = answer("subtitle-editor", 0).get("cues");
        assertEquals(2, cues.size());
        assertTrue(cues.at("/0/end").asDouble() <= cues.at("/1/start").asDouble(), cues::toString);
        String speech = "And then we went on, all of us, along the quay. ".repeat(12);
        JsonNode speeches = assertInstanceOf(Delivered.class,
                run("subtitle-editor", "INT. ROOM - DAY\n\nINES\n" + speech + "\n", 0)).answer().get("cues");
        assertTrue(speeches.size() >= 6, speeches::toString);
        speeches.forEach(cue -> assertTrue(cue.get("text").asText().length() <= 84, cue::toString));
        JsonNode credits = answer("credits-writer", 0);
        assertEquals("A. Keeper", credits.at("/cards/0/names/0").asText());
        assertEquals("", credits.at("/cast/0/player").asText());
    }

    @TestFactory
    Stream<DynamicTest> aScriptWithoutScenesIsRefusedByEveryRule() {
        return SHELF.members()
                .stream()
                .map(AgentLibrary.Member::agent)
                .filter(agent -> agent.fallback().isPresent())
                .map(agent -> DynamicTest.dynamicTest(agent.id(), () -> {
                    Missed missed = assertInstanceOf(Missed.class, run(agent.id(), "Once upon a time.", 0));
                    assertInstanceOf(Failure.Refused.class, missed.failure());
                }));
    }

    @TestFactory
    Stream<DynamicTest> everyRuleFitsItsAgentWhateverTheScriptIsLike() throws IOException {
        String strange = "INT.\n\nEXT. FIELD - DAY\n\n!\n\nMARA & TOBIAS\n(together)\n"
                + "We go on and on. ".repeat(200)
                + "\n\nA" + "a".repeat(3000) + " " + "He runs and runs and looks. ".repeat(300)
                + "\n\nEXT. FIELD - DAY\n";
        List<String> scripts = new ArrayList<>(List.of(strange, "INT. X - DAY\n", "EXT. - NIGHT\n\nRain.\n"));
        try (Stream<Path> samples = Files.list(Path.of("assets/samples"))) {
            for (Path sample : samples.filter(file -> file.toString().endsWith(".fountain")).toList()) {
                scripts.add(Files.readString(sample));
            }
        }
        return SHELF.members()
                .stream()
                .map(AgentLibrary.Member::agent)
                .filter(agent -> agent.fallback().isPresent() && readsScripts(agent))
                .map(agent -> DynamicTest.dynamicTest(agent.id(), () -> scripts.forEach(script -> assertInstanceOf(
                        Delivered.class, run(agent.id(), script, 0), () -> script.lines().findFirst().orElse("")))));
    }

    @Test
    void whatIsMissingIsSaidInWords() {
        Missed nobody = assertInstanceOf(Missed.class, run("theme-finder", SCRIPT, 0));
        assertInstanceOf(Failure.Misconfigured.class, nobody.failure());
        Missed scene = assertInstanceOf(Missed.class, run("scene-analyst", SCRIPT, 9));
        assertTrue(scene.failure().what().contains("3 scenes"), scene.failure()::what);
    }
}
