package org.filmwright.generate.cloud;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;
import org.junit.jupiter.api.Test;

/** A graph of one's own is checked before anything is sent, and its slots are filled with what they are: texts and numbers. */
class ComfyGraphTest {
    private static final ComfySlots SLOTS = new ComfySlots(Map.of("prompt", "a $boat \\ here", "seed", 7L),
            Map.of("prompt", "the words of a shot", "seed", "the seed"), Set.of("prompt", "seed", "width"));

    static ComfyGraph read(String json) {
        return ComfyGraph.read("own.json", json).orElse(failure -> {
            throw new AssertionError(failure);
        });
    }

    private static String refused(Outcome<ComfyGraph> outcome) {
        return outcome instanceof Outcome.Failed<ComfyGraph>(Failure.Misconfigured(String what, String remedy))
                ? what + " " + remedy
                : "it was taken";
    }

    private static String unfitting(String inputs) {
        return refused(read("{\"1\":{\"class_type\":\"X\",\"inputs\":{" + inputs + "}}}").fitting(SLOTS));
    }

    @Test
    void whatIsNoGraphInTheApiFormatIsNotRead() {
        assertTrue(refused(ComfyGraph.read("own.json", "{\"nodes\":[],\"links\":[]}")).contains("editor"));
        assertTrue(refused(ComfyGraph.read("own.json", "<html>")).contains("no graph"));
        assertTrue(refused(ComfyGraph.read("own.json", "{\"1\":{\"class_type\":\"X\"}}")).contains("no graph"));
    }

    @Test
    void aSlotThatIsMissingIsNamedWithWhatItIsFor() {
        assertTrue(unfitting("\"s\":\"${seed}\"").contains("no place for the words of a shot: ${prompt}."));
        assertTrue(unfitting("\"t\":\"${prompt}\"").contains("no place for the seed: ${seed}."));
        assertEquals("it was taken", unfitting("\"t\":\"film of ${prompt}\",\"s\":\"${seed}\""));
    }

    @Test
    void aSlotThatNobodyFillsIsNamedWithThoseThatThereAre() {
        String failure = unfitting("\"t\":\"${prompt}, ${mood}\",\"s\":\"${seed}\"");
        assertTrue(failure.contains("a slot that nobody fills: ${mood}."), failure);
        assertTrue(failure.contains("${prompt}, ${seed}, ${width}"), failure);
    }

    @Test
    void aSlotTakesTheTypeOfItsValueAndNothingInAValueIsASlot() {
        JsonNode filled = read("{\"1\":{\"class_type\":\"X\",\"inputs\":{\"t\":\"film of ${prompt}\",\"s\":\"${seed}\","
                + "\"l\":[\"4\",1],\"n\":0.5}}}").with(SLOTS.values());
        assertEquals("film of a $boat \\ here", filled.at("/1/inputs/t").asText());
        assertTrue(filled.at("/1/inputs/s").isIntegralNumber());
        assertEquals("[\"4\",1]", filled.at("/1/inputs/l").toString());
        assertFalse(filled.toString().contains("${"));
    }
}
