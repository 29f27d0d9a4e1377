package org.filmwright;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.filmwright.store.ProjectFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bad input ends with a sentence, the right exit code, no stack trace and nothing half-written. */
class MakeRefusalsTest {
    private static final String GOOD = "INT. ROOM - DAY\n\nEVA waits.\n";

    @TempDir
    private Path folder;
    private Path film;

    @BeforeEach
    void nameTheFilm() {
        film = folder.resolve("film.mp4");
    }

    private Path script(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private CommandLineRun make(Path script, Object... more) {
        Object[] usual = {"make", script, "--out", film};
        return CommandLineRun.of(Stream.concat(Stream.of(usual), Stream.of(more)).toArray());
    }

    private void assertRefused(CommandLineRun run, int exitCode, String... words) throws IOException {
        assertEquals(exitCode, run.exitCode(), run.err());
        for (String word : words) {
            assertTrue(run.err().contains(word), "'" + word + "' in: " + run.err());
        }
        assertFalse(run.err().contains("\tat "), run.err());
        assertEquals("", run.out());
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of(), left.filter(path -> path.toString().contains("film")).toList());
        }
    }

    @Test
    void aMissingScript() throws IOException {
        assertRefused(make(folder.resolve("nowhere.fountain")), ExitCode.REFUSED, "nowhere.fountain");
    }

    @Test
    void aFolderInsteadOfAScript() throws IOException {
        assertRefused(make(folder), ExitCode.REFUSED, folder.toString());
    }

    @Test
    void anEmptyFile() throws IOException {
        assertRefused(make(script("empty.fountain", "")), ExitCode.REFUSED, "empty.fountain", "empty");
    }

    @Test
    void aScriptWithoutASceneHeadingIsToldWhatOneLooksLike() throws IOException {
        assertRefused(make(script("prose.fountain", "It was a dark night.\n\nNobody came.\n")), ExitCode.REFUSED,
                "prose.fountain", "INT.");
    }

    @Test
    void aPicture() throws IOException {
        Path picture = Files.write(folder.resolve("picture.fountain"),
                "\u0089PNG\r\n\u001a\n".getBytes(StandardCharsets.ISO_8859_1));
        assertRefused(make(picture), ExitCode.REFUSED, "picture");
    }

    @Test
    void noise() throws IOException {
        byte[] noise = new byte[1 << 20];
        new Random(7).nextBytes(noise);
        assertRefused(make(Files.write(folder.resolve("noise.fountain"), noise)), ExitCode.REFUSED, "noise.fountain");
    }

    @Test
    void twoHundredMegabytes() throws IOException {
        Path large = folder.resolve("large.fountain");
        try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
            file.setLength(200L << 20);
        }
        assertRefused(make(large), ExitCode.REFUSED, "large.fountain", "67,108,864");
    }

    @Test
    void aLineOfAHundredThousandCharactersIsNamed() throws IOException {
        assertRefused(make(script("line.fountain", GOOD + "\n" + "x".repeat(100_000) + "\n")), ExitCode.REFUSED, "5");
    }

    @Test
    void aTargetInAFolderThatIsNotThere() throws IOException {
        Path script = script("good.fountain", GOOD);
        assertRefused(CommandLineRun.of("make", script, "--out", folder.resolve("no/where.mp4")), ExitCode.REFUSED,
                "no folder");
    }

    @Test
    void aTargetThatIsAFolder() throws IOException {
        Path script = script("good.fountain", GOOD);
        Path taken = Files.createDirectory(folder.resolve("taken.mp4"));
        assertRefused(CommandLineRun.of("make", script, "--out", taken), ExitCode.REFUSED, "is a folder");
    }

    @Test
    void oddAndTinySizes() throws IOException {
        Path script = script("good.fountain", GOOD);
        assertRefused(make(script, "--size", "7x7"), ExitCode.USAGE, "7x7", "1280x720");
        assertRefused(make(script, "--size", "wide"), ExitCode.USAGE, "'wide'");
    }

    @Test
    void noFrameRate() throws IOException {
        assertRefused(make(script("good.fountain", GOOD), "--fps", "0"), ExitCode.USAGE, "frame rate");
    }

    @Test
    void anUnknownGenerator() throws IOException {
        assertRefused(make(script("good.fountain", GOOD), "--image-generator", "crayon"), ExitCode.USAGE, "crayon",
                "draft");
    }

    @Test
    void aProjectThatIsOpenElsewhere() throws IOException {
        Path project = folder.resolve("busy");
        try (ProjectFolder open = CommandFailed
                .orFail(ProjectFolder.openOrCreate(project, InstantSource.system()))) {
            assertTrue(Files.isDirectory(open.root()));
            assertRefused(make(script("good.fountain", GOOD), "--project", project), ExitCode.REFUSED, "open");
        }
    }

    @Test
    void latinLettersAreReadAndFilmed() throws IOException {
        Path script = Files.write(folder.resolve("latin.fountain"),
                "INT. CAFÉ - DAY\n\nEVA waits.\n".getBytes(StandardCharsets.ISO_8859_1));
        CommandLineRun run = make(script, "--size", "64x64", "--takes", "1", "--json");
        assertEquals(ExitCode.DONE, run.exitCode(), run.err());
        assertTrue(Files.isRegularFile(film));
    }
}
