package org.filmwright;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.filmwright.net.ScriptedServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A key that can be told from anything else goes through good days and bad ones, and then everything is searched for it. */
class PlantedKeyTest {
    private static final Path FERRY = Path.of("assets/samples/night-ferry.fountain");
    private static final String KEY = "sk-planted-Q7f3VxKw92LmZtRb8e";
    /** Said by the server: proves that what is written down is found. */
    private static final String LOGLINE = "Quillfeather ferries a lamp.";
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private Path folder;
    private final List<CommandLineRun> runs = new ArrayList<>();
    private final List<Handler> before = List.of(Logger.getLogger("org.filmwright").getHandlers());

    @AfterEach
    void closeTheLog() {
        Logger logger = Logger.getLogger("org.filmwright");
        Stream.of(logger.getHandlers()).filter(each -> !before.contains(each)).forEach(each -> {
            logger.removeHandler(each);
            each.close();
        });
    }

    private CommandLineRun run(Object... words) {
        CommandLineRun run = CommandLineRun.in(folder, words);
        runs.add(run);
        return run;
    }

    private CommandLineRun typing(String typed, Object... words) {
        InputStream terminal = System.in;
        try {
            System.setIn(new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)));
            return run(words);
        } finally {
            System.setIn(terminal);
        }
    }

    private String answer() throws IOException {
        ObjectNode example = (ObjectNode) run("agents", "show", "logline-writer", "--json").json()
                .at("/example/output");
        return example.put("confidence", 0.95).put("logline", LOGLINE).toString();
    }

    private static String says(String text) {
        return "data: " + JSON.createObjectNode()
                .put("type", "content_block_delta")
                .set("delta", JSON.createObjectNode().put("type", "text_delta").put("text", text)) + "\n\n";
    }

    private static ScriptedServer.Turn written(String text) {
        return ScriptedServer.streams("text/event-stream",
                "data: {\"type\":\"message_start\",\"message\":{\"usage\":{\"input_tokens\":1000}}}\n\n", says(text),
                "data: {\"type\":\"message_delta\",\"delta\":{\"stop_reason\":\"end_turn\"},"
                        + "\"usage\":{\"output_tokens\":200}}\n\ndata: {\"type\":\"message_stop\"}\n\n");
    }

    /** As a careless server does it: the key stands in the error. */
    private static ScriptedServer.Turn repeatsTheKey(int status) {
        return ScriptedServer.json(status, "{\"type\":\"error\",\"error\":{\"type\":\"authentication_error\","
                + "\"message\":\"invalid x-api-key " + KEY + "\"}}");
    }

    private Path project(String name) {
        Path project = folder.resolve(name);
        Wiring.openOrCreate(project).orElse(failure -> Assertions.fail(failure.what())).close();
        return project;
    }

    private CommandLineRun write(Path project) {
        return run("agents", "run", "logline-writer", "--input", FERRY, "--project", project, "--json", "--verbose");
    }

    @Test
    void aKeyStandsInNoLogNoDatabaseNoReceiptAndNoWordOnTheScreen() throws IOException {
        LogFile.open(folder.resolve("logs").resolve("filmwright.log"));
        try (ScriptedServer server = new ScriptedServer(written(answer()), repeatsTheKey(401), repeatsTheKey(400),
                repeatsTheKey(500), ScriptedServer.breaksOff("text/event-stream", says(KEY.substring(0, 5))),
                ScriptedServer.hangsUp(), repeatsTheKey(403))) {
            assertEquals(ExitCode.DONE, typing(KEY + "\n", "providers", "set-key", "anthropic").exitCode());
            run("providers", "use", "anthropic", "--address", server.address());
            Path good = project("good.filmwright");
            assertEquals(ExitCode.DONE, write(good).exitCode());
            for (String trouble : List.of("refused", "wrong", "broken", "cut off", "hung up")) {
                assertFalse(write(project(trouble + ".filmwright")).exitCode() == ExitCode.DONE, trouble);
            }
            assertTrue(run("providers", "test", "anthropic", "--verbose").err().contains("403"));
            assertEquals(KEY, server.asked().getFirst().headers().get("x-api-key"), "it was sent where it belongs");
            run("network", "off");
            assertFalse(write(project("off.filmwright")).exitCode() == ExitCode.DONE);
            lookAround(good);
        }
        Logger.getLogger("org.filmwright").severe("the end of the log");
        assertEquals(List.of(), whereIs(KEY));
        assertTrue(whereIs("Quillfeather").stream().anyMatch(file -> file.endsWith("project.mv.db")),
                "what was bought is found in the database, so that a key would be");
        assertTrue(whereIs("the end of the log").stream().anyMatch(file -> file.contains("filmwright.log")));
        runs.forEach(run -> assertFalse((run.out() + run.err()).contains(KEY), run::err));
    }

    /** Everything that tells about the state of things. */
    private void lookAround(Path project) {
        run("doctor");
        run("doctor", "--json");
        run("providers", "list");
        run("providers", "list", "--json");
        run("providers", "log");
        run("costs", "--project", project, "--json");
        run("jobs", "list", "--project", project, "--json");
        run("network", "log", "--csv", folder.resolve("exports"));
        run("network", "report", "--project", project, "--out", folder.resolve("exports"));
        run("project", "check", project);
        typing("pass phrase\n", "providers", "passphrase");
    }

    /** Every file below the folder that has it, as it is or in the usual disguises. */
    private List<String> whereIs(String secret) throws IOException {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        List<String> guises = List.of(secret, HexFormat.of().formatHex(bytes),
                Base64.getEncoder().withoutPadding().encodeToString(bytes),
                new String(secret.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1),
                new String(secret.getBytes(StandardCharsets.UTF_16BE), StandardCharsets.ISO_8859_1));
        try (Stream<Path> all = Files.walk(folder)) {
            List<String> found = new ArrayList<>();
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String content = Files.readString(file, StandardCharsets.ISO_8859_1);
                if (guises.stream().anyMatch(content::contains)) {
                    found.add(folder.relativize(file).toString());
                }
            }
            return found;
        }
    }
}
