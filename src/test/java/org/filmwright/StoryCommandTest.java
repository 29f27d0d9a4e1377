package org.filmwright;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class StoryCommandTest {
    private static final Path FERRY = Path.of("assets/samples/night-ferry.fountain");
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    private int run(String... args) {
        CommandLine command = Filmwright.commandLine();
        if (!command.getSubcommands().containsKey("story")) {
            command.addSubcommand(new StoryCommand());
        }
        return command.setOut(new PrintWriter(out)).setErr(new PrintWriter(err)).execute(args);
    }

    private JsonNode json() throws IOException {
        return new ObjectMapper().readTree(out.toString());
    }

    @Test
    void bibleSaysWhoWhereAndWhatWithTheLineThatSaysSo() throws IOException {
        assertEquals(ExitCode.DONE, run("story", "bible", FERRY.toString(), "--json"));
        JsonNode mara = json().at("/entries/0");
        assertEquals("MARA", mara.get("name").asText());
        assertEquals(13, mara.at("/facts/0/line").asInt());
        assertEquals("suitcase", mara.at("/facts/1/words").asText());
    }

    @Test
    void showSaysAsJsonWhatWasUnderstood() throws IOException {
        Path script = Files.writeString(folder.resolve("a.fountain"), """
                Title: X

                # Act

                INT. BARN - NIGHT #7A#

                MARA (V.O.)
                Hello.

                TOBIAS ^
                Hello.
                """);
        assertEquals(0, run("story", "show", "--json", script.toString()));
        JsonNode document = json();
        assertEquals("X", document.at("/titlePage/Title/0").asText());
        assertEquals(1, document.at("/elements/0/depth").asInt());
        assertFalse(document.at("/elements/0").has("scene"));
        assertEquals("7A", document.at("/elements/1/number").asText());
        assertEquals("scene_heading", document.at("/elements/1/type").asText());
        assertEquals("V.O.", document.at("/elements/2/extension").asText());
        assertFalse(document.at("/elements/2").has("dual"));
        assertTrue(document.at("/elements/4/dual").asBoolean());
        assertEquals(10, document.at("/elements/4/line").asInt());
        assertEquals("BARN", document.at("/scenes/0/location").asText());
        assertEquals("NIGHT", document.at("/scenes/0/timeOfDay").asText());
        assertEquals(
                List.of("number", "heading", "setting", "location", "timeOfDay", "line", "characters", "words",
                        "seconds"),
                document.at("/scenes/0").properties().stream().map(Map.Entry::getKey).toList());
        assertEquals(0, document.at("/warnings").size());
    }

    @Test
    void showAndPlanPrintForPeople() {
        assertEquals(0, run("story", "show", FERRY.toString()));
        assertTrue(out.toString().contains("    19  scene heading  INT. WAREHOUSE - CONTINUOUS"), out::toString);
        assertEquals(0, run("story", "plan", FERRY.toString()));
        assertTrue(out.toString().contains("'quietly' is the turn of the scene"), out::toString);
        assertTrue(err.toString().isEmpty());
    }

    @Test
    void planGivesShotsWithPromptAndReasons() throws IOException {
        assertEquals(0, run("story", "plan", "--json", "--seed", "3", FERRY.toString()));
        JsonNode shot = json().at("/shots/0");
        for (String field : List.of("id", "label", "scene", "size", "angle", "move", "seconds", "prompt", "why")) {
            assertTrue(shot.hasNonNull(field), field);
        }
    }

    @Test
    void convertWritesTheSameBytesAndLeavesNothingElse() throws IOException {
        Path copy = folder.resolve("copy.txt");
        assertEquals(0, run("story", "convert", "--json", FERRY.toString(), copy.toString()));
        assertArrayEquals(Files.readAllBytes(FERRY), Files.readAllBytes(copy));
        assertEquals(0, json().at("/losses").size());
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of(copy), left.toList());
        }
    }

    @Test
    void convertSaysWhatItCannotDo() {
        assertEquals(2, run("story", "convert", FERRY.toString(), folder.resolve("a.pdf").toString()));
        assertEquals(3, run("story", "convert", FERRY.toString(), folder.resolve("no/where.fountain").toString()));
        assertTrue(err.toString().contains("Nothing was written."), err::toString);
    }

    @Test
    void badInputIsRefusedWithFileLineAndRemedyAndNoStackTrace() throws IOException {
        Path prose = Files.write(folder.resolve("prose.txt"), "Once upon a time.".getBytes(StandardCharsets.UTF_8));
        assertEquals(3, run("story", "plan", prose.toString()));
        assertTrue(err.toString().contains("prose.txt, lines 1 to 1: there is no scene heading"), err::toString);
        assertTrue(err.toString().contains("INT. KITCHEN - NIGHT"), err::toString);
        assertFalse(err.toString().contains("\tat "), err::toString);
        assertEquals(0, run("story", "show", prose.toString()));
        assertEquals(2, run("story"));
    }

    @Test
    void theBenchComparesWithBareLines() {
        for (BenchResult result : BenchStory.reading(BenchStory.script())) {
            assertTrue(result.value() > 0 && result.baseline() > 0 && result.ratio() > 0, result::toString);
        }
    }
}
