package org.filmwright.agents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;
import org.filmwright.agents.Schemas.Flaw;
import org.junit.jupiter.api.Test;

/** The shapes that later stages rely on. */
class AgentContractsTest {
    private static final AgentLibrary.Shelf SHELF = new AgentLibrary(List.of()).now();

    private static List<Flaw> flaws(String id, Consumer<ObjectNode> change) {
        Agent agent = SHELF.agent(id).orElseThrow();
        ObjectNode answer = agent.contract().exampleOutput().deepCopy();
        change.accept(answer);
        return AnswerForm.plain(agent, agent.contract().exampleInput()).flaws(answer);
    }

    private static void refuses(String id, Consumer<ObjectNode> change) {
        assertFalse(flaws(id, change).isEmpty(), id);
    }

    @Test
    void thePromptParserGivesAsManyDistinctViewsAsAskedWithOneSeed() {
        assertEquals(List.of(), flaws("prompt-parser", answer -> {}));
        refuses("prompt-parser", answer -> answer.put("seed", 99_999));
        refuses("prompt-parser", answer -> answer.put("seed", 1_000_000));
        refuses("prompt-parser", answer -> answer.put("guidance", 8));
        refuses("prompt-parser", answer -> answer.put("variation", 0.4));
        refuses("prompt-parser", answer -> ((ArrayNode) answer.get("views")).remove(0));
        refuses("prompt-parser", answer -> ((ArrayNode) answer.get("views")).set(0, answer.at("/views/1").deepCopy()));
        refuses("prompt-parser", answer -> ((ObjectNode) answer.at("/views/0")).put("light", "from behind"));
    }

    @Test
    void aNarrativeIsScenesOf300To1000WordsOrVideoPromptsAndNeverBoth() {
        Consumer<ObjectNode> scenes = answer -> {
            answer.removeAll();
            answer.put("form", "scenes")
                    .putArray("scenes")
                    .addObject()
                    .put("title", "The rail")
                    .put("text", "word ".repeat(300))
                    .put("location", "Harbour")
                    .putArray("characters")
                    .add("Mara");
        };
        assertEquals(List.of(), flaws("narrative-scene", scenes));
        refuses("narrative-scene",
                scenes.andThen(answer -> ((ObjectNode) answer.at("/scenes/0")).put("text", "word ".repeat(299))));
        refuses("narrative-scene",
                scenes.andThen(answer -> ((ObjectNode) answer.at("/scenes/0")).put("text", "word ".repeat(1001))));
        refuses("narrative-scene", answer -> answer.putArray("scenes"));
        refuses("narrative-scene", answer -> answer.put("form", "scenes"));
    }

    @Test
    void writersReadAPlainSchemaWithTheLimitsInWords() {
        Agent agent = SHELF.agent("narrative-scene").orElseThrow();
        String schema = AnswerForm.stated(agent, agent.contract().exampleInput()).schema().toString();
        assertTrue(schema.contains("300 to 1000 words"), schema);
        assertTrue(schema.contains("\"minItems\":1,\"maxItems\":1"), schema);
        for (String ours : List.of("\"words\":", "\"fromInput\":", "\"countFrom\":")) {
            assertFalse(schema.contains(ours), schema);
        }
    }

    @Test
    void aPlaceHasLandmarksAtmosphereAndAMapInFractions() {
        for (String field : List.of("description", "landmarks", "atmosphere", "map")) {
            refuses("spatial-designer", answer -> answer.remove(field));
        }
        refuses("spatial-designer", answer -> ((ObjectNode) answer.at("/map/layout/0")).put("x", 1.2));
    }

    @Test
    void aViolationOfConsistencyHasAnExplanationAndASuggestion() {
        assertEquals(0.70, SHELF.agent("consistency-supervisor").orElseThrow().threshold());
        assertEquals(0.75, SHELF.agent("spatial-designer").orElseThrow().threshold());
        for (String field : List.of("explanation", "suggestion")) {
            refuses("consistency-supervisor", answer -> ((ObjectNode) answer.at("/violations/0")).remove(field));
        }
        assertEquals(List.of(), flaws("consistency-supervisor", answer -> answer.putArray("violations")));
    }

    @Test
    void theMotionAgentReasonsFromWhatTheSceneLayerHandsOver() {
        for (String field : List.of("sceneType", "reasoning", "movement", "focusPoints", "timing", "quality", "primary",
                "fallback", "conflicts")) {
            refuses("video-motion", answer -> answer.remove(field));
        }
        refuses("video-motion", answer -> ((ObjectNode) answer.at("/conflicts/0")).remove("resolution"));
        JsonNode guidelines = SHELF.agent("scene-guidelines")
                .orElseThrow()
                .contract()
                .exampleOutput()
                .at("/scenes/0/guidelines");
        Agent motion = SHELF.agent("video-motion").orElseThrow();
        ObjectNode input = motion.contract().exampleInput().deepCopy();
        input.set("guidelines", guidelines);
        assertEquals(List.of(), Schemas.flaws(Schemas.compiled(motion.contract().input()), input));
        assertTrue(guidelines.size() > 0);
    }
}
