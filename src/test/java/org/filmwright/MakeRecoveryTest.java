package org.filmwright;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code make} in a process of its own, killed at random moments of its work, ends with the film of a run nobody killed. */
class MakeRecoveryTest {
    private static final int KILLS = 4;
    private static final String SCRIPT = """
            INT. CELLAR - NIGHT

            ADA (60s, red shawl) lifts a LANTERN.

            ADA
            Is somebody there?

            EXT. FIELD - DAY

            Ada runs through the grass.
            """;

    @TempDir
    private Path folder;

    private Object[] make(Path script, String name) {
        return new Object[]{"make", script, "--out", folder.resolve(name + ".mp4"), "--project",
            folder.resolve(name + ".filmwright"), "--size", "320x180", "--json"};
    }

    @Test
    void aKilledMakeGoesOnAndEndsWithTheSameFilm() throws IOException, InterruptedException {
        Path script = Files.writeString(folder.resolve("lamp.fountain"), SCRIPT);
        JsonNode calm = CommandLineRun.of(make(script, "calm")).json();
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int kill = 0; kill < KILLS; kill++) {
            killAfterSomePictures(make(script, "killed"), random);
        }
        CommandLineRun last = CommandLineRun.of(make(script, "killed"));

        String where = "seed " + seed + ": " + last.err();
        assertEquals(ExitCode.DONE, last.exitCode(), where);
        assertEquals(calm.at("/film/sha256"), last.json().at("/film/sha256"), where);
        assertEquals(pictures("calm"), pictures("killed"), where);
        CommandLineRun check = CommandLineRun.of("project", "check", folder.resolve("killed.filmwright"));
        assertEquals(ExitCode.DONE, check.exitCode(), where + check.out());
    }

    /** Lets the process come some files further, each time, and then ends it without a word. */
    private void killAfterSomePictures(Object[] words, Random random) throws IOException, InterruptedException {
        long before = media();
        Process process = start(words);
        long enough = before + 1 + random.nextInt(4);
        while (process.isAlive() && media() < enough) {
            process.waitFor(5, TimeUnit.MILLISECONDS);
        }
        process.waitFor(random.nextInt(150), TimeUnit.MILLISECONDS);
        process.destroyForcibly().waitFor();
        assertTrue(media() >= before, "nothing published was lost");
    }

    private Process start(Object[] words) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Path arguments = Files.writeString(folder.resolve("java.args"),
                "--enable-native-access=ALL-UNNAMED -Djava.awt.headless=true -cp \""
                        + System.getProperty("java.class.path").replace("\\", "\\\\") + "\"");
        Stream<String> command = Stream.of(java, "@" + arguments, "org.filmwright.Main");
        List<String> line = Stream.concat(command, Stream.of(words).map(Object::toString)).toList();
        return new ProcessBuilder(line).redirectErrorStream(true)
                .redirectOutput(folder.resolve("out.txt").toFile())
                .start();
    }

    private long media() throws IOException {
        return files("killed", "");
    }

    private long pictures(String name) throws IOException {
        return files(name, ".png");
    }

    private long files(String name, String ending) throws IOException {
        Path media = folder.resolve(name + ".filmwright").resolve("media");
        if (!Files.isDirectory(media)) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(media)) {
            return files.filter(file -> file.toString().endsWith(ending) && Files.isRegularFile(file)).count();
        }
    }
}
