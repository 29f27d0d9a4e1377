package org.filmwright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import org.filmwright.timeline.Cut;
import org.filmwright.ui.kit.Scope;
import org.filmwright.ui.shell.Looks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The player and the lanes, by keyboard and mouse. */
class TimelineWorkspaceTest {
    private TestStudio studio;

    @BeforeEach
    void openTheSample() {
        studio = TestStudio.with(SampleProject.whole());
        studio.show(Scope.TIMELINE);
    }

    @AfterEach
    void close() {
        studio.close();
    }

    @Test
    void spacePlaysAndFramesGoByUntilSpaceIsPressedAgain() {
        studio.press(KeyCode.SPACE);
        Fx.until("a third of a second has played", () -> studio.window()
                .scene()
                .lookup("#timecode") instanceof Label label
                && label.getText().compareTo("00:00:00:08") > 0);
        studio.press(KeyCode.SPACE);
        assertEquals("Play or pause",
                Fx.get(() -> studio.window().scene().lookup("#timeline-play").getAccessibleText()));
    }

    @Test
    void theListOfShotsFollowsTheFilmEveryTimeNotOnlyTheFirst() {
        try (TestStudio fresh = TestStudio.with(SampleProject.unwritten())) {
            fresh.show(Scope.TIMELINE);
            Fx.run(() -> fresh.window().open(SampleProject.whole()));
            fresh.show(Scope.STORY);
            fresh.show(Scope.TIMELINE);
            ListView<?> shots = (ListView<?>) fresh.node("shots");
            assertEquals(10, (int) Fx.get(() -> shots.getItems().size()));
        }
    }

    @Test
    void ctrlEnterAsksHowTheFilmIsToBeExported() {
        studio.press(KeyCode.ENTER, KeyCode.CONTROL);
        Fx.until("it is asked", () -> studio.seen("export-begin"));
    }

    @Test
    void arrowsStepByFramesSecondsAndCuts() {
        studio.press(KeyCode.RIGHT);
        assertEquals("00:00:00:01", studio.text("timecode"));
        studio.press(KeyCode.RIGHT, KeyCode.SHIFT);
        assertEquals("00:00:01:01", studio.text("timecode"));
        studio.press(KeyCode.DOWN);
        assertEquals("00:00:02:12", studio.text("timecode"));
        studio.press(KeyCode.LEFT);
        assertEquals("00:00:02:11", studio.text("timecode"));
        studio.press(KeyCode.UP);
        assertEquals("00:00:00:00", studio.text("timecode"));
        studio.press(KeyCode.LEFT);
        assertEquals("00:00:00:00", studio.text("timecode"));
    }

    private Cut cut() {
        return Fx.get(() -> Looks.desk(studio.window()).snapshot().get().orElseThrow().cut().orElseThrow());
    }

    /** Presses a key of the cut and waits until it is done. */
    private void edit(KeyCode code, KeyCode... modifiers) {
        Cut before = cut();
        studio.press(code, modifiers);
        Fx.until("the cut is another", () -> !cut().equals(before));
        studio.settle();
    }

    @Test
    void theCutIsEditedByKeyboardAndEachEditIsOneStepOfUndo() {
        Cut first = cut();
        studio.press(KeyCode.DOWN);
        studio.press(KeyCode.DOWN);
        studio.press(KeyCode.RIGHT, KeyCode.SHIFT);
        edit(KeyCode.B, KeyCode.CONTROL);
        assertEquals(first.items().size() + 1, cut().items().size());
        assertEquals(first.frames(), cut().frames());
        Cut split = cut();
        studio.press(KeyCode.RIGHT, KeyCode.SHIFT);
        edit(KeyCode.Q);
        assertEquals(split.frames() - 24, cut().frames(), "a second is gone");
        Cut trimmed = cut();
        edit(KeyCode.LEFT, KeyCode.ALT, KeyCode.SHIFT);
        assertEquals(trimmed.frames(), cut().frames(), "rolled");
        edit(KeyCode.DELETE, KeyCode.SHIFT);
        assertEquals(split.items().size() - 1, cut().items().size());
        edit(KeyCode.UP, KeyCode.ALT);
        edit(KeyCode.D, KeyCode.CONTROL);
        edit(KeyCode.DELETE);
        for (int step = 0; step < 7; step++) {
            edit(KeyCode.Z, KeyCode.CONTROL);
        }
        assertEquals(first, cut());
        for (int step = 0; step < 7; step++) {
            edit(KeyCode.Z, KeyCode.CONTROL, KeyCode.SHIFT);
        }
        assertEquals(split.items().size() - 1, cut().items().size());
    }

    @Test
    void whatCannotBeDoneIsSaidAndNothingChanges() {
        Cut first = cut();
        studio.press(KeyCode.HOME);
        studio.press(KeyCode.LEFT, KeyCode.ALT);
        Fx.until("it is said", () -> studio.window().scene().lookup("#aside") instanceof Label label
                && label.getText().contains("cannot slide"));
        assertEquals(Set.of(), studio.all(".fw-toast"), "nothing went wrong");
        assertEquals(first, cut());
        studio.press(KeyCode.RIGHT);
        assertEquals("", studio.text("aside"), "the next key ends it");
    }

    @Test
    void homeAndEndGoToTheFirstAndTheLastFrame() {
        studio.press(KeyCode.END);
        assertEquals("00:00:41:18", studio.text("timecode"));
        studio.press(KeyCode.HOME);
        assertEquals("00:00:00:00", studio.text("timecode"));
    }

    @Test
    void pressingAndDraggingOnTheLanesScrubs() {
        Node lanes = studio.node("lanes");
        press(lanes, MouseEvent.MOUSE_PRESSED, 700, 10);
        String there = studio.text("timecode");
        press(lanes, MouseEvent.MOUSE_DRAGGED, 900, 10);
        assertEquals(-1, Integer.signum(there.compareTo(studio.text("timecode"))));
    }

    @Test
    void theListFollowsThePlayheadAndAChosenShotMovesIt() {
        ListView<?> shots = (ListView<?>) studio.node("shots");
        studio.press(KeyCode.DOWN);
        assertEquals(0, (int) Fx.get(() -> shots.getSelectionModel().getSelectedIndex()));
        Fx.run(() -> shots.getSelectionModel().select(3));
        assertEquals("00:00:15:15", studio.text("timecode"));
    }

    @Test
    void piecesOnTheLanesKeepTheirNodesWhileTheFilmPlaysAndScrolls() {
        Set<Node> before = studio.all(".fw-lane-clip");
        studio.press(KeyCode.SPACE);
        Fx.until("some frames have played", () -> ((Label) studio.window().scene().lookup("#timecode")).getText()
                .compareTo("00:00:00:02") > 0);
        studio.press(KeyCode.SPACE);
        studio.press(KeyCode.EQUALS);
        studio.press(KeyCode.BACK_SLASH);
        assertEquals(before, studio.all(".fw-lane-clip"));
    }

    @Test
    void thePlayheadStandsOnTheFrameThatShowsWhenPlayIsInterrupted() {
        studio.press(KeyCode.SPACE);
        Fx.until("it plays", () -> ((Label) studio.window().scene().lookup("#timecode")).getText()
                .compareTo("00:00:00:02") > 0);
        studio.press(KeyCode.SPACE);
        Fx.until("what is on the screen is under the playhead", () -> Looks.isSettled(studio.window()));
    }

    @Test
    void theFrameUnderThePlayheadIsOnTheScreen() {
        studio.press(KeyCode.END);
        Fx.until("the last frame was drawn", () -> Looks.isSettled(studio.window()));
    }

    private void press(Node lanes, EventType<MouseEvent> type, double x, double y) {
        Fx.run(() -> {
            Node target = lanes.lookup(".fw-ruler");
            Event.fireEvent(target, new MouseEvent(type, x, y, x, y, MouseButton.PRIMARY, 1, false, false, false, false,
                    true, false, false, true, false, true, new PickResult(target, x, y)));
        });
    }
}
