package org.filmwright.engine.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a condition of an edge understands, and what it refuses. */
class ConditionTest {
    private static final String OUTPUT = """
            {"scenes": 4, "title": "Ferry", "done": true, "list": [{"name": "ADA"}, {"name": "BO"}], "none": null}""";

    private static boolean holds(String condition) {
        return Condition.parse(condition).holds(Texts.tree(OUTPUT), Texts.tree("{\"takes\": 3}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"output.scenes == 4", "output.scenes > 3.5", "output.scenes<=4", "output.title == 'Ferry'",
        "output.done", "!(output.scenes < 2)", "output.list.1.name == 'BO'", "size(output.list) == 2",
        "size(output.title) == 5", "output.missing == null", "output.none == null", "output.missing != 7",
        "output.scenes > 9 || input.takes == 3", "output.done && !output.missing", "output.title < 'Ferrz'", "true"})
    void theseHold(String condition) {
        assertTrue(holds(condition));
    }

    @ParameterizedTest
    @ValueSource(strings = {"output.scenes == '4'", "output.missing", "output.title > 3", "output.list",
        "output.scenes",
        "output.list.7.name == 'BO'", "null", "output.done && output.scenes > 4", "output.missing > 1", "failed"})
    void theseDoNot(String condition) {
        assertFalse(holds(condition));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "output.", "output.a ==", "== 3", "(output.a", "output.a)", "output.a = 3",
        "output.a ; drop", "java.lang.System.exit(1)", "steps.a", "output['a']", "output.a + 1", "'open", "size(",
        "output.a == 1 output.b", "@", "output.a &&", "failed && output.a", "${output.a}", "#{1}"})
    void theseAreRefused(String condition) {
        assertThrows(IllegalArgumentException.class, () -> Condition.parse(condition));
    }

    @Test
    void whatIsTooLongOrTooDeepIsRefusedAtOnce() {
        assertThrows(IllegalArgumentException.class, () -> Condition.parse("output.a == 1 || ".repeat(20) + "true"));
        assertThrows(IllegalArgumentException.class, () -> Condition.parse("(".repeat(50) + "true" + ")".repeat(50)));
        assertThrows(IllegalArgumentException.class, () -> Condition.parse("!".repeat(150) + "true"));
    }

    @Test
    void aMistakeIsNamedWithItsPlace() {
        assertEquals("'>' is not expected at character 13 of the condition: output.a == > 3",
                assertThrows(IllegalArgumentException.class, () -> Condition.parse("output.a == > 3")).getMessage());
    }
}
