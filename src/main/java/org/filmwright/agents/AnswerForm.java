package org.filmwright.agents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import org.filmwright.agents.Schemas.Flaw;

/**
 * The shape of an answer to one input: JSON Schema, and three words beside it. {@code countFrom: /pointer} asks for as
 * many items as a number of the input says; {@code words: [300, 1000]} counts words; {@code fromInput: true} marks
 * names that the input should know (see {@link Confidence}).
 */
final class AnswerForm {
    private final JsonNode output;
    private final Schema whole;

    /** @param output schema of the answer alone; @param stated whether the answer also says how sure it is */
    private AnswerForm(JsonNode output, boolean stated) {
        this.output = output;
        JsonNode standard = standard(output);
        this.whole = Schemas.compiled(stated ? stating(standard) : standard);
    }

    /** What a rule must answer. */
    static AnswerForm plain(Agent agent, JsonNode input) {
        return new AnswerForm(counted(agent.contract().output(), input), false);
    }

    /** What a generator must answer: beside the answer how sure it is, and what it doubts. */
    static AnswerForm stated(Agent agent, JsonNode input) {
        return new AnswerForm(counted(agent.contract().output(), input), true);
    }

    List<Flaw> flaws(JsonNode answer) {
        List<Flaw> flaws = new ArrayList<>(Schemas.flaws(whole, answer));
        for (Spot spot : Spot.of(output, answer)) {
            JsonNode range = spot.schema().path("words");
            int words = spot.value().asText().isBlank() ? 0 : spot.value().asText().strip().split("\\s+").length;
            if (range.size() == 2 && spot.value().isTextual()
                    && (words < range.get(0).asInt() || words > range.get(1).asInt())) {
                flaws.add(new Flaw(spot.path(), "has " + words + " words, but must have " + range.get(0).asInt()
                        + " to " + range.get(1).asInt()));
            }
        }
        return flaws;
    }

    JsonNode schema() {
        return whole.getSchemaNode();
    }

    JsonNode output() {
        return output;
    }

    private static JsonNode counted(JsonNode schema, JsonNode input) {
        JsonNode copy = schema.deepCopy();
        copy.findParents("countFrom").stream().filter(parent -> parent.get("countFrom").isTextual()).forEach(parent -> {
            JsonNode count = input.at(parent.get("countFrom").asText());
            ObjectNode list = (ObjectNode) parent;
            list.remove("countFrom");
            if (count.isInt()) {
                list.put("minItems", count.asInt()).put("maxItems", count.asInt());
            }
        });
        return copy;
    }

    /** Without the words beside the standard: writers read them in the descriptions instead. */
    private static JsonNode standard(JsonNode output) {
        JsonNode copy = output.deepCopy();
        copy.findParents("words")
                .stream()
                .filter(parent -> parent.get("words").isArray() && parent.get("words").size() == 2)
                .forEach(parent -> {
                    JsonNode range = ((ObjectNode) parent).remove("words");
                    describe((ObjectNode) parent,
                            range.get(0).asInt() + " to " + range.get(1).asInt() + " words");
                });
        copy.findParents("fromInput").stream().filter(parent -> parent.get("fromInput").isBoolean()).forEach(parent -> {
            ((ObjectNode) parent).remove("fromInput");
            describe((ObjectNode) parent, "as written in the material");
        });
        return copy;
    }

    private static void describe(ObjectNode schema, String words) {
        String before = schema.path("description").asText();
        schema.put("description", before.isEmpty() ? words : before + "; " + words);
    }

    private static JsonNode stating(JsonNode output) {
        ObjectNode copy = output.deepCopy();
        copy.withObjectProperty("properties")
                .putObject(Confidence.STATED)
                .put("type", "number")
                .put("minimum", 0)
                .put("maximum", 1);
        copy.withObjectProperty("properties")
                .putObject(Confidence.DOUBTS)
                .put("type", "array")
                .put("maxItems", 10)
                .putObject("items")
                .put("type", "string");
        copy.withArrayProperty("required").add(Confidence.STATED);
        return copy;
    }
}
