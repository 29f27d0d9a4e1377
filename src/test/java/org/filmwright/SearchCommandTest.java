package org.filmwright;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code search} on a small project: script, bible, and takes with what people said of them. */
class SearchCommandTest {
    @TempDir
    private Path folder;
    private PlannedProject project;

    @BeforeEach
    void bringATake() throws IOException {
        project = PlannedProject.in(folder);
        String take = project.done("takes", "import", "--shot", "1-A", project.picture("a violet elephant"))
                .get(0)
                .get("take")
                .get("id")
                .asText();
        project.done("takes", "notes", "add", take, "Six fingers on the left hand");
    }

    private CommandLineRun search(Object... words) {
        return CommandLineRun.of(Stream.concat(Stream.of("search", project.folder()), Arrays.stream(words)).toArray());
    }

    private JsonNode found(Object... words) throws IOException {
        CommandLineRun run = search(Stream.concat(Arrays.stream(words), Stream.of("--json")).toArray());
        assertEquals(ExitCode.DONE, run.exitCode(), run.err());
        return run.json();
    }

    @Test
    void aLineOfTheScriptTheBibleAndATakeAreFoundWithTheirPlaceAndMarks() throws IOException {
        JsonNode line = found("lamps", "--kind", "script").get("found").get(0);
        assertEquals("script action INT. KITCHEN - NIGHT 3",
                line.get("kind").asText() + " " + line.get("what").asText() + " " + line.get("name").asText() + " "
                        + line.get("line").asInt());
        JsonNode mark = line.get("marks").get(0);
        assertEquals("lamp", line.get("text").asText().substring(mark.get("from").asInt(), mark.get("to").asInt()));
        assertEquals("MARA", found("mara", "--kind", "bible").get("found").get(0).get("name").asText());
        JsonNode take = found("violet", "77").get("found").get(0);
        assertEquals("take 1-A, take 1 prompt", take.get("kind").asText() + " " + take.get("name").asText() + " "
                + take.get("what").asText());
        assertTrue(search("finger").out().contains("Six fingers on the left hand"), "a note");
        assertTrue(search("Nothing.").out().contains("MARA"), "who says it");
    }

    @Test
    void countsAreOfEverythingAndTheLimitIsOfWhatIsShown() throws IOException {
        JsonNode all = found("mara");
        assertEquals("words", all.get("how").asText());
        JsonNode one = found("mara", "--limit", "1");
        assertEquals(all.get("counts"), one.get("counts"));
        assertTrue(one.get("found").size() < all.get("found").size());
        assertTrue(search("mara", "--limit", "1", "--kind", "script,bible").exitCode() == ExitCode.DONE);
    }

    @Test
    void whatWasTriedIsSaidWhereNothingHoldsJustTheseWords() throws IOException {
        assertEquals("near", found("elefant").get("how").asText());
        assertTrue(search("elefant").err().contains("a letter away"));
        CommandLineRun nothing = search("xylophone");
        assertEquals(ExitCode.DONE, nothing.exitCode());
        assertEquals("", nothing.out());
        assertTrue(nothing.err().contains("Nothing was found"), nothing.err());
        assertEquals(0, found("xylophone").get("found").size());
    }

    @Test
    void wordsInQuotesStandSideBySide() throws IOException {
        assertEquals(1, found("opens the fridge", "mara", "--kind", "script").get("counts").get("script").asInt());
        assertEquals("near", found("\"fridge opens\"", "--kind", "script").get("how").asText());
    }

    @Test
    void wrongUsageAndNoProjectSayWhatToDo() {
        assertEquals(ExitCode.USAGE, search().exitCode());
        assertEquals(ExitCode.USAGE, search("lamp", "--limit", "0").exitCode());
        assertEquals(ExitCode.USAGE, search("lamp", "--kind", "music").exitCode());
        CommandLineRun none = CommandLineRun.of("search", folder.resolve("nowhere"), "lamp");
        assertEquals(ExitCode.REFUSED, none.exitCode(), none.err());
        assertFalse(Files.exists(folder.resolve("nowhere")));
        List.of("\"", "*", "a AND (", "\\").forEach(words -> assertEquals(ExitCode.DONE, search(words).exitCode()));
    }
}
