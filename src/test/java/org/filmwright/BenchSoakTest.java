package org.filmwright;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** {@code bench engine --soak}: the figures of promise P11, however short it is. */
class BenchSoakTest {
    @Test
    void aSoakCompletesItsStepsAlthoughSomeFail() throws Exception {
        CommandLineRun run = CommandLineRun.of("bench", "engine", "--soak", "2s", "--seed", "7", "--json");
        JsonNode results = run.json().path("results");
        assertEquals(5, results.size(), run::err);
        JsonNode completed = results.get(2);
        assertEquals("steps completed", completed.path("name").asText());
        assertTrue(completed.path("ok").asBoolean(), run::out);
        assertTrue(completed.path("baseline").asDouble() > 0, "None of the executions failed: " + run.out());
    }

    @Test
    void aTimeThatIsNoneIsRefused() {
        CommandLineRun run = CommandLineRun.of("bench", "engine", "--soak", "soon");
        assertEquals(ExitCode.USAGE, run.exitCode());
        assertTrue(run.err().contains("'soon' is no time; write 30s, 5m or 2h."), run::err);
    }

    @Test
    void onlyTheEngineIsSoaked() {
        CommandLineRun run = CommandLineRun.of("bench", "story", "--soak", "5s");
        assertEquals(ExitCode.USAGE, run.exitCode());
        assertTrue(run.err().contains("Only 'bench engine' can be soaked."), run::err);
    }
}
