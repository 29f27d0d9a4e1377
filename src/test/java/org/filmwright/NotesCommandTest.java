package org.filmwright;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.filmwright.base.Outcome;
import org.filmwright.history.Change;
import org.filmwright.images.ImageTake;
import org.filmwright.production.LightTable;
import org.filmwright.production.Project;
import org.filmwright.review.Drawing;
import org.filmwright.review.Note;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Notes on takes: kept, answered, carried along, taken back. */
class NotesCommandTest {
    @TempDir
    private Path folder;
    private PlannedProject project;
    private String take;

    @BeforeEach
    void bringATake() throws IOException {
        project = PlannedProject.in(folder);
        take = bring("first");
    }

    private String bring(String words) throws IOException {
        return project.done("takes", "import", "--shot", "1-A", project.picture(words))
                .get(0)
                .get("take")
                .get("id")
                .asText();
    }

    @Test
    void aNoteIsAnsweredCarriedToTheNextTakeAndResolved() throws IOException {
        String note = project.done("takes", "notes", "add", take.substring(0, 10), "six fingers", "--at", "0.25,0.5")
                .get("id")
                .asText();
        project.done("takes", "notes", "answer", note, "пять пальцев");
        String next = bring("second");
        JsonNode row = project.done("takes", "notes", "list").get(0);
        assertEquals(List.of("six fingers", "пять пальцев"), row.get("thread").findValuesAsText("text"));
        assertEquals(0.25, row.get("drawing").get("pin").get("x").asDouble());
        assertEquals(next, row.get("carriedTo").get(0).asText());
        assertEquals(1, row.get("carriedTo").size());
        assertEquals(0, project.done("takes", "notes", "resolve", note).get("carriedTo").size());
        assertEquals(1, project.done("takes", "notes", "resolve", note, "--reopen").get("carriedTo").size());
        project.done("takes", "notes", "erase", note);
        assertEquals(0, project.done("takes", "notes", "list").size());
    }

    @Test
    void notesComeBackFromTheJournalAndCanBeTakenBack() throws IOException {
        try (Desk desk = Desk.open(project.folder()); Project open = desk.project()) {
            ImageTake on = open.snapshot().takes().values().iterator().next().getFirst();
            LightTable table = open.lightTable();
            Drawing circle = new Drawing(Optional.empty(),
                    List.of(new Drawing.Stroke(List.of(new Drawing.Point(0, 0), new Drawing.Point(1, 1)), 0.01, 3)));
            Note note = CommandFailed.orFail(table.pin(on.id(), circle, ""));
            CommandFailed.orFail(table.answer(note.id(), "redder"));
            CommandFailed.orFail(table.erase(note.id()));
            assertTrue(open.editor().undo().orElseThrow() instanceof Change.Noted);
            assertEquals(2, open.snapshot().edits().notes().of(on.id()).getFirst().thread().size());
            open.editor().undo();
        }
        Files.delete(project.folder().resolve("project.mv.db"));
        try (Desk desk = Desk.open(project.folder()); Project open = desk.project()) {
            Note note = open.snapshot().edits().notes().own().values().iterator().next().getFirst();
            assertEquals(1, note.thread().size());
            assertEquals(3, note.drawing().strokes().getFirst().colour());
            open.editor().redo();
            assertEquals("redder", open.snapshot().edits().notes().of(note.take()).getFirst().thread().get(1).text());
        }
    }

    @Test
    void whatIsNoNoteIsRefusedInWords() {
        assertEquals(ExitCode.USAGE, project.run("takes", "notes", "add", take, "x", "--at", "7").exitCode());
        assertTrue(project.run("takes", "notes", "add", take, " ").err().contains("says or shows"));
        assertTrue(project.run("takes", "notes", "add", take, "x".repeat(5000)).err().contains("4,000"));
        assertTrue(project.run("takes", "notes", "answer", "nothing", "x").err().contains("takes notes list"));
        try (Desk desk = Desk.open(project.folder()); Project open = desk.project()) {
            ImageTake on = open.snapshot().takes().values().iterator().next().getFirst();
            Drawing.Stroke stroke = new Drawing.Stroke(Collections.nCopies(2001, new Drawing.Point(0, 0)),
                    0.01, 0);
            assertTrue(open.lightTable()
                    .pin(on.id(), new Drawing(Optional.empty(), List.of(stroke, stroke)),
                            "") instanceof Outcome.Failed);
        }
    }
}
