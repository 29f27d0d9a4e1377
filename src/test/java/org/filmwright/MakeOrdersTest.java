package org.filmwright;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several orders in one project: each gets its own film, whatever was made in between. */
class MakeOrdersTest {
    private static final String SCRIPT = """
            INT. CELLAR - NIGHT

            ADA (60s, red shawl) lifts a LANTERN.

            EXT. FIELD - DAY

            Ada walks through the grass.
            """;

    @TempDir
    private Path folder;

    private String film(String script, Object... more) throws IOException {
        Path file = Files.writeString(folder.resolve("lamp.fountain"), script);
        Object[] usual = {"make", file, "--out", folder.resolve("lamp.mp4"), "--size", "160x90", "--takes", "1",
            "--json"};
        CommandLineRun run = CommandLineRun.of(Stream.concat(Stream.of(usual), Stream.of(more)).toArray());
        assertEquals(ExitCode.DONE, run.exitCode(), run.err());
        return run.json().at("/film/sha256").asText();
    }

    @Test
    void anEditThatIsTakenBackGivesTheFilmOfBefore() throws IOException {
        String first = film(SCRIPT);
        assertNotEquals(first, film(SCRIPT.replace("CELLAR", "ATTIC").replace("FIELD", "HARBOUR")));
        assertEquals(first, film(SCRIPT));
    }

    @Test
    void anOrderWithOtherSettingsInBetweenDoesNotChangeTheFilm() throws IOException {
        String first = film(SCRIPT);
        assertNotEquals(first, film(SCRIPT, "--fps", "25"));
        assertEquals(first, film(SCRIPT));
    }
}
