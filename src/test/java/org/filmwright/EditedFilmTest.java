package org.filmwright;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.filmwright.base.Outcome;
import org.filmwright.export.FilmFrames;
import org.filmwright.history.Change;
import org.filmwright.production.Project;
import org.filmwright.story.ScriptEdit;
import org.filmwright.timeline.Cut;
import org.filmwright.timeline.Deed;
import org.filmwright.timeline.Item;
import org.filmwright.timeline.Splicer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A film that was made by rule and edited by hand, and made again. */
class EditedFilmTest {
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
    private Path script;

    @BeforeEach
    void write() throws IOException {
        script = Files.writeString(folder.resolve("lamp.fountain"), SCRIPT);
    }

    private JsonNode make() throws IOException {
        CommandLineRun run = CommandLineRun.of("make", script, "--out", folder.resolve("film.mp4"), "--project",
                folder.resolve("film.filmwright"), "--size", "320x180", "--subtitles", "--json");
        assertEquals(ExitCode.DONE, run.exitCode(), run.err());
        return run.json().get("film");
    }

    /** Trims the head of the first clip by ten frames and takes the last clip out; says what the cut is then. */
    private Cut edit() {
        try (Wiring wiring = CommandFailed.orFail(Wiring.openOrCreate(folder.resolve("film.filmwright")));
                Project project = wiring.project()) {
            Cut cut = project.snapshot().cut().orElseThrow();
            int first = place(cut, 1);
            int last = place(cut.items().reversed());
            assertInstanceOf(Outcome.Ok.class, project.editor()
                    .recut(now -> Splicer.trimHead(now, first, 10)
                            .then(shorter -> Splicer.extract(shorter, now.items().size() - 1 - last))));
            return project.snapshot().cut().orElseThrow();
        }
    }

    private static int place(Cut cut, int from) {
        return from - 1 + place(cut.items().subList(from - 1, cut.items().size()));
    }

    private static int place(List<Item> items) {
        int at = 0;
        while (!(items.get(at) instanceof Item.Clip)) {
            at++;
        }
        return at;
    }

    private Cut cut() {
        try (Wiring wiring = CommandFailed.orFail(Wiring.openOrCreate(folder.resolve("film.filmwright")));
                Project project = wiring.project()) {
            return project.snapshot().cut().orElseThrow();
        }
    }

    @Test
    void theSameCommandExportsWhatWasEditedAndThenHasNothingToDo() throws IOException {
        JsonNode before = make();
        Cut edited = edit();
        assertTrue(edited.frames() < before.get("frames").asInt() - 10);
        JsonNode after = make();
        assertEquals(edited.frames(), after.get("frames").asInt());
        assertNotEquals(before.get("sha256"), after.get("sha256"));
        assertEquals(edited, cut());
        assertEquals(after, make());
    }

    @Test
    void whatIsSaidMovesAlongWithItsShot() throws IOException {
        make();
        Cut before = cut();
        Cut edited = edit();
        assertEquals(before.subtitles().getFirst().text(), edited.subtitles().getFirst().text());
        assertEquals(before.subtitles().getFirst().start() - 10, edited.subtitles().getFirst().start());
    }

    @Test
    void anEditThatIsTakenBackLeavesTheFilmOfBefore() throws IOException {
        JsonNode before = make();
        edit();
        try (Wiring wiring = CommandFailed.orFail(Wiring.openOrCreate(folder.resolve("film.filmwright")));
                Project project = wiring.project()) {
            assertTrue(project.editor().undo().isPresent());
        }
        assertEquals(before, make());
    }

    @Test
    void aChangedScriptKeepsWhatWasEdited() throws IOException {
        make();
        Cut edited = edit();
        Files.writeString(script, SCRIPT.replace("LANTERN", "TELEPHONE"));
        make();
        Cut after = cut();
        assertEquals(edited.items().stream().map(Item::frames).toList(), after.items()
                .stream()
                .map(Item::frames)
                .toList());
        assertNotEquals(edited.items(), after.items(), "with the new clip");
    }

    private static List<String> shots(Cut cut) {
        return cut.items()
                .stream()
                .filter(Item.OfShot.class::isInstance)
                .map(item -> ((Item.OfShot) item).shot().value())
                .toList();
    }

    @Test
    void aSceneGoesElsewhereInScriptAndCutAndBackWithOneUndo() throws IOException {
        make();
        try (Wiring wiring = CommandFailed.orFail(Wiring.openOrCreate(folder.resolve("film.filmwright")));
                Project project = wiring.project()) {
            int first = place(project.snapshot().cut().orElseThrow(), 1);
            project.editor().recut(now -> Splicer.trimHead(now, first, 10));
            Cut before = project.snapshot().cut().orElseThrow();
            List<String> other = shots(before);
            String text = project.snapshot().script().orElseThrow().text();
            assertInstanceOf(Outcome.Failed.class, project.editor().moveScene(1, 1));
            assertInstanceOf(Outcome.Ok.class, project.editor().moveScene(2, 1));
            Cut after = project.snapshot().cut().orElseThrow();
            assertEquals(before.frames(), after.frames());
            assertNotEquals(other, shots(after));
            assertEquals(other.stream().sorted().toList(), shots(after).stream().sorted().toList());
            assertTrue(project.snapshot().script().orElseThrow().text().startsWith("EXT. FIELD"));
            assertTrue(project.editor().undo().isPresent());
            assertEquals(text, project.snapshot().script().orElseThrow().text());
            assertEquals(before, project.snapshot().cut().orElseThrow());
            assertTrue(project.editor().redo().isPresent());
            assertEquals(after, project.snapshot().cut().orElseThrow());
        }
    }

    @Test
    void theFilmIsLaidBeforeAnythingIsDrawnAndTakesTheClipsWhenTheyAreMade() throws IOException {
        try (Wiring wiring = CommandFailed.orFail(Wiring.openOrCreate(folder.resolve("film.filmwright")));
                Project project = wiring.project()) {
            assertInstanceOf(Outcome.Failed.class, project.editor().lay());
            project.editor()
                    .write(new Change.Wrote(List.of(ScriptEdit.between("", SCRIPT).orElseThrow())), false);
            assertInstanceOf(Outcome.Ok.class, project.editor().lay());
            Cut laid = project.snapshot().cut().orElseThrow();
            assertTrue(laid.items().stream().anyMatch(Item.Board.class::isInstance));
            assertTrue(laid.items().stream().noneMatch(Item.Clip.class::isInstance));
            try (FilmFrames film = CommandFailed.orFail(project.play(160))) {
                film.frame(laid.frames() / 2, new int[film.size().width() * film.size().height()]);
            }
        }
        make();
        assertTrue(cut().items().stream().noneMatch(Item.Board.class::isInstance));
    }

    @Test
    void layingTheCutKeepsItsTrimsAndIsTakenBackWithOneUndo() {
        try (Wiring wiring = CommandFailed.orFail(Wiring.openOrCreate(folder.resolve("film.filmwright")));
                Project project = wiring.project()) {
            write(project, "", SCRIPT);
            assertInstanceOf(Outcome.Ok.class, project.editor().lay());
            assertInstanceOf(Outcome.Failed.class, project.editor().lay(), "it is laid so already");
            int board = project.snapshot().cut().orElseThrow().items().indexOf(board(project));
            project.editor().recut(Deed.RIPPLE_TRIM, now -> Splicer.trimTail(now, board, -5));
            Item trimmed = board(project);
            write(project, SCRIPT, SCRIPT + "\nEXT. ROOF - NIGHT\n\nADA waves at the moon.\n");
            Cut before = project.snapshot().cut().orElseThrow();
            assertInstanceOf(Outcome.Ok.class, project.editor().lay());
            Cut after = project.snapshot().cut().orElseThrow();
            assertEquals(trimmed, board(project), "the trim is kept");
            assertTrue(shots(after).size() > shots(before).size(), "the new shot is there");
            Change.Recut undone = assertInstanceOf(Change.Recut.class, project.editor().undo().orElseThrow());
            assertEquals(Deed.LAID, undone.deed());
            assertEquals(before, project.snapshot().cut().orElseThrow());
            assertInstanceOf(Outcome.Ok.class, project.editor().lay());
            assertEquals(after, project.snapshot().cut().orElseThrow(), "what is new is still new");
            project.editor().undo();
            project.editor().redo();
            assertEquals(after, project.snapshot().cut().orElseThrow());
        }
    }

    private static void write(Project project, String before, String after) {
        project.editor().write(new Change.Wrote(List.of(ScriptEdit.between(before, after).orElseThrow())), false);
    }

    private static Item board(Project project) {
        return project.snapshot()
                .cut()
                .orElseThrow()
                .items()
                .stream()
                .filter(Item.Board.class::isInstance)
                .findFirst()
                .orElseThrow();
    }
}
