package org.filmwright;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.filmwright.net.ScriptedServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A film of prose with a writer who charges, killed between the question and the answer: a person decides, nobody else. */
class KilledWhilePayingTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String STRUCTURE = """
            {"acts":[{"number":1,"purpose":"She comes.","turn":"It is dark.","share":0.5},
            {"number":2,"purpose":"She lights it.","turn":"It burns.","share":0.5}],
            "spine":"Because the lamp is dark she rows out.","midpoint":"She finds him.",
            "climax":"She strikes the match.","plants":[],"confidence":0.9,"doubts":[]}""";
    private static final String LOGLINE = """
            {"logline":"A boatwoman lights a lamp.","source":"written","confidence":0.9,"doubts":[]}""";

    @TempDir
    private Path folder;
    private final CompletableFuture<Process> studio = new CompletableFuture<>();

    private Object[] start() {
        return new Object[]{"workflows", "start", "movie_creation", folder.resolve("lamp.txt"), "--project",
            folder.resolve("lamp.filmwright"), "--size", "160x90", "--takes", "1", "--json"};
    }

    @Test
    void whatMayHaveBeenPaidIsNotBoughtAgainUnlessAPersonSaysSo() throws Exception {
        Files.writeString(folder.resolve("lamp.txt"),
                "Mara rows out to the lighthouse at dusk. Inside she finds old Tobias asleep.\n");
        Files.writeString(folder.resolve("keys.json"), "{\"keys\":{\"anthropic\":\"k-1\"}}");
        try (ScriptedServer server = new ScriptedServer(this::killOrAnswer)) {
            CommandLineRun.in(folder, "providers", "use", "anthropic", "--address", server.address());
            studio.complete(child(start()));
            studio.join().waitFor();
            assertTrue(!bodies(server).isEmpty(), () -> read("out.txt"));

            CommandLineRun again = CommandLineRun.in(folder, start());
            assertEquals(ExitCode.NEEDS_DECISION, again.exitCode(), again.out() + again.err());
            List<String> before = bodies(server);
            assertEquals(Set.copyOf(before).size(), before.size(), "something was bought again unasked");
            List<JsonNode> gates = again.json().path("gates").valueStream().toList();
            assertTrue(gates.stream().allMatch(gate -> gate.path("question").asText().contains("its answer was lost")),
                    again.out());
            JsonNode costs = CommandLineRun
                    .in(folder, "costs", "--project", folder.resolve("lamp.filmwright"), "--json")
                    .json();
            assertEquals(gates.size(), costs.at("/costs/0/mayBeCharged").asInt(), costs::toString);

            CommandLineRun at = again;
            for (JsonNode gate : gates) {
                at = CommandLineRun.in(folder, "workflows", "decide", gate.path("gate").asText(), "retry", "--project",
                        folder.resolve("lamp.filmwright"), "--go-on", "--json");
            }
            assertEquals("concept_gate", at.json().at("/gates/0/gate").asText(), at.out() + at.err());
            assertEquals(before.size() + gates.size(), bodies(server).size());
        }
    }

    private static List<String> bodies(ScriptedServer server) {
        return server.asked().stream().map(ScriptedServer.Asked::body).toList();
    }

    /** Ends the process that asks before the answer is out, as long as there is one; whoever asks later is answered. */
    private ScriptedServer.Turn killOrAnswer(ScriptedServer.Asked asked) {
        return studio.join().isAlive() ? ScriptedServer.hangsUp().after(this::kill) : answer(asked);
    }

    private void kill() throws IOException {
        try {
            studio.join().destroyForcibly().waitFor();
        } catch (InterruptedException e) {
            throw new InterruptedIOException();
        }
    }

    private static ScriptedServer.Turn answer(ScriptedServer.Asked asked) {
        String text = asked.body().contains("You build the frame") ? STRUCTURE : LOGLINE;
        return ScriptedServer.streams("text/event-stream", event("{\"type\":\"message_start\",\"message\":{\"usage\":{"
                + "\"input_tokens\":1000}}}"), event(
                        JSON.createObjectNode()
                                .put("type", "content_block_delta")
                                .set("delta", JSON.createObjectNode().put("type", "text_delta").put("text", text))
                                .toString()),
                event("{\"type\":\"message_delta\",\"delta\":{\"stop_reason\":\"end_turn\"},\"usage\":{"
                        + "\"output_tokens\":200}}"),
                event("{\"type\":\"message_stop\"}"));
    }

    private static String event(String json) {
        return "data: " + json + "\n\n";
    }

    private String read(String name) {
        try {
            return Files.readString(folder.resolve(name));
        } catch (IOException e) {
            return e.toString();
        }
    }

    private Process child(Object[] words) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Path arguments = Files.writeString(folder.resolve("java.args"), Stream.of("--enable-native-access=ALL-UNNAMED",
                "-Djava.awt.headless=true", "\"-Dfilmwright.config=" + escaped(folder.toString()) + "\"", "-cp",
                "\"" + escaped(System.getProperty("java.class.path")) + "\"").collect(Collectors.joining(" ")));
        Stream<String> command = Stream.of(java, "@" + arguments, "org.filmwright.Main");
        return new ProcessBuilder(Stream.concat(command, Stream.of(words).map(Object::toString)).toList())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out.txt").toFile())
                .start();
    }

    private static String escaped(String path) {
        return path.replace("\\", "\\\\");
    }
}
