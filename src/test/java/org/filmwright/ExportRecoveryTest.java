package org.filmwright;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code export} in a process of its own, killed once a part of its film is finished: the next one goes on behind it. */
class ExportRecoveryTest {
    private static final String SCRIPT = """
            Title: Grass

            EXT. FIELD - DAY

            %s
            """.formatted("""
            Ada runs through the high grass of the field, stops, and looks back at the house that stands on the hill
            as if it had called her by her name, and then she runs on until nobody could see her any more.

            """.repeat(8));

    @TempDir
    private Path folder;

    @Test
    void aKilledExportGoesOnBehindItsLastFinishedSegment() throws IOException, InterruptedException {
        Path script = Files.writeString(folder.resolve("grass.fountain"), SCRIPT);
        CommandLineRun made = CommandLineRun.of("make", script, "--out", folder.resolve("grass.mp4"), "--project",
                project(), "--size", "160x90", "--takes", "1", "--json");
        assertEquals(ExitCode.DONE, made.exitCode(), made.err());
        assertTrue(made.json().at("/film/seconds").asDouble() > 45, made.out());
        CommandLineRun calm = CommandLineRun.of(export("calm"));
        assertEquals(ExitCode.DONE, calm.exitCode(), calm.err());
        assertEquals(List.of(), segments());

        killWithSegment(export("killed"));
        assertFalse(Files.exists(folder.resolve("killed.mp4")), "a film appears whole or not at all");
        Path finished = segments().getFirst();
        FileTime then = Files.getLastModifiedTime(finished);
        Path copy = Files.createLink(folder.resolve("finished"), finished);
        CommandLineRun last = CommandLineRun.of(export("killed"));

        assertEquals(ExitCode.DONE, last.exitCode(), last.err());
        assertEquals(film(calm).at("/sha256"), film(last).at("/sha256"));
        assertEquals(then, Files.getLastModifiedTime(copy), "it was not written again");
        assertEquals(List.of(), segments(), "nothing is kept of a film that is there");
        CommandLineRun board = CommandLineRun.of("export", "--project", project(), "--storyboard",
                folder.resolve("grass.pdf"), "--json");
        assertEquals(8, board.json().at("/storyboard/shots").asInt(), board.out() + board.err());
    }

    private static JsonNode film(CommandLineRun run) throws IOException {
        return run.json().at("/film");
    }

    private Path project() {
        return folder.resolve("grass.filmwright");
    }

    /** At a size and fineness at which every frame is coded. */
    private Object[] export(String name) {
        return new Object[]{"export", "--project", project(), "--out", folder.resolve(name + ".mp4"), "--size",
            "640x360", "--quality", "draft", "--json"};
    }

    private void killWithSegment(Object[] words) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Path arguments = Files.writeString(folder.resolve("java.args"),
                "--enable-native-access=ALL-UNNAMED -Djava.awt.headless=true -cp \""
                        + System.getProperty("java.class.path").replace("\\", "\\\\") + "\"");
        List<String> line = Stream.concat(Stream.of(java, "@" + arguments, "org.filmwright.Main"),
                Stream.of(words).map(Object::toString)).toList();
        Process process = new ProcessBuilder(line).redirectErrorStream(true)
                .redirectOutput(folder.resolve("out.txt").toFile())
                .start();
        while (process.isAlive() && segments().isEmpty()) {
            process.waitFor(2, TimeUnit.MILLISECONDS);
        }
        process.destroyForcibly().waitFor();
        assertFalse(segments().isEmpty(), Files.readString(folder.resolve("out.txt")));
    }

    private List<Path> segments() throws IOException {
        Path films = project().resolve("cache").resolve("films");
        if (!Files.isDirectory(films)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(films)) {
            return files.filter(file -> file.getFileName().toString().matches("\\d+-\\d+\\.mp4")).sorted().toList();
        }
    }
}
