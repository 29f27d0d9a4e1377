package org.filmwright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.filmwright.base.Outcome;
import org.filmwright.ui.kit.Scope;
import org.filmwright.ui.shell.Looks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A film begins with a few sentences: where they go, what is said of them, and what becomes of a screenplay that is there. */
class StoryBeginsTest {
    private static final String STORY = "Mara rows out to the lighthouse at dusk. Inside she finds old Tobias asleep. "
            + "He hands her the matches.";

    @TempDir
    private Path folder;
    private final TestStudio studio = new TestStudio();
    private final SampleProject project = SampleProject.whole();

    @AfterEach
    void close() {
        studio.close();
    }

    private void tell(String title, String words) {
        studio.script().opens = Outcome.ok(project);
        Fx.run(() -> Looks.run(studio.window(), "file.story"));
        type("story-title", title);
        type("story-words", words);
        studio.fire("story-begin");
    }

    private void type(String id, String words) {
        TextInputControl field = (TextInputControl) studio.node(id);
        Fx.run(() -> field.setText(words));
    }

    @Test
    void threeSentencesBecomeAProjectOfTheirOwnAndTheJobsShow() {
        tell("The lamp: a film", STORY);
        Fx.until("it is told", () -> project.begun().asked().equals(List.of("The lamp a film.txt")));
        assertEquals("The lamp a film.filmwright", studio.script().entered.orElseThrow().getFileName().toString());
        Fx.until("the jobs show", () -> Looks.isOpen(studio.window(), project) && studio.seen("jobs-drawer"));
        Fx.run(() -> Looks.run(studio.window(), "file.story"));
        assertEquals("", Fx.get(((TextInputControl) studio.node("story-words"))::getText), "the next is another one");
    }

    @Test
    void whatIsNoStoryMakesNothingAndIsKeptToBeChanged() {
        tell("", "lamp");
        Fx.until("it is said", () -> studio.seen("story-trouble"));
        assertTrue(studio.text("story-trouble").contains("Nothing was made"), studio.text("story-trouble"));
        assertEquals("lamp", Fx.get(((TextInputControl) studio.node("story-words"))::getText));
        assertEquals(Optional.empty(), studio.script().entered);
    }

    @Test
    void whoWouldWriteIsSaidAndWhetherAKeyIsMissing() {
        Fx.run(() -> Looks.run(studio.window(), "file.story"));
        Fx.until("rules write", () -> studio.text("story-writer").startsWith("Written by rule"));
        studio.script().writers.writes("anthropic");
        Fx.run(() -> Looks.run(studio.window(), "file.story"));
        Fx.until("the key is missing", () -> studio.text("story-writer").contains("Anthropic has no key"));
        studio.script().writers.setKey("anthropic", "k-1");
        Fx.run(() -> Looks.run(studio.window(), "file.story"));
        Fx.until("it charges", () -> studio.text("story-writer").startsWith("Anthropic writes it and charges"));
    }

    @Test
    void aStoryWithoutANameIsCalledByItsFirstWords() {
        tell("", STORY);
        Fx.until("it is told", () -> !project.begun().asked().isEmpty());
        assertEquals(List.of("Mara rows out to.txt"), project.begun().asked());
    }

    @Test
    void aScreenplayThatStandsThereIsAskedAboutAndStaysUnlessItIsToldAnew() {
        project.begun().stands("lamp.fountain", 3);
        tell("Lamp", STORY);
        Fx.until("it is asked", () -> studio.seen("story-leave"));
        assertTrue(studio.said(".label").contains("lamp.fountain has 3 scenes"), studio.said(".label"));
        assertEquals("story-leave", Fx.get(() -> studio.window().scene().getFocusOwner().getId()),
                "Enter changes nothing");
        studio.press(KeyCode.ESCAPE);
        assertEquals(List.of(), project.begun().asked());
        tell("Lamp", STORY);
        Fx.until("it is asked again", () -> studio.seen("story-anew"));
        studio.fire("story-anew");
        Fx.until("it is told", () -> project.begun().asked().equals(List.of("anew: Lamp.txt")));
    }

    @Test
    void aFileOfProseHasItsProjectBesideIt() throws IOException {
        Path file = Files.writeString(folder.resolve("lamp.md"), STORY);
        studio.script().chosen = Optional.of(file);
        studio.script().opens = Outcome.ok(project);
        Fx.run(() -> Looks.run(studio.window(), "file.story"));
        studio.fire("story-file");
        Fx.until("it is told", () -> project.begun().asked().equals(List.of("lamp.md")));
        assertEquals(Optional.of(folder.resolve("lamp.filmwright").toAbsolutePath()), studio.script().entered);
    }

    @Test
    void everyWorkflowIsListedWithASentenceAndBeginsWithOnePress() {
        studio.script().opens = Outcome.ok(project);
        assertFalse(Fx.get(() -> Looks.run(studio.window(), "run.workflow")), "there is nothing to put through one");
        Fx.run(() -> studio.window().open(project));
        Fx.until("it is open", () -> Looks.isOpen(studio.window(), project));
        Fx.run(() -> Looks.run(studio.window(), "run.workflow"));
        Fx.until("they are listed", () -> studio.seen("workflow-script_coverage"));
        String said = studio.said(".label");
        assertTrue(said.contains("Script coverage") && said.contains("The crew reads the screenplay"), said);
        assertTrue(said.contains("Left out: workflows/mine.json: line 3"), said);
        studio.fire("workflow-script_coverage");
        Fx.until("it has begun", () -> project.begun().asked().equals(List.of("script_coverage")));
    }

    @Test
    void aFileHeldOverTheWelcomePageStillBecomesAFilmByRule() throws IOException {
        File file = Files.writeString(folder.resolve("lamp.txt"), STORY).toFile();
        studio.show(Scope.WELCOME);
        assertTrue(Fx.get(() -> Looks.hold(studio.window(), List.of(file))));
    }
}
