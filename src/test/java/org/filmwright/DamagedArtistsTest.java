package org.filmwright;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.filmwright.production.Project;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person's list of providers that cannot be read is told of, wherever somebody looks, and nothing is lost by it. */
class DamagedArtistsTest {
    @TempDir
    private Path folder;

    private Path damage() throws IOException {
        Files.writeString(folder.resolve("tea.fountain"), "INT. KITCHEN - NIGHT\n\nMara pours tea.\n");
        return Files.writeString(folder.resolve("artists.json"), "{\"providers\": [\n  {\"id\": \"fal\",\n");
    }

    private static void assertTold(String words, Path file) {
        assertTrue(words.contains(file + ", line "), words);
        assertTrue(words.contains("this project are kept as they are"), words);
        assertTrue(words.contains("Correct it, or remove the file"), words);
    }

    @Test
    void theStudioTellsOfItWhenAProjectIsOpened() throws IOException {
        Path file = damage();
        String before = System.setProperty("filmwright.config", folder.toString());
        try (Wiring wiring = Wiring.openOrCreate(folder.resolve("tea.filmwright")).orElse(failure -> {
            throw new AssertionError(failure);
        }); Project project = wiring.project()) {
            assertEquals(1, project.news().size());
            assertTold(project.news().getFirst(), file);
            Files.delete(file);
            assertEquals(List.of(), wiring.news());
        } finally {
            System.setProperty("filmwright.config", before);
        }
    }

    @Test
    void theCommandLineTellsOfItAndMakesWhatNeedsNobodyElse() throws IOException {
        Path file = damage();
        CommandLineRun made = CommandLineRun.in(folder, "make", folder.resolve("tea.fountain"), "--out",
                folder.resolve("tea.mp4"), "--takes", "1", "--size", "128x72");
        assertEquals(ExitCode.DONE, made.exitCode(), made.err());
        assertTold(made.err(), file);
        assertTold(CommandLineRun.in(folder, "doctor").out(), file);
        CommandLineRun elsewhere = CommandLineRun.in(folder, "make", folder.resolve("tea.fountain"), "--out",
                folder.resolve("other.mp4"), "--image-generator", "replicate:flux-schnell");
        assertEquals(ExitCode.MISSING_SETUP, elsewhere.exitCode(), elsewhere.err());
        assertTrue(elsewhere.err().contains(file + ", line "), elsewhere.err());
        assertTrue(Files.exists(file), "it is kept");
    }
}
