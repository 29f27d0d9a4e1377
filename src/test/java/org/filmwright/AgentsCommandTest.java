package org.filmwright;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.filmwright.production.Judgement;
import org.filmwright.production.Remembered;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgentsCommandTest {
    private static final Path FERRY = Path.of("assets/samples/night-ferry.fountain");

    @TempDir
    private Path folder;

    @Test
    void listShowsTheCrewAndWhoAnswersByRule() throws IOException {
        JsonNode all = CommandLineRun.of("agents", "list", "--json").json();
        assertTrue(all.get("agents").size() >= 50);
        JsonNode able = CommandLineRun.of("agents", "list", "--json", "--capability", "camera-move", "--by-rule")
                .json();
        assertEquals("cinematographer", able.at("/agents/0/id").asText());
        assertEquals("camera", able.at("/agents/0/rule").asText());
        assertEquals(0.95, able.at("/agents/0/capabilities/camera-move").asDouble());
        assertTrue(CommandLineRun.of("agents", "list").out().contains("[rule coverage]"));
    }

    @Test
    void showGivesSchemasExampleAndInstructions() throws IOException {
        JsonNode shown = CommandLineRun.of("agents", "show", "prompt-parser", "--json").json();
        assertEquals(7.5, shown.at("/output/properties/guidance/const").asDouble());
        assertTrue(shown.get("instructions").asText().contains("photography"));
        CommandLineRun unknown = CommandLineRun.of("agents", "show", "nobody");
        assertEquals(ExitCode.REFUSED, unknown.exitCode());
        assertTrue(unknown.err().contains("agents list"), unknown::err);
    }

    @Test
    void runAnswersByRuleFromAScreenplayOrFromJson() throws IOException {
        CommandLineRun run = CommandLineRun.of("agents", "run", "coverage-planner", "--input", FERRY, "--scene", "1",
                "--json");
        assertEquals(ExitCode.DONE, run.exitCode(), run::err);
        assertEquals("1-A", run.json().at("/answer/shots/0/label").asText());
        assertEquals("rule:coverage", run.json().get("by").asText());
        Path input = Files.writeString(folder.resolve("in.json"),
                "{\"script\": \"INT. ROOM - DAY\\n\\nMARA (30s) sleeps.\\n\"}");
        CommandLineRun people = CommandLineRun.of("agents", "run", "character-breakdown", "--input", input);
        assertEquals(ExitCode.DONE, people.exitCode(), people::err);
        assertTrue(people.out().contains("\"MARA\"") && people.out().contains("Confidence"), people::out);
    }

    @Test
    void anAnswerForReviewIsPrintedAndEndsWithCode4() throws IOException {
        CommandLineRun run = CommandLineRun.of("agents", "run", "logline-writer", "--input", FERRY, "--json");
        assertEquals(ExitCode.NEEDS_DECISION, run.exitCode());
        assertTrue(run.json().get("forReview").asBoolean());
        assertFalse(run.json().at("/answer/logline").asText().isBlank());
    }

    @Test
    void whatCannotBeDoneSaysWhatToDoInstead() throws IOException {
        CommandLineRun writer = CommandLineRun.of("agents", "run", "theme-finder", "--input", FERRY, "--json");
        assertEquals(ExitCode.MISSING_SETUP, writer.exitCode());
        assertTrue(writer.err().contains("needs a generator of text") && writer.out().isEmpty(), writer::err);
        Path broken = Files.writeString(folder.resolve("in.json"), "{\n\"script\": }");
        CommandLineRun unread = CommandLineRun.of("agents", "run", "scene-analyst", "--input", broken);
        assertEquals(ExitCode.REFUSED, unread.exitCode());
        assertTrue(unread.err().contains("in.json, line 2: this is no JSON"), unread::err);
        Path thin = Files.writeString(folder.resolve("thin.json"), "{\"film\": 1}");
        CommandLineRun unfit = CommandLineRun.of("agents", "run", "scene-analyst", "--input", thin);
        assertEquals(ExitCode.REFUSED, unfit.exitCode());
        assertTrue(unfit.err().contains("agents show scene-analyst"), unfit::err);
        assertEquals(ExitCode.REFUSED,
                CommandLineRun.of("agents", "run", "lens-choice", "--input", FERRY).exitCode());
        assertEquals(ExitCode.REFUSED,
                CommandLineRun.of("agents", "run", "scene-analyst", "--input", folder.resolve("no.json")).exitCode());
        assertEquals(ExitCode.USAGE, CommandLineRun.of("agents", "run", "scene-analyst").exitCode());
    }

    @Test
    void aProjectsOwnAgentIsUsedAndABrokenOneNamedByLine() throws IOException {
        Path own = Files.createDirectories(folder.resolve("agents"));
        String analyst;
        try (var in = getClass().getResourceAsStream("/org/filmwright/agents/scene-analyst.md")) {
            analyst = new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
        Path mine = Files.writeString(own.resolve("mine.md"),
                analyst.replace("id: scene-analyst", "id: my-analyst"));
        assertEquals(ExitCode.DONE, CommandLineRun.of("agents", "validate", mine).exitCode());
        assertEquals(ExitCode.DONE, CommandLineRun.of("agents", "run", "my-analyst", "--input", FERRY, "--project",
                folder).exitCode());
        Path bad = Files.writeString(own.resolve("bad.md"), analyst.replace("version: 1", "version: one"));
        CommandLineRun refused = CommandLineRun.of("agents", "validate", bad, "--json");
        assertEquals(ExitCode.REFUSED, refused.exitCode());
        assertEquals(3, refused.json().get("line").asInt());
        assertFalse(refused.json().get("valid").asBoolean());
        JsonNode listing = CommandLineRun.of("agents", "list", "--project", folder, "--json").json();
        assertEquals(1, listing.get("refused").size());
        assertEquals(3, listing.at("/refused/0/line").asInt());
    }

    @Test
    void whatIsRememberedIsListedForgottenOneByOneAndAltogether() throws IOException {
        Path person = folder.resolve("person");
        PreferenceFile file = new PreferenceFile(person);
        Judgement.Words words = new Judgement.Words("ab".repeat(32), "Fog.", "Fog lies.");
        CommandFailed.orFail(file.judged(new Judgement("script-doctor", "Script doctor", false, Optional.of(words),
                Instant.EPOCH)));
        CommandFailed.orFail(file.asked(new Remembered.Asked("script-doctor", "Script doctor", true)));
        JsonNode all = CommandLineRun.in(person, "agents", "preferences", "--json").json();
        assertEquals(1, all.at("/agents/0/suggestions/of").asInt());
        assertEquals("abababab", all.at("/refused/0/id").asText());
        assertEquals("script", all.at("/last/about").asText());
        CommandLineRun told = CommandLineRun.in(person, "agents", "preferences");
        assertTrue(told.out().contains("Script doctor: you took 0 of 1 suggestion."), told::out);
        assertTrue(CommandLineRun.in(person, "agents", "show", "script-doctor")
                .out()
                .contains("Remembered of you: you took 0 of its last 1."));
        CommandLineRun unknown = CommandLineRun.in(person, "agents", "preferences", "--forget", "nobody");
        assertEquals(ExitCode.REFUSED, unknown.exitCode());
        assertTrue(unknown.err().contains("Nothing was forgotten"), unknown::err);
        assertEquals(ExitCode.USAGE, CommandLineRun.in(person, "agents", "preferences", "--forget", "last",
                "--forget-all").exitCode());
        assertTrue(CommandLineRun.in(person, "agents", "preferences", "--forget", "last", "--json")
                .json()
                .path("last")
                .isMissingNode());
        assertTrue(CommandLineRun.in(person, "agents", "preferences", "--forget", "abababab")
                .out()
                .contains("Nothing is remembered."));
        Files.writeString(person.resolve("preferences.json"), "{\"judgements\": [");
        assertTrue(CommandLineRun.in(person, "agents", "preferences").out().contains("could not be read"));
        assertEquals("Nothing is remembered.", CommandLineRun.in(person, "agents", "preferences", "--forget-all")
                .out()
                .strip());
    }
}
