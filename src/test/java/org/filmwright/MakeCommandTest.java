package org.filmwright;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.filmwright.engine.ManualEngine;
import org.filmwright.history.Change;
import org.filmwright.story.ScriptEdit;
import org.filmwright.story.Scripts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main job from script to film, small, with the real artist, camera, store and engine. */
class MakeCommandTest {
    private static final String SCRIPT = """
            Title: Lamp
            Author: A Test

            INT. CELLAR - NIGHT

            ADA (60s, red shawl) lifts a LANTERN.

            ADA
            Is somebody there?

            EXT. FIELD - DAY

            Ada walks through the grass.
            """;

    @TempDir
    private Path folder;
    private Path script;
    private Path film;

    @BeforeEach
    void writeTheScript() throws IOException {
        script = Files.writeString(folder.resolve("lamp.fountain"), SCRIPT);
        film = folder.resolve("lamp.mp4");
    }

    private CommandLineRun make(Object... more) {
        Object[] usual = {"make", script, "--out", film, "--size", "160x90", "--takes", "2", "--json"};
        return CommandLineRun.of(Stream.concat(Stream.of(usual), Stream.of(more)).toArray());
    }

    @Test
    void makesAFilmWithItsSubtitlesAndSaysWhatItMade() throws IOException {
        CommandLineRun run = make("--subtitles", "--title-cards");

        assertEquals(ExitCode.DONE, run.exitCode(), run.err());
        JsonNode made = run.json();
        assertEquals(2, made.at("/scenes").asInt());
        assertEquals(made.at("/shots").asInt() * 2, made.at("/takes").asInt());
        assertEquals(made.at("/shots").asInt(), made.at("/clips").asInt());
        assertEquals(160, made.at("/film/width").asInt());
        assertEquals("h264", made.at("/film/codec").asText());
        assertEquals(0, made.at("/cost/amount").asDouble());
        assertTrue(Files.readString(folder.resolve("lamp.srt")).contains("Is somebody there?"));
        assertTrue(Files.isRegularFile(folder.resolve("lamp.filmwright/output/scene_1/video.mp4")));
        assertTrue(Files.readString(folder.resolve("lamp.filmwright/output/scene_2/metadata.json")).contains("FIELD"));
    }

    @Test
    void theSameCommandAgainIsDoneAtOnceAndLeavesTheFilmAlone() throws IOException {
        CommandLineRun first = make();
        FileTime written = Files.getLastModifiedTime(film);
        CommandLineRun second = make();

        assertEquals(ExitCode.DONE, second.exitCode(), second.err());
        assertEquals(first.json().at("/film"), second.json().at("/film"));
        assertEquals(written, Files.getLastModifiedTime(film));
    }

    @Test
    void aFilmThatWasDeletedIsExportedAgainWithoutDrawingAgain() throws IOException {
        CommandLineRun first = make();
        Files.delete(film);
        CommandLineRun second = make();

        assertEquals(first.json().at("/film"), second.json().at("/film"));
        assertEquals(work(first, "draw"), work(second, "draw"));
    }

    @Test
    void sameScriptAndSeedGiveTheSameFilmInAnotherProject() throws IOException {
        String first = make().json().at("/film/sha256").asText();
        String second = make("--project", folder.resolve("other.filmwright")).json()
                .at("/film/sha256")
                .asText();
        String otherSeed = make("--seed", "2").json().at("/film/sha256").asText();

        assertEquals(first, second);
        assertNotEquals(first, otherSeed);
    }

    @Test
    void anEditedSceneIsDrawnAgainAndTheOthersAreKept() throws IOException {
        make();
        long before = pictures();
        Files.writeString(script, SCRIPT.replace("walks through the grass", "runs through the grass"));
        CommandLineRun run = make();

        assertEquals(ExitCode.DONE, run.exitCode(), run.err());
        long drawn = pictures() - before;
        assertTrue(drawn > 0 && drawn < before, before + " pictures, then " + drawn + " more");
    }

    private long pictures() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("lamp.filmwright/media"))) {
            return files.filter(file -> file.toString().endsWith(".png")).count();
        }
    }

    private static double work(CommandLineRun run, String stage) throws IOException {
        for (JsonNode one : run.json().at("/stages")) {
            if (one.at("/name").asText().equals(stage)) {
                return one.at("/work").asDouble();
            }
        }
        throw new AssertionError("No stage " + stage);
    }

    @Test
    void askStopsAtTheGateAndGoesOnWithTheChosenTakes() throws IOException {
        CommandLineRun asked = make("--approve", "ask");

        assertEquals(ExitCode.NEEDS_DECISION, asked.exitCode());
        assertTrue(asked.err().contains("workflows decide"), asked.err());
        assertFalse(Files.exists(film));

        Path project = folder.resolve("lamp.filmwright");
        for (JsonNode gate : CommandLineRun.of("workflows", "list", "--project", project, "--json")
                .json()
                .findValue("gates")) {
            CommandLineRun decided = CommandLineRun.of("workflows", "decide", gate.at("/gate").asText(), "take-2",
                    "--project", project);
            assertEquals(ExitCode.DONE, decided.exitCode(), decided.err());
        }
        CommandLineRun made = make("--approve", "ask");
        assertEquals(ExitCode.DONE, made.exitCode(), made.err());
        assertTrue(Files.isRegularFile(film));
    }

    @Test
    void aStoryInProseIsFilmedAndWhatAPersonWroteOnIsFilmedNextTime() throws IOException {
        Path prose = Files.writeString(folder.resolve("cellar.txt"),
                "Ada stood in the cellar at night. \"Is somebody there?\" she asked.\n");
        Path project = folder.resolve("cellar.filmwright");
        Object[] order = {"make", prose, "--out", film, "--size", "160x90", "--takes", "1", "--project", project,
            "--json"};

        CommandLineRun first = CommandLineRun.of(order);
        assertEquals(ExitCode.DONE, first.exitCode(), first.err());
        assertEquals(1, first.json().at("/scenes").asInt());
        try (Wiring wiring = ManualEngine.value(Wiring.openOrCreate(project))) {
            Scripts.Script script = wiring.records().scripts().current().orElseThrow();
            assertEquals("cellar.fountain", script.fileName());
            assertTrue(script.text().contains("INT. CELLAR - NIGHT"), script::text);
            wiring.records()
                    .history()
                    .make(new Change.Wrote(List.of(new ScriptEdit(script.text().length(), "",
                            "\nEXT. FIELD - DAY\n\nAda walks.\n"))), true, Wiring.clock().instant());
        }
        CommandLineRun second = CommandLineRun.of(order);
        assertEquals(ExitCode.DONE, second.exitCode(), second.err());
        assertEquals(2, second.json().at("/scenes").asInt());
        CommandLineRun check = CommandLineRun.of("project", "check", project);
        assertEquals(ExitCode.DONE, check.exitCode(), check.out() + check.err());
    }
}
