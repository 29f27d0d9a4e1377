package org.filmwright;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.filmwright.net.ScriptedServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A workflow of agents from the command line, on a real project: by rule alone, and with a model on this machine. */
class CrewWorkflowTest {
    private static final String SCREENPLAY = """
            Title: Lamp

            INT. CELLAR - NIGHT

            ADA (60s, red shawl) lifts a lantern.

            EXT. FIELD - DAY

            Ada waits for the ZEBRA.
            """;
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private Path folder;

    private CommandLineRun run(Object... words) {
        return CommandLineRun.in(folder.resolve("config"), words);
    }

    private Path script() throws IOException {
        return Files.writeString(folder.resolve("lamp.fountain"), SCREENPLAY);
    }

    private Path project() {
        return folder.resolve("ferry.filmwright");
    }

    /** What each of the four puts out; and accepts whatever is asked on the way. */
    private JsonNode read() throws IOException {
        CommandLineRun at = run("workflows", "start", "script_coverage", "--project", project(), "--script", script(),
                "--json");
        for (int asked = 0; asked < 8 && at.exitCode() == ExitCode.NEEDS_DECISION; asked++) {
            at = run("workflows", "decide", at.json().at("/gates/0/gate").asText(), "accept", "--project", project(),
                    "--go-on", "--json");
        }
        assertEquals(ExitCode.DONE, at.exitCode(), at.out() + at.err());
        return run("workflows", "show", at.json().get("id").asText(), "--project", project(), "--json").json();
    }

    private static List<String> states(JsonNode whole) {
        return StreamSupport.stream(whole.get("steps").spliterator(), false)
                .map(step -> step.get("path").asText() + " " + step.get("state").asText())
                .toList();
    }

    @Test
    void byRuleAloneTheCrewReadsTheScreenplayAndNothingLeavesThisMachine() throws IOException {
        JsonNode whole = read();
        assertEquals(6, states(whole).stream().filter(step -> step.toLowerCase().endsWith("succeeded")).count(),
                whole::toPrettyString);
        assertTrue(run("providers", "log").out().contains("Nothing ever left."));
    }

    @Test
    void aModelOnThisMachineWritesAndEveryGateStaysAPersons() throws IOException {
        try (ScriptedServer model = new ScriptedServer(CrewWorkflowTest::example)) {
            run("providers", "use", "vllm", "--address", model.address(), "--model", "m", "--context", "200000");
            CommandLineRun first = run("workflows", "start", "script_coverage", "--project", project(), "--script",
                    script(), "--json");
            assertEquals(ExitCode.NEEDS_DECISION, first.exitCode(), first.err());
            assertFalse(first.json().at("/gates/0").isMissingNode());
            assertEquals(4, new TreeSet<>(model.asked().stream().map(ScriptedServer.Asked::body).toList()).size());
            model.asked().forEach(asked -> {
                JsonNode body = tree(asked.body());
                assertTrue(body.at("/messages/1/content").asText().contains("ZEBRA"));
                assertFalse(body.at("/messages/0/content").asText().contains("ZEBRA"));
            });
            read();
            assertTrue(run("costs", "--project", project()).out().startsWith("Nothing was bought"));
        }
    }

    /** The example that ends every agent's instructions. */
    private static ScriptedServer.Turn example(ScriptedServer.Asked asked) {
        String instructions = tree(asked.body()).at("/messages/0/content").asText();
        String answer = instructions.substring(instructions.lastIndexOf("\nAnswer: ") + 9).strip();
        return ScriptedServer.json(200, JSON.createObjectNode()
                .set("choices", JSON.createArrayNode()
                        .add(JSON.createObjectNode()
                                .put("finish_reason", "stop")
                                .set("message", JSON.createObjectNode().put("content", answer))))
                .toString());
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new IllegalArgumentException(json, e);
        }
    }
}
