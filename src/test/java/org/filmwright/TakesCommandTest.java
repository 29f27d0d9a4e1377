package org.filmwright;

import org.filmwright.review.Flaw;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.filmwright.base.FrameSize;
import org.filmwright.base.Outcome;
import org.filmwright.base.ShotId;
import org.filmwright.base.TakeId;
import org.filmwright.engine.RunId;
import org.filmwright.history.Change;
import org.filmwright.images.ImageTake;
import org.filmwright.images.recipe.PngBytes;
import org.filmwright.production.Project;
import org.filmwright.production.Regeneration;
import org.filmwright.review.Ruling;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code takes} on a project whose script is planned and of which nothing is drawn yet. */
class TakesCommandTest {
    @TempDir
    private Path folder;
    private Path project;

    private PlannedProject planned;

    @BeforeEach
    void beginAProject() throws IOException {
        planned = PlannedProject.in(folder);
        project = planned.folder();
    }

    private CommandLineRun takes(Object... words) {
        return planned.run(Stream.concat(Stream.of("takes"), Arrays.stream(words)).toArray());
    }

    private JsonNode done(Object... words) throws IOException {
        return planned.done(Stream.concat(Stream.of("takes"), Arrays.stream(words)).toArray());
    }

    private Path picture() {
        return planned.picture("a red lamp");
    }

    @Test
    void aPictureFromOutsideBecomesATakeOnce() throws IOException {
        JsonNode first = done("import", "--shot", "1-A", picture()).get(0);
        assertEquals(1, first.get("take").get("take").asInt());
        assertEquals("external", first.get("take").get("maker").asText());
        assertEquals("77", first.get("take").get("seed").asText());
        assertEquals("a red lamp", first.get("recipe").get("prompt").asText());
        assertFalse(first.get("known").asBoolean());
        assertTrue(done("import", "--shot", "1-A", picture()).get(0).get("known").asBoolean());
        JsonNode rows = done("list");
        assertEquals(1, rows.size());
        assertEquals(first.get("take"), rows.get(0));
        assertTrue(Files.isRegularFile(Path.of(rows.get(0).get("file").asText())));
        assertFalse(CommandLineRun.of("project", "check", project).out().contains(".png"), "its file has its row");
    }

    @Test
    void takesThatLookAlikeAreFound() throws IOException {
        done("import", "--shot", "1-A", picture());
        done("import", "--shot", "1-A", planned.picture("another lamp"));
        JsonNode groups = done("similar", "--shot", "1-A");
        assertEquals(1, groups.size());
        assertEquals(List.of("1-A 1", "1-A 2"), labels(groups.get(0)));
        assertEquals(0, done("similar", "--shot", "1-B").size());
    }

    @Test
    void whatCannotBeATakeIsRefusedAndNothingIsRecorded() throws IOException {
        Path text = Files.writeString(folder.resolve("x.png"), "no picture");
        assertEquals(ExitCode.REFUSED, takes("import", "--shot", "1-A", text).exitCode());
        assertEquals(ExitCode.REFUSED, takes("import", "--shot", "9-Z", picture()).exitCode());
        assertEquals(0, done("list").size());
    }

    @Test
    void severalPicturesComeTogetherAndWhatIsNoneIsSaid() throws IOException {
        Path text = Files.writeString(folder.resolve("x.png"), "no picture");
        CommandLineRun run = takes("import", "--shot", "1-A", picture(), text, planned.picture("a door"), picture());
        assertEquals(ExitCode.REFUSED, run.exitCode());
        assertTrue(run.err().contains("x.png"), run.err());
        assertEquals(List.of(1, 2, 1), run.json()
                .valueStream()
                .map(row -> row.get("take").get("take").asInt())
                .toList());
        assertEquals(2, done("list").size());
        try (Wiring wiring = CommandFailed.orFail(Wiring.open(project)); Project open = wiring.project()) {
            open.editor().undo().orElseThrow();
            assertEquals(2, open.snapshot().edits().trash().size(), "one step takes back all");
        }
        assertEquals(0, done("list").size());
    }

    @Test
    void whatIsNotToBeProposedStaysSoAndCanBeTakenBack() {
        ShotId shot;
        try (Wiring wiring = CommandFailed.orFail(Wiring.open(project)); Project open = wiring.project()) {
            shot = open.snapshot().script().orElseThrow().plan().shots().getFirst().id();
            CommandFailed.orFail(open.lightTable().decline(shot, List.of(Flaw.HANDS, Flaw.HANDS)));
        }
        try (Wiring wiring = CommandFailed.orFail(Wiring.open(project)); Project open = wiring.project()) {
            assertEquals(List.of(Flaw.HANDS, Flaw.HANDS), open.snapshot().edits().declined().get(shot));
            open.editor().undo().orElseThrow();
            assertEquals(List.of(), open.snapshot().edits().declined().getOrDefault(shot, List.of()));
        }
    }

    @Test
    void theRecipeOfAPictureIsPrinted() throws IOException {
        CommandLineRun run = CommandLineRun.of("takes", "recipe", picture(), "--json");
        assertEquals("A1111 or Forge", run.json().get("program").asText());
        assertEquals(4, run.json().get("steps").asInt());
        Path plain = new PngBytes().pixel().into(folder.resolve("plain.png"));
        assertEquals(ExitCode.REFUSED, CommandLineRun.of("takes", "recipe", plain).exitCode());
    }

    @Test
    void anImportCanBeTakenBackAndComesAgain() throws IOException {
        TakeId take = new TakeId(done("import", "--shot", "1-A", picture()).get(0).get("take").get("id").asText());
        try (Wiring wiring = CommandFailed.orFail(Wiring.open(project)); Project open = wiring.project()) {
            Change change = open.editor().undo().orElseThrow();
            assertTrue(change instanceof Change.Trashed trashed && trashed.since().isPresent());
            assertEquals(take, open.snapshot().edits().trash().getFirst().take().id());
        }
        assertEquals(0, done("list").size());
        assertFalse(done("import", "--shot", "1-A", picture()).get(0).get("known").asBoolean());
        assertEquals(1, done("list").size());
    }

    private JsonNode more(Object... words) throws IOException {
        Object[] all = Stream.of(new Object[]{"regenerate"}, words, new Object[]{"--size", "160x90"})
                .flatMap(Arrays::stream)
                .toArray();
        assertEquals("succeeded", done(all).get("state").asText());
        return done("list");
    }

    @Test
    void moreTakesOfAShotAreDrawnWithSeedsOfTheirOwn() throws IOException {
        JsonNode rows = more("1-A", "1-B", "--count", "2");
        assertEquals(List.of("1-A 1", "1-A 2", "1-B 1", "1-B 2"), labels(rows));
        assertEquals(4, rows.findValuesAsText("seed").stream().distinct().count());
        assertEquals(List.of("1-A 1", "1-A 2", "1-A 3", "1-A 4", "1-B 1", "1-B 2"),
                labels(more("1-A", "--count", "2", "--seed", "500")));
        assertEquals(List.of("500", "501"), done("list").findValuesAsText("seed").subList(2, 4));
    }

    private static List<String> labels(JsonNode rows) {
        List<String> labels = new ArrayList<>();
        rows.forEach(row -> labels.add(row.get("shot").asText() + " " + row.get("take").asInt()));
        return labels;
    }

    @Test
    void anEditedPromptIsThatOfTheShotFromNowOnAndStandsInThePicture() throws IOException {
        more("1-A");
        JsonNode rows = more("1-A", "--prompt", "Mara holds a red lamp.", "--negative", "six fingers");
        CommandLineRun recipe = CommandLineRun.of("takes", "recipe", rows.get(1).get("file").asText(), "--json");
        assertEquals("Mara holds a red lamp.", recipe.json().get("prompt").asText());
        assertEquals("six fingers", recipe.json().get("negative").asText());
        try (Desk desk = Desk.open(project); Project open = desk.project()) {
            ShotId shot = open.snapshot().script().orElseThrow().plan().shots().getFirst().id();
            List<ImageTake> takes = open.snapshot().takesOf(shot);
            assertFalse(takes.get(0).brief().equals(takes.get(1).brief()));
            assertTrue(open.snapshot().edits().stale().isEmpty(), "the newest take answers the new prompt");
            assertTrue(open.editor().undo().orElseThrow() instanceof Change.Worded);
            assertEquals(Optional.empty(), open.snapshot().script().orElseThrow().wording(shot));
        }
    }

    @Test
    void takesThatAreAskedForBeforeAnyIsDrawnGetNumbersOfTheirOwn() throws IOException {
        try (Desk desk = Desk.open(project); Project open = desk.project()) {
            ShotId shot = open.snapshot().script().orElseThrow().plan().shots().getFirst().id();
            Regeneration two = new Regeneration(List.of(shot), 2, Optional.empty(), Optional.of(new FrameSize(160, 90)),
                    Optional.empty());
            RunId first = CommandFailed.orFail(open.lightTable().regenerate(two));
            RunId second = CommandFailed.orFail(open.lightTable().regenerate(two));
            assertFalse(first.equals(second));
            assertTrue(open.lightTable().regenerate(Regeneration.of(List.of(shot), 9)) instanceof Outcome.Failed);
            assertTrue(open.lightTable()
                    .regenerate(Regeneration.of(List.of(new ShotId("gone")), 1)) instanceof Outcome.Failed);
        }
        List<String> drawn = List.of();
        for (int order = 0; order < 5 && drawn.size() < 4; order++) { // whoever waits for its own does not wait for theirs
            drawn = labels(more("1-B")).stream().filter(label -> label.startsWith("1-A")).toList();
        }
        assertEquals(List.of("1-A 1", "1-A 2", "1-A 3", "1-A 4"), drawn);
    }

    @Test
    void aFilmIsMadeOfTheImportedPictureThatAPersonApproved() throws IOException {
        done("import", "--shot", "1-A", picture());
        try (Wiring wiring = CommandFailed.orFail(Wiring.open(project)); Project open = wiring.project()) {
            TakeId take = open.snapshot().takes().values().iterator().next().getFirst().id();
            open.rule(take, Ruling.APPROVED, "");
            assertEquals(Ruling.APPROVED, open.snapshot().rulingOf(take));
        }
        Path film = folder.resolve("film.mp4");
        CommandLineRun made = CommandLineRun.of("make", folder.resolve("film.fountain"), "--out", film, "--project",
                project, "--size", "160x90", "--takes", "1", "--json");
        assertEquals(ExitCode.DONE, made.exitCode(), made.err());
        try (Wiring wiring = CommandFailed.orFail(Wiring.open(project)); Project open = wiring.project()) {
            TakeId external = open.snapshot()
                    .takes()
                    .values()
                    .stream()
                    .flatMap(List::stream)
                    .filter(take -> take.origin().generator().equals("external"))
                    .findFirst()
                    .orElseThrow()
                    .id();
            assertTrue(open.snapshot().clips().values().stream().anyMatch(clip -> clip.image().equals(external)));
        }
    }
}
