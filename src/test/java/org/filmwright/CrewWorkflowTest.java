package org.filmwright;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.filmwright.net.ScriptedServer;
import org.filmwright.agents.AgentLibrary;
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
        JsonNode remembered = run("agents", "preferences", "--json").json();
        assertTrue(remembered.at("/agents/0/answers/taken").asInt() > 0, remembered::toPrettyString);
        assertEquals(remembered.at("/agents/0/answers/taken"), remembered.at("/agents/0/answers/of"));
        counted();
    }

    /** What each did is told of the project, until it is counted anew. */
    private void counted() throws IOException {
        JsonNode writer = tally("logline-writer");
        assertEquals(1, writer.at("/by/rule:logline").asInt(), writer::toPrettyString);
        assertEquals(1, writer.get("succeeded").asInt());
        assertTrue(writer.at("/reviews/accept").asInt() > 0 && writer.get("confidence").asDouble() > 0);
        assertTrue(run("agents", "list", "--project", project()).out().contains("asked 1; done 1; failed 0; by rule:"));
        assertEquals(ExitCode.USAGE, run("agents", "reset", "--project", project()).exitCode());
        assertEquals(ExitCode.USAGE,
                run("agents", "reset", "logline-writer", "--all", "--project", project()).exitCode());
        assertEquals(ExitCode.REFUSED, run("agents", "reset", "nobody", "--project", project()).exitCode());
        CommandLineRun reset = run("agents", "reset", "logline-writer", "--project", project());
        assertTrue(reset.out().contains("What they did is kept, and counts no more."), reset::out);
        assertEquals(0, tally("logline-writer").get("asked").asInt());
        assertFalse(tally("logline-writer").path("since").asText().isEmpty());
        JsonNode all = run("agents", "reset", "--all", "--project", project(), "--json").json();
        assertTrue(all.get("before").size() > 2, all::toPrettyString);
        assertFalse(run("agents", "list", "--project", project()).out().contains("asked 1"));
    }

    private JsonNode tally(String agent) throws IOException {
        return run("agents", "show", agent, "--project", project(), "--json").json().at("/agent/tally");
    }

    @Test
    void whoIsSentBackThreeTimesIsNotAskedAnyMoreWhereSomebodyElseCanDoTheSameAndTheGateSaysWhy() throws IOException {
        Files.createDirectories(project().resolve("agents"));
        String writer;
        try (var in = AgentLibrary.class.getResourceAsStream("logline-writer.md")) {
            writer = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        Files.writeString(project().resolve("agents").resolve("second-writer.md"),
                writer.replaceFirst("(?m)^id: .*$", "id: second-writer")
                        .replaceFirst("(?m)^title: .*$", "title: Second writer")
                        .replaceFirst("logline: [0-9.]+", "logline: 0.8"));
        CommandLineRun first = run("workflows", "start", "script_coverage", "--project", project(), "--script",
                script(),
                "--json");
        String gate = first.json().at("/gates/0/gate").asText();
        assertTrue(first.out().contains("Logline writer is"), first::out);
        for (int i = 0; i < 3; i++) {
            CommandLineRun back = run("workflows", "decide", gate, "redo", "--project", project(), "--go-on", "--json");
            assertTrue(back.out().contains("Logline writer is"),
                    "a run goes on with whom it began with: " + back.out());
            gate = back.json().at("/gates/0/gate").asText();
        }
        JsonNode able = run("agents", "list", "--capability", "logline", "--project", project(), "--json").json();
        assertEquals("second-writer", able.at("/agents/0/id").asText());
        assertEquals(0.7, able.at("/agents/1/taken/weight").asDouble(), 1e-9);
        CommandLineRun next = run("workflows", "start", "script_coverage", "--project", project(), "--script",
                Files.writeString(folder.resolve("other.fountain"), SCREENPLAY.replace("ZEBRA", "HORSE")), "--json");
        assertTrue(next.out().contains("Second writer was asked and not Logline writer, of whose last 3 you took 0."),
                next::out);
        run("agents", "preferences", "--forget", "logline-writer");
        assertEquals("logline-writer",
                run("agents", "list", "--capability", "logline", "--project", project(), "--json")
                        .json()
                        .at("/agents/0/id")
                        .asText());
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
                JsonNode body = asked.json();
                assertTrue(body.at("/messages/1/content").asText().contains("ZEBRA"));
                assertFalse(body.at("/messages/0/content").asText().contains("ZEBRA"));
            });
            read();
            assertTrue(run("costs", "--project", project()).out().startsWith("Nothing was bought"));
        }
    }

    /** The example that ends every agent's instructions. */
    private static ScriptedServer.Turn example(ScriptedServer.Asked asked) {
        String instructions = asked.json().at("/messages/0/content").asText();
        String answer = instructions.substring(instructions.lastIndexOf("\nAnswer: ") + 9).strip();
        return ScriptedServer.chat(answer);
    }
}
