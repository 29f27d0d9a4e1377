package org.filmwright;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.filmwright.net.ScriptedServer;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Choosing a writer on the command line, and what an agent does with it. */
class ProvidersCommandTest {
    private static final Path FERRY = Path.of("assets/samples/night-ferry.fountain");

    @TempDir
    private Path folder;

    private CommandLineRun run(Object... arguments) {
        return CommandLineRun.in(folder, arguments);
    }

    private static String ollama(String text) {
        return "{\"message\":" + new JsonMapper().createObjectNode().put("content", text) + ",\"done\":true,"
                + "\"done_reason\":\"stop\"}\n";
    }

    @Test
    void nobodyWritesUntilSomebodyIsChosen() throws IOException {
        JsonNode listing = run("providers", "list", "--json").json();
        assertTrue(listing.get("rules").asBoolean());
        assertEquals("ollama", listing.at("/writers/0/id").asText());
        assertTrue(run("providers", "log").out().contains("Nothing ever left."));
    }

    @Test
    void whoIsChosenWritesForTheAgentsAndTheLogSaysWhatLeft() throws IOException {
        JsonNode example = run("agents", "show", "logline-writer", "--json").json().at("/example/output");
        String answer = ((com.fasterxml.jackson.databind.node.ObjectNode) example).put("confidence", 0.95).toString();
        try (ScriptedServer server = new ScriptedServer(
                ScriptedServer.json(200, "{\"models\":[{\"name\":\"llama3.2:latest\"}]}"),
                ScriptedServer.streams("application/x-ndjson", ollama(answer)))) {
            CommandLineRun tested = run("providers", "test", "ollama", "--address", server.address());
            assertTrue(tested.out().contains("llama3.2:latest"), tested::err);
            CommandLineRun used = run("providers", "use", "ollama", "--address", server.address(), "--model",
                    "llama3.2:latest", "--context", "65536");
            assertEquals(ExitCode.DONE, used.exitCode(), used::err);
            JsonNode written = run("agents", "run", "logline-writer", "--input", FERRY, "--json").json();
            assertEquals("ollama", written.get("by").asText());
            assertTrue(run("providers", "log").out().contains(server.address().getAuthority() + "  sent "));
            run("providers", "use", "rules");
            assertEquals("rule:logline",
                    run("agents", "run", "logline-writer", "--input", FERRY, "--json").json().get("by").asText());
            assertEquals(2, server.asked().size());
        }
    }

    @Test
    void aWriterThatDoesNotAnswerIsAFailureAndNoRuleStandsInSilently() {
        run("providers", "use", "ollama", "--address", "http://127.0.0.1:1", "--model", "x", "--context", "65536");
        CommandLineRun run = run("agents", "run", "logline-writer", "--input", FERRY);
        assertEquals(ExitCode.MISSING_SETUP, run.exitCode());
        assertTrue(run.err().contains("ollama serve"), run::err);
        assertEquals("", run.out());
        assertEquals(ExitCode.NEEDS_DECISION,
                run("agents", "run", "logline-writer", "--input", FERRY, "--by-rule").exitCode());
    }

    @Test
    void anAddressAModelOrAContextThatCannotBeIsRefusedAndNothingChanges() throws IOException {
        for (String[] wrong : new String[][]{{"--address", "ftp://x"}, {"--address", "http://me:pw@x"},
            {"--context", "12"}, {}}) {
            CommandLineRun run = wrong.length == 0
                    ? run("providers", "use", "vllm")
                    : run("providers", "use", "vllm", "--model", "m", wrong[0], wrong[1]);
            assertEquals(ExitCode.REFUSED, run.exitCode(), run::out);
        }
        assertEquals(ExitCode.REFUSED, run("providers", "use", "skynet", "--model", "m").exitCode());
        assertFalse(Files.exists(folder.resolve("writers.json")));
    }

    @Test
    void aKeyIsReadFromStandardInputKeptForItsOwnerAloneAndNeverShown() throws IOException {
        InputStream terminal = System.in;
        try {
            System.setIn(new ByteArrayInputStream("s3cret-k3y\n".getBytes(StandardCharsets.UTF_8)));
            CommandLineRun set = run("providers", "set-key", "vllm");
            assertEquals(ExitCode.DONE, set.exitCode(), set::err);
            System.setIn(new ByteArrayInputStream("two words\n".getBytes(StandardCharsets.UTF_8)));
            assertEquals(ExitCode.REFUSED, run("providers", "set-key", "vllm").exitCode());
        } finally {
            System.setIn(terminal);
        }
        Path keys = folder.resolve("keys.sealed");
        assertFalse(Files.readString(keys).contains("s3cret-k3y"));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(keys)));
        CommandLineRun listing = run("providers", "list");
        assertTrue(listing.out().contains("key set") && !listing.out().contains("s3cret"), listing::out);
        run("providers", "remove-key", "vllm");
        assertFalse(Files.readString(keys).contains("vllm"));
    }

    @Test
    void aPriceThatIsNoNumberIsSaidBeforeAnythingIsSent() throws IOException {
        run("providers", "use", "vllm", "--address", "http://127.0.0.1:1", "--model", "m");
        Path file = folder.resolve("writers.json");
        Files.writeString(file,
                Files.readString(file).replaceFirst("\"inputPrice\" : null", "\"inputPrice\" : \"cheap\""));
        assertTrue(Files.readString(file).contains("cheap"), Files.readString(file));
        CommandLineRun run = run("agents", "run", "logline-writer", "--input", FERRY);
        assertEquals(ExitCode.MISSING_SETUP, run.exitCode());
        assertTrue(run.err().contains("price"), run::err);
    }

    @Test
    void aDamagedFileIsToldByNameAndLineAndNotOverwritten() throws IOException {
        Path file = Files.writeString(folder.resolve("writers.json"), "{\n\"chosen\": oops\n");
        CommandLineRun run = run("agents", "run", "logline-writer", "--input", FERRY);
        assertEquals(ExitCode.MISSING_SETUP, run.exitCode());
        assertTrue(run.err().contains("writers.json, line 2"), run::err);
        assertEquals(ExitCode.MISSING_SETUP, run("providers", "use", "vllm", "--model", "m").exitCode());
        assertTrue(Files.readString(file).contains("oops"));
    }

    @Test
    void whoChargesNeedsAKeyAndAProjectWhoseCostsThenShowIt() throws IOException {
        JsonNode example = run("agents", "show", "logline-writer", "--json").json().at("/example/output");
        String answer = ((com.fasterxml.jackson.databind.node.ObjectNode) example).put("confidence", 0.95).toString();
        Path project = folder.resolve("p.filmwright");
        Wiring.openOrCreate(project).orElse(failure -> Assertions.fail(failure.what())).close();
        try (ScriptedServer server = new ScriptedServer(ScriptedServer.streams("text/event-stream",
                "data: {\"type\":\"message_start\",\"message\":{\"usage\":{\"input_tokens\":1000}}}\n\n",
                "data: " + new JsonMapper().createObjectNode()
                        .put("type", "content_block_delta")
                        .set("delta",
                                new JsonMapper().createObjectNode().put("type", "text_delta").put("text", answer))
                        + "\n\n",
                "data: {\"type\":\"message_delta\",\"delta\":{\"stop_reason\":\"end_turn\"},"
                        + "\"usage\":{\"output_tokens\":200}}\n\ndata: {\"type\":\"message_stop\"}\n\n"))) {
            assertEquals(ExitCode.DONE, run("providers", "use", "anthropic", "--address", server.address()).exitCode());
            CommandLineRun keyless = run("agents", "run", "logline-writer", "--input", FERRY, "--project", project);
            assertEquals(ExitCode.MISSING_SETUP, keyless.exitCode());
            assertTrue(keyless.err().contains("set-key anthropic"), keyless::err);
            Files.writeString(folder.resolve("keys.json"), "{\"keys\":{\"anthropic\":\"k-1\"}}");
            CommandLineRun nowhere = run("agents", "run", "logline-writer", "--input", FERRY);
            assertEquals(ExitCode.REFUSED, nowhere.exitCode());
            assertTrue(nowhere.err().contains("--project"), nowhere::err);
            assertEquals(0, server.asked().size());
            CommandLineRun bought = run("agents", "run", "logline-writer", "--input", FERRY, "--project", project,
                    "--json");
            assertEquals(ExitCode.DONE, bought.exitCode(), bought::err);
            assertEquals("anthropic", bought.json().get("by").asText());
            assertEquals(1, server.asked().size());
        }
        JsonNode costs = run("costs", "--project", project, "--json").json();
        assertEquals("anthropic", costs.at("/costs/0/on").asText());
        assertEquals(0.002, costs.at("/costs/0/charged").asDouble());
        Path table = folder.resolve("costs.csv");
        run("costs", "--project", project, "--csv", table, "--set-cap", "shot=2USD");
        assertTrue(Files.readAllLines(table).getLast().contains(",anthropic,"), Files.readString(table));
        JsonNode caps = run("costs", "--project", project, "--json").json().get("caps");
        assertEquals("shot", caps.at("/0/scope").asText(), "one for each shot is shown as well");
        assertEquals(ExitCode.REFUSED,
                run("providers", "use", "anthropic", "--address", "http://example.org").exitCode());
    }
}
