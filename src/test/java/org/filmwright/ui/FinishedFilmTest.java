package org.filmwright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;
import org.filmwright.production.Job;
import org.filmwright.ui.shell.Looks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way from a finished film to the file, and how long the studio speaks of what was achieved. */
class FinishedFilmTest extends OnTheSample {
    private final SampleQueue queue = new SampleQueue();
    @TempDir
    private Path disk;
    private Path films;

    @Override
    protected SampleProject sample() {
        return SampleProject.whole(queue);
    }

    @BeforeEach
    void place() throws IOException {
        project.moved(disk);
        films = Files.createDirectories(disk.resolve("exports"));
    }

    private void make() throws IOException {
        Files.writeString(films.resolve("film.mp4"), "a film");
        studio.script().makes = Outcome.ok(films.resolve("film.mp4"));
        studio.press(KeyCode.M, KeyCode.CONTROL, KeyCode.SHIFT);
        Fx.until("it is said", () -> studio.window().scene().lookup("#film-show") != null);
    }

    @Test
    void aFinishedFilmIsOnePressAwayFromItsFolder() throws IOException {
        make();
        assertEquals("The film is finished: " + Path.of("exports", "film.mp4"), studio.said(".fw-toast > .label"));
        studio.fire("film-show");
        assertEquals(List.of("folder " + films), studio.told());
        assertEquals("", studio.said(".fw-toast .label"), "the message has done its work");
    }

    private void exported() throws IOException {
        Files.writeString(films.resolve("film.mp4"), "a film");
        Job.Work export = new Job.Work(Job.Task.EXPORT, "", 0, "", "film", Optional.empty());
        queue.finishes(SampleQueue.job("x", 0, export, Job.State.DONE, SampleQueue.took(1, 4)),
                films.resolve("film.mp4"));
    }

    @Test
    void aFilmThatAWorkflowMadeIsToldOfAsWell() throws IOException {
        exported();
        Fx.until("it is said", () -> studio.window().scene().lookup("#film-show") != null);
        assertEquals("The film is finished: " + Path.of("exports", "film.mp4"), studio.said(".fw-toast > .label"));
        assertFalse(studio.seen("shots"));
        studio.fire("film-play");
        assertTrue(studio.seen("shots"), "the timeline");
    }

    @Test
    void aFilmThatSomebodyWaitedForIsToldOfOnce() throws IOException {
        make();
        exported();
        Fx.until("its job is heard of", () -> queue.asked().contains("film x"));
        studio.settle();
        assertEquals(1, studio.all("#film-show").size());
    }

    @Test
    void itIsFoundAgainLater() throws IOException {
        Files.writeString(films.resolve("film.mp4"), "a film");
        Fx.run(() -> Looks.run(studio.window(), "run.show-film"));
        assertEquals(List.of("folder " + films), studio.told());
    }

    @Test
    void whereThereIsNoneOneIsToldHowToMakeIt() {
        Fx.run(() -> Looks.run(studio.window(), "run.show-film"));
        assertEquals(List.of(), studio.told());
        assertTrue(studio.said(".fw-toast .label").contains("Make film"));
    }

    @Test
    void aDesktopWithoutFoldersIsSaidSoWithThePlace() throws IOException {
        Files.writeString(films.resolve("film.mp4"), "a film");
        studio.script().folders = false;
        Fx.run(() -> Looks.run(studio.window(), "run.show-film"));
        assertTrue(studio.said(".fw-toast .label").contains(films.toString()));
    }

    @Test
    void resultsGoWithTheirProjectAndTroubleStays() throws IOException {
        make();
        studio.script().makes = Outcome.failed(new Failure.Refused("The disk is full.", "Make room."));
        studio.press(KeyCode.M, KeyCode.CONTROL, KeyCode.SHIFT);
        Fx.until("the trouble is told", () -> studio.said(".fw-toast .label").contains("The disk is full."));
        assertTrue(studio.seen("film-show"));
        studio.press(KeyCode.W, KeyCode.CONTROL);
        assertFalse(studio.seen("film-show"));
        assertTrue(studio.said(".fw-toast .label").contains("The disk is full."));
    }

    @Test
    void theUndoOfATakeInTheTrashGoesWithItsProject() {
        studio.fire("images-trash");
        Fx.until("it is said", () -> studio.seen("undo-trash"));
        Fx.run(() -> studio.window().open(SampleProject.whole()));
        assertFalse(studio.seen("undo-trash"));
    }
}
