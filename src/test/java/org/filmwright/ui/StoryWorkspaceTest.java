package org.filmwright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Collectors;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.filmwright.story.Shot;
import org.filmwright.ui.kit.Desk;
import org.filmwright.ui.kit.SceneTreeModel;
import org.filmwright.ui.kit.Scope;
import org.filmwright.ui.shell.Looks;
import org.fxmisc.richtext.StyleClassedTextArea;
import org.junit.jupiter.api.Test;

/** Writing the script, its scenes and shots, by keys. */
class StoryWorkspaceTest extends BesideTheScript {
    @Test
    void whatIsTypedIsRecordedAndUndoTakesItBack() {
        String before = recorded();
        caretBehind("Fog over black water.");
        type(" It is late.");
        Fx.until("recorded", () -> recorded().contains("black water. It is late. One ferry"));
        assertEquals("Undo typing “It is late.”", undoWords());
        studio.press(KeyCode.Z, KeyCode.CONTROL);
        Fx.until("taken back",
                () -> page().getText().replace("\r\n", "\n").equals(before) && recorded().equals(before));
        studio.press(KeyCode.Z, KeyCode.CONTROL, KeyCode.SHIFT);
        Fx.until("done again", () -> page().getText().contains("It is late."));
    }

    @Test
    void undoTakesBackWhatIsNotRecordedYet() {
        String before = recorded();
        caretBehind("Fog over black water.");
        type("x");
        studio.press(KeyCode.Z, KeyCode.CONTROL);
        Fx.until("taken back", () -> page().getText().equals(before) && recorded().equals(before));
    }

    @Test
    void aShotThatIsStillListedHasNoSceneOnceTheScriptIsEmpty() {
        Shot listed = project.snapshot().script().orElseThrow().plan().shots().getLast();
        Desk desk = Looks.desk(studio.window());
        assertTrue(Fx.get(() -> desk.sceneOf(listed).isPresent()));
        studio.press(KeyCode.A, KeyCode.CONTROL);
        studio.press(KeyCode.DELETE);
        Fx.until("recorded", () -> recorded().isEmpty());
        Fx.until("planned", () -> desk.plan().filter(plan -> plan.scenes().isEmpty()).isPresent());
        assertTrue(Fx.get(() -> desk.sceneOf(listed).isEmpty()));
    }

    @Test
    void typingInAListOfTakesIsNotTypingInTheScript() {
        caretBehind("Fog over black water.");
        studio.press(KeyCode.P);
        type("p");
        assertTrue(Fx.get(() -> page().getText().contains("black water.p")));
    }

    @Test
    void findCountsTheMatchesAndEnterGoesRound() {
        studio.press(KeyCode.F, KeyCode.CONTROL);
        TextField field = (TextField) studio.node("find");
        Fx.run(() -> field.setText("suitcase"));
        assertEquals("1 of 3", studio.text("find-count"));
        studio.press(KeyCode.ENTER);
        studio.press(KeyCode.ENTER);
        assertEquals("3 of 3", studio.text("find-count"));
        studio.press(KeyCode.ENTER);
        assertEquals("1 of 3", studio.text("find-count"));
        Fx.run(() -> field.setText("submarine"));
        assertEquals("no match", studio.text("find-count"));
        studio.press(KeyCode.ESCAPE);
        assertFalse(Fx.get(() -> studio.window().scene().lookup("#find").getParent().isVisible()));
    }

    @Test
    void findLeavesTheCaretOnWhatItFound() {
        studio.press(KeyCode.F, KeyCode.CONTROL);
        Fx.run(() -> ((TextField) studio.window().scene().lookup("#find")).setText("suitcase"));
        studio.press(KeyCode.ENTER);
        studio.press(KeyCode.ESCAPE);
        assertEquals("suitcase", Fx.get(() -> page().getSelectedText().toLowerCase()));
        assertEquals(page(), Fx.get(() -> studio.window().scene().getFocusOwner()));
    }

    @Test
    void replacingAllIsOneStep() {
        String before = recorded();
        studio.press(KeyCode.F, KeyCode.CONTROL);
        Fx.run(() -> ((TextField) studio.window().scene().lookup("#find")).setText("suitcase"));
        Fx.run(() -> ((TextField) studio.window().scene().lookup("#replace")).setText("trunk"));
        press("replace-all");
        assertFalse(Fx.get(() -> page().getText().toLowerCase().contains("suitcase")));
        studio.press(KeyCode.ESCAPE);
        studio.press(KeyCode.Z, KeyCode.CONTROL);
        Fx.until("all back", () -> page().getText().equals(before));
    }

    @Test
    void everythingIsSelectedAndCopiedAsPlainText() {
        caretBehind("EXT. HARBOUR");
        studio.press(KeyCode.A, KeyCode.CONTROL);
        studio.press(KeyCode.C, KeyCode.CONTROL);
        String copied = Fx.get(() -> Clipboard.getSystemClipboard().getString());
        assertEquals(recorded(), copied);
    }

    @Test
    void tabMakesALineTheNextKindOfElement() {
        caretBehind("He looks at the suitcase, not at her.");
        studio.press(KeyCode.TAB);
        assertTrue(Fx.get(() -> page().getText().contains("\n.HE LOOKS AT THE SUITCASE, NOT AT HER.\n")));
        studio.press(KeyCode.TAB, KeyCode.SHIFT);
        assertFalse(Fx.get(() -> page().getText().contains(".HE LOOKS")));
    }

    @Test
    void insideSpeechTabMakesAParenthetical() {
        caretBehind("The boat is late.");
        studio.press(KeyCode.TAB);
        assertTrue(Fx.get(() -> page().getText().contains("MARA\n(The boat is late.)\n")));
    }

    @Test
    void aCueIsCompletedByItsFirstLetter() {
        caretBehind("He looks at the suitcase, not at her.");
        type("\n\nT");
        assertTrue(Fx.get(() -> studio.window().scene().lookup("#completions").isVisible()));
        studio.press(KeyCode.TAB);
        assertTrue(Fx.get(() -> page().getText().contains("not at her.\n\nTOBIAS\n")));
        assertFalse(Fx.get(() -> studio.window().scene().lookup("#completions").isVisible()));
    }

    @Test
    void anEmptyLineOffersTheOneWhoAnswers() {
        caretBehind("You're early.");
        type("\n\n");
        studio.press(KeyCode.TAB);
        ListView<?> offered = (ListView<?>) studio.node("completions");
        assertEquals("TOBIAS", Fx.get(() -> offered.getItems().getLast().toString()));
    }

    @Test
    void theListMarksTheShotThatIsOpenAsSoonAsTheProjectIs() {
        ListView<?> list = (ListView<?>) studio.node("scenes");
        assertTrue(Fx.get(() -> list.getSelectionModel().getSelectedItem()) instanceof SceneTreeModel.Row.OfShot first
                && first.shot().label().equals("1-A"));
    }

    @Test
    void ctrlPageDownGoesToTheNextSceneAndItsShots() {
        studio.press(KeyCode.PAGE_DOWN, KeyCode.CONTROL);
        assertEquals(5, studio.all(".fw-shot-card").size());
        assertTrue(Fx.get(() -> page().getText(page().getCurrentParagraph()).startsWith("INT. WAREHOUSE")));
        studio.press(KeyCode.PAGE_UP, KeyCode.CONTROL);
        assertEquals(3, studio.all(".fw-shot-card").size());
    }

    @Test
    void choosingASceneBringsItsHeadingIntoView() {
        ListView<?> scenes = (ListView<?>) studio.node("scenes");
        Fx.run(() -> scenes.getSelectionModel().select(scenes.getItems().size() - 1));
        assertTrue(Fx.get(() -> page().getText(page().getCurrentParagraph()).startsWith("EXT. SEA")));
    }

    @Test
    void ctrlGGoesToASceneByNumberOrByWords() {
        studio.press(KeyCode.G, KeyCode.CONTROL);
        Fx.run(() -> ((TextField) studio.window().scene().lookup("#go-to")).setText("sea"));
        studio.press(KeyCode.ENTER);
        assertTrue(Fx.get(() -> page().getText(page().getCurrentParagraph()).startsWith("EXT. SEA")));
        studio.press(KeyCode.G, KeyCode.CONTROL);
        Fx.run(() -> ((TextField) studio.window().scene().lookup("#go-to")).setText("2"));
        studio.press(KeyCode.ENTER);
        assertTrue(Fx.get(() -> page().getText(page().getCurrentParagraph()).startsWith("INT. WAREHOUSE")));
    }

    @Test
    void altDownMovesTheSceneBehindTheNext() {
        caretBehind("EXT. HARBOUR - NIGHT");
        studio.press(KeyCode.DOWN, KeyCode.ALT);
        Fx.until("recorded", () -> recorded().indexOf("INT. WAREHOUSE") < recorded().indexOf("EXT. HARBOUR"));
        assertTrue(recorded().indexOf("EXT. HARBOUR") < recorded().indexOf("EXT. SEA"));
    }

    @Test
    void cardsShowTheScenesAndLeaveWithTheirKey() {
        studio.press(KeyCode.D, KeyCode.CONTROL, KeyCode.SHIFT);
        assertEquals(3, studio.all(".fw-index-card").size());
        assertTrue(Fx.get(() -> studio.window().scene().lookup("#cards").isVisible()));
        assertEquals("card-1", currentCard());
        Fx.run(() -> studio.window().scene().lookup("#cards").requestFocus());
        studio.press(KeyCode.RIGHT);
        assertEquals("card-2", currentCard());
        studio.press(KeyCode.D, KeyCode.CONTROL, KeyCode.SHIFT);
        assertFalse(Fx.get(() -> studio.window().scene().lookup("#cards").isVisible()));
    }

    private String currentCard() {
        return studio.all(".fw-index-card:current").stream().map(Node::getId).collect(Collectors.joining(" "));
    }

    @Test
    void notesAndEmphasisGoRoundWhatIsSelected() {
        caretBehind("Fog over");
        Fx.run(() -> page().selectRange(page().getText().indexOf("Fog"), page().getText().indexOf("Fog") + 3));
        studio.press(KeyCode.B, KeyCode.CONTROL);
        assertTrue(Fx.get(() -> page().getText().contains("**Fog** over")));
        studio.press(KeyCode.B, KeyCode.CONTROL);
        assertTrue(Fx.get(() -> page().getText().contains("\nFog over")));
        studio.press(KeyCode.E, KeyCode.CONTROL);
        assertTrue(Fx.get(() -> page().getText().contains("[[Fog]] over")));
    }

    @Test
    void focusModeLeavesThePageAlone() {
        studio.press(KeyCode.F11, KeyCode.SHIFT);
        assertEquals(0, Fx.get(() -> studio.window().scene().getRoot().lookupAll("#scenes").size()));
        studio.press(KeyCode.F11, KeyCode.SHIFT);
        assertEquals(1, Fx.get(() -> studio.window().scene().getRoot().lookupAll("#scenes").size()));
    }

    @Test
    void aShotKeepsWhatAPersonWantsAndUndoForgetsIt() {
        Fx.run(() -> studio.window().scene().lookup("#shot-card-1-B").getOnMouseClicked().handle(null));
        studio.layOut();
        ComboBox<?> sizes = (ComboBox<?>) studio.node("shot-size");
        Fx.run(() -> sizes.getSelectionModel().selectFirst());
        Fx.until("directed", () -> overrides() == 1);
        Fx.until("named", () -> undoWords().equals("Undo change of shot 1-B"));
        studio.press(KeyCode.Z, KeyCode.CONTROL);
        Fx.until("forgotten", () -> overrides() == 0);
    }

    @Test
    void ctrlEnterBreaksTheSceneDown() {
        studio.press(KeyCode.PAGE_DOWN, KeyCode.CONTROL);
        studio.press(KeyCode.ENTER, KeyCode.CONTROL);
        Fx.until("asked", () -> project.refreshed() == 2);
    }

    @Test
    void theFilterKeepsTheScenesAndShotsThatMatch() {
        ListView<?> scenes = (ListView<?>) studio.node("scenes");
        TextField filter = (TextField) studio.node("filter-scenes");
        Fx.run(() -> filter.setText("sea"));
        assertTrue(Fx.get(() -> scenes.getItems().getFirst().toString().contains("EXT. SEA - DAWN")));
        Fx.run(() -> filter.setText("submarine"));
        assertEquals(0, (int) Fx.get(() -> scenes.getItems().size()));
        press("filter-clear");
        assertTrue(Fx.get(() -> scenes.getItems().size()) > 2);
    }

    @Test
    void aProjectWithoutScriptIsWrittenFromTheFirstWord() {
        try (TestStudio empty = TestStudio.with(SampleProject.unwritten())) {
            empty.show(Scope.STORY);
            Fx.run(() -> ((Button) empty.window().scene().lookup("#story-write")).fire());
            Fx.until("a page", () -> ((StyleClassedTextArea) empty.window().scene().lookup("#script")).getText()
                    .equals("INT. "));
        }
    }

    private int overrides() {
        return project.snapshot().script().orElseThrow().overrides().size();
    }

    private String undoWords() {
        return Fx.get(() -> studio.words("edit.undo"));
    }

    private void caretBehind(String words) {
        studio.layOut();
        Fx.run(() -> {
            page().requestFocus();
            int at = page().getText().indexOf(words) + words.length();
            page().moveTo(at);
        });
    }

    /** Types into whatever has the focus. */
    private void type(String words) {
        for (char letter : words.toCharArray()) {
            Fx.run(() -> {
                Node focus = studio.window().scene().getFocusOwner();
                if (letter == '\n') {
                    Event.fireEvent(focus, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false,
                            false, false));
                } else {
                    Event.fireEvent(focus, new KeyEvent(KeyEvent.KEY_TYPED, String.valueOf(letter), "",
                            KeyCode.UNDEFINED, false, false, false, false));
                }
            });
        }
    }

    private void press(String button) {
        studio.layOut();
        Fx.run(() -> ((Button) studio.window().scene().lookup("#" + button)).fire());
    }
}
