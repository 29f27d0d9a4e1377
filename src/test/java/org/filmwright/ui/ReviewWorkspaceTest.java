package org.filmwright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.filmwright.base.ShotId;
import org.filmwright.base.TakeId;
import org.filmwright.review.Ruling;
import org.filmwright.story.ShotPlan;
import org.filmwright.story.ShotPrompt;
import org.junit.jupiter.api.Test;

/** Deciding about takes with the keyboard: real nodes, found by id. */
class ReviewWorkspaceTest extends OnTheSample {

    @Test
    void aShotIsFirstSeenByItsApprovedTake() {
        looksAt("Shot 1-A, take 2 of 3, approved");
    }

    @Test
    void pApprovesAndGoesOnToTheNextShotWithoutAnApprovedTake() {
        goTo("2-C", 2);
        studio.press(KeyCode.P);
        looksAt("Shot 2-D, take 2 of 3, new");
        decided("2-C", 2, Ruling.APPROVED);
    }

    @Test
    void ctrlEnterDrawsWhatTheSceneOfTheShotLacks() {
        goTo("2-C", 2);
        studio.press(KeyCode.ENTER, KeyCode.CONTROL);
        Fx.until("asked", () -> project.refreshed() == 2);
    }

    @Test
    void ctrlEnterDrawsASceneOfWhichNothingIsDrawn() {
        SampleProject planned = SampleProject.planned();
        Fx.run(() -> studio.window().open(planned));
        studio.press(KeyCode.ENTER, KeyCode.CONTROL);
        Fx.until("asked", () -> planned.refreshed() == 1);
    }

    @Test
    void xRejectsAndGoesOnToTheNextTake() {
        goTo("2-C", 2);
        studio.press(KeyCode.X);
        looksAt("Shot 2-C, take 3 of 3, new");
        decided("2-C", 2, Ruling.REJECTED);
    }

    @Test
    void shiftPApprovesAndStays() {
        goTo("2-C", 2);
        studio.press(KeyCode.P, KeyCode.SHIFT);
        looksAt("Shot 2-C, take 2 of 3, approved");
    }

    @Test
    void uMakesADecidedTakeNewAgain() {
        studio.press(KeyCode.U);
        looksAt("Shot 1-A, take 2 of 3, new");
        decided("1-A", 2, Ruling.NEW);
    }

    @Test
    void askingForChangesNeedsANote() {
        goTo("2-C", 2);
        studio.press(KeyCode.N);
        Button send = (Button) studio.node("note-send");
        assertTrue(Fx.get(send::isDisabled), "an empty note cannot be sent");
        TextField note = (TextField) studio.node("note");
        Fx.run(() -> note.setText("The coat should be grey."));
        studio.press(KeyCode.ENTER);
        decided("2-C", 2, Ruling.CHANGES);
        assertEquals("The coat should be grey.", project.snapshot().verdicts().get(take("2-C", 2)).reason());
        looksAt("Shot 2-C, take 3 of 3, new");
    }

    @Test
    void lettersTypedIntoTheNoteAreNotCommands() {
        goTo("2-C", 2);
        studio.press(KeyCode.N);
        studio.press(KeyCode.X);
        studio.press(KeyCode.P);
        studio.press(KeyCode.ESCAPE);
        looksAt("Shot 2-C, take 2 of 3, new");
    }

    @Test
    void undoTakesTheLatestDecisionBackAndShowsItsTake() {
        goTo("2-C", 2);
        studio.press(KeyCode.P);
        looksAt("Shot 2-D, take 2 of 3, new");
        studio.press(KeyCode.Z, KeyCode.CONTROL);
        looksAt("Shot 2-C, take 2 of 3, new");
        decided("2-C", 2, Ruling.NEW);
    }

    @Test
    void bracketsAndArrowsMoveThroughTakesAndShots() {
        studio.press(KeyCode.CLOSE_BRACKET);
        looksAt("Shot 1-A, take 3 of 3, new");
        studio.press(KeyCode.OPEN_BRACKET);
        studio.press(KeyCode.LEFT);
        looksAt("Shot 1-A, take 1 of 3, rejected");
        studio.press(KeyCode.LEFT);
        looksAt("Shot 1-A, take 1 of 3, rejected");
        studio.press(KeyCode.DOWN);
        looksAt("Shot 1-B, take 1 of 3, rejected");
        studio.press(KeyCode.UP);
        studio.press(KeyCode.RIGHT);
        looksAt("Shot 1-A, take 2 of 3, approved");
    }

    @Test
    void delMovesATakeToTheTrashAndTheToastTakesItBack() {
        goTo("2-C", 2);
        studio.press(KeyCode.DELETE);
        looksAt("Shot 2-C, take 3 of 3, new");
        Fx.until("in the trash", () -> project.snapshot().edits().trash().size() == 1);
        Fx.until("the toast", () -> studio.window().scene().lookup("#undo-trash") != null);
        Fx.run(((Button) studio.node("undo-trash"))::fire);
        Fx.until("out again", () -> project.snapshot().edits().trash().isEmpty());
        looksAt("Shot 2-C, take 2 of 3, new");
        assertTrue(Fx.get(() -> studio.window().scene().lookup("#undo-trash") == null), "the toast has done its work");
    }

    @Test
    void ctrlCCopiesThePictureWithItsFileAndCtrlShiftCItsPrompt() {
        studio.press(KeyCode.C, KeyCode.CONTROL);
        File file = project.file(project.snapshot().takesOf(firstShot()).get(1).media()).toAbsolutePath().toFile();
        Fx.until("its file", () -> Clipboard.getSystemClipboard().getFiles().equals(List.of(file)));
        assertTrue(Fx.get(() -> Clipboard.getSystemClipboard().hasImage()));
        studio.press(KeyCode.C, KeyCode.CONTROL, KeyCode.SHIFT);
        ShotPlan plan = project.snapshot().script().orElseThrow().plan();
        String prompt = ShotPrompt.of(plan, plan.shots().getFirst());
        Fx.until("its prompt", () -> prompt.equals(Clipboard.getSystemClipboard().getString()));
    }

    private ShotId firstShot() {
        return project.snapshot().script().orElseThrow().plan().shots().getFirst().id();
    }

    @Test
    void theTrashShowsWhatIsInItAndRestoresItWithItsVerdict() {
        goTo("1-A", 2);
        studio.press(KeyCode.DELETE);
        Fx.until("in the trash", () -> project.snapshot().edits().trash().size() == 1);
        ToggleButton trash = (ToggleButton) studio.node("filter-trash");
        Fx.run(trash::fire);
        looksAt("Shot 1-A, take 2, in the trash");
        assertFalse(Fx.get(() -> studio.node("images-approve").getParent().isVisible()), "nothing is decided in there");
        studio.press(KeyCode.P);
        Fx.run(((Button) studio.node("images-restore"))::fire);
        Fx.until("restored", () -> project.snapshot().edits().trash().isEmpty());
        decided("1-A", 2, Ruling.APPROVED);
        Fx.until("a word about the empty trash", () -> !studio.window().scene().lookup("#loupe").isVisible());
        Fx.run(trash::fire);
        assertTrue(spoken().startsWith("Shot 1-A"), spoken());
    }

    @Test
    void theTrashIsEmptiedAfterAPlainQuestionAndNothingBringsItBack() {
        goTo("1-A", 2);
        studio.press(KeyCode.DELETE);
        Fx.until("in the trash", () -> project.snapshot().edits().trash().size() == 1);
        Fx.run(((ToggleButton) studio.node("filter-trash"))::fire);
        studio.fire("images-empty-trash");
        Fx.until("the question", () -> studio.window().scene().lookup("#trash-empty") != null);
        assertTrue(studio.said("#sheet .label")
                .contains("1 take is deleted for good, with its picture. Frees 1.5 MB. This cannot be undone."));
        assertEquals("trash-keep", Fx.get(() -> studio.window().scene().getFocusOwner().getId()),
                "Enter deletes nothing");
        studio.fire("trash-keep");
        assertEquals(1, project.snapshot().edits().trash().size());
        studio.fire("images-empty-trash");
        Fx.until("the question", () -> studio.window().scene().lookup("#trash-empty") != null);
        studio.fire("trash-empty");
        Fx.until("it is told",
                () -> studio.said(".fw-toast .label").contains("The trash is empty. 1.5 MB are free again."));
        assertEquals(List.of(), project.snapshot().edits().trash());
        assertEquals(Optional.empty(), project.snapshot().edits().undo(), "nothing is left to take back");
    }

    @Test
    void theFilterLeavesTakesOutAndBringsThemBack() {
        ListView<?> strip = (ListView<?>) studio.node("filmstrip");
        assertEquals(30, (int) Fx.get(() -> strip.getItems().size()));
        ToggleButton fresh = (ToggleButton) studio.node("filter-new");
        Fx.run(fresh::fire);
        assertEquals(12, (int) Fx.get(() -> strip.getItems().size()));
        Button clear = (Button) studio.node("filter-clear");
        Fx.run(clear::fire);
        assertEquals(30, (int) Fx.get(() -> strip.getItems().size()));
    }

    @Test
    void aDecidedTakeThatTheFilterHidesStaysUntilOneMovesOn() {
        goTo("2-C", 2);
        ToggleButton rejected = (ToggleButton) studio.node("filter-rejected");
        Fx.run(rejected::fire);
        studio.press(KeyCode.X, KeyCode.SHIFT);
        looksAt("Shot 2-C, take 2 of 3, rejected");
    }

    @Test
    void aDecisionMadeElsewhereIsShown() {
        project.rule(take("1-A", 2), Ruling.REJECTED, "from another window");
        looksAt("Shot 1-A, take 2 of 3, rejected");
    }

    @Test
    void theWholePictureIsShownAndZChangesToAPixelForAPixel() {
        Node loupe = studio.node("loupe");
        ToggleButton full = (ToggleButton) studio.node("zoom-full");
        assertFalse(Fx.get(full::isSelected));
        studio.press(KeyCode.Z);
        assertTrue(Fx.get(full::isSelected));
        assertTrue(Fx.get(loupe::isFocused) || Fx.get(() -> studio.window().scene().getFocusOwner() == loupe));
    }

    @Test
    void choosingAShotInTheListShowsIt() {
        @SuppressWarnings("unchecked")
        ListView<Object> scenes = (ListView<Object>) studio.node("scenes");
        Fx.run(() -> scenes.getSelectionModel().select(2));
        looksAt("Shot 1-B, take 2 of 3, approved");
    }

    private void goTo(String shot, int number) {
        String wanted = "Shot " + shot + ", take " + number + " ";
        for (int i = 0; i < 30 && !spoken().startsWith(wanted); i++) {
            studio.press(KeyCode.RIGHT);
        }
        assertTrue(spoken().startsWith(wanted), spoken());
    }

    private String spoken() {
        return Fx.get(() -> studio.window().scene().lookup("#loupe").getAccessibleText());
    }

    private void looksAt(String take) {
        Fx.until(take, () -> studio.window().scene().lookup("#loupe").getAccessibleText().equals(take));
    }

    private void decided(String shot, int number, Ruling ruling) {
        Fx.until(ruling + " is recorded", () -> project.snapshot().rulingOf(take(shot, number)) == ruling);
    }

    private static TakeId take(String shot, int number) {
        return new TakeId(shot + "-take-" + number);
    }
}
