package org.filmwright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.event.Event;
import javafx.event.EventTarget;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.filmwright.timeline.Cut;
import org.filmwright.timeline.Marks;
import org.filmwright.ui.kit.Scope;
import org.filmwright.ui.shell.Looks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** J K L, I O, the loop, the whole screen and the second one, with the hands of an editor. */
class PlayerTest {
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

    private void key(EventType<KeyEvent> type, KeyCode code) {
        Fx.run(() -> {
            EventTarget target = Objects.requireNonNullElse(studio.window().scene().getFocusOwner(), studio.window()
                    .scene());
            Event.fireEvent(target, new KeyEvent(type, "", "", code, false, false, false, false));
        });
    }

    private void down(KeyCode code) {
        key(KeyEvent.KEY_PRESSED, code);
    }

    private void up(KeyCode code) {
        key(KeyEvent.KEY_RELEASED, code);
    }

    private Cut cut() {
        return Fx.get(() -> Looks.desk(studio.window()).snapshot().get().orElseThrow().cut().orElseThrow());
    }

    private void until(String label, String words) {
        Fx.until(label + " says " + words, () -> studio.text(label).equals(words));
    }

    @Test
    void jKAndLShuttle() {
        studio.press(KeyCode.RIGHT, KeyCode.SHIFT);
        studio.press(KeyCode.RIGHT, KeyCode.SHIFT);
        studio.press(KeyCode.L);
        until("pace", "");
        studio.press(KeyCode.L);
        until("pace", "2×");
        studio.press(KeyCode.L);
        studio.press(KeyCode.L);
        studio.press(KeyCode.L);
        until("pace", "8×");
        studio.press(KeyCode.K);
        until("pace", "");
        studio.press(KeyCode.END);
        studio.press(KeyCode.J);
        until("pace", "-1×");
        String before = studio.text("timecode");
        Fx.until("it runs backwards", () -> studio.text("timecode").compareTo(before) < 0);
        studio.press(KeyCode.J);
        until("pace", "-2×");
        studio.press(KeyCode.L);
        until("pace", "-1×");
        studio.press(KeyCode.SPACE);
        until("pace", "");
    }

    @Test
    void aKeyThatRepeatsItselfDoesNotDoubleThePace() {
        down(KeyCode.L);
        down(KeyCode.L);
        down(KeyCode.L);
        until("pace", "");
        up(KeyCode.L);
        studio.press(KeyCode.L);
        until("pace", "2×");
    }

    @Test
    void whileKIsHeldATapIsOneFrameAndHoldingIsSlow() {
        down(KeyCode.K);
        studio.press(KeyCode.L);
        studio.press(KeyCode.L);
        studio.press(KeyCode.L);
        studio.press(KeyCode.J);
        assertEquals("00:00:00:02", studio.text("timecode"));
        down(KeyCode.L);
        down(KeyCode.L);
        until("pace", "¼×");
        down(KeyCode.K);
        until("pace", "¼×");
        up(KeyCode.L);
        until("pace", "");
        up(KeyCode.K);
    }

    @Test
    void marksAreSetFoundAndClearedAndEachIsOneStepOfUndo() {
        studio.press(KeyCode.RIGHT, KeyCode.SHIFT);
        studio.press(KeyCode.I);
        Fx.until("marked in", () -> cut().marks().in().equals(OptionalInt.of(24)));
        studio.press(KeyCode.RIGHT, KeyCode.SHIFT);
        studio.press(KeyCode.O);
        Fx.until("marked out", () -> cut().marks().out().equals(OptionalInt.of(49)));
        studio.press(KeyCode.HOME);
        studio.press(KeyCode.O, KeyCode.SHIFT);
        assertEquals("00:00:02:00", studio.text("timecode"));
        studio.press(KeyCode.I, KeyCode.SHIFT);
        assertEquals("00:00:01:00", studio.text("timecode"));
        studio.press(KeyCode.X, KeyCode.ALT);
        Fx.until("cleared", () -> cut().marks().equals(Marks.NONE));
        studio.press(KeyCode.Z, KeyCode.CONTROL);
        Fx.until("both are back", () -> cut().marks().out().equals(OptionalInt.of(49)));
        studio.press(KeyCode.Z, KeyCode.CONTROL);
        Fx.until("only in is left", () -> cut().marks().out().isEmpty() && cut().marks().in().isPresent());
    }

    @Test
    void aLoopGoesRoundInWhatIsMarked() {
        studio.press(KeyCode.I);
        for (int n = 0; n < 3; n++) {
            studio.press(KeyCode.RIGHT);
        }
        studio.press(KeyCode.O);
        Fx.until("marked", () -> cut().marks().range(cut().frames()).isPresent());
        studio.press(KeyCode.L, KeyCode.CONTROL);
        studio.press(KeyCode.HOME);
        studio.press(KeyCode.SPACE);
        Fx.until("the third frame", () -> studio.text("timecode").equals("00:00:00:03"));
        Fx.until("the first again", () -> studio.text("timecode").equals("00:00:00:00"));
        Fx.until("and on", () -> studio.text("timecode").equals("00:00:00:02"));
        assertTrue(studio.text("timecode").compareTo("00:00:00:03") <= 0);
        studio.press(KeyCode.SPACE);
    }

    @Test
    void aMarkDoesNotOpenTheFilmAnew() {
        studio.settle();
        Optional<ImageView> before = picture();
        studio.press(KeyCode.I);
        Fx.until("marked", () -> cut().marks().in().isPresent());
        assertEquals(before.map(view -> Fx.get(view::getImage)), picture().map(view -> Fx.get(view::getImage)));
    }

    @Test
    void theFilmFillsTheScreenAndEscapeGivesItBack() {
        studio.settle();
        studio.press(KeyCode.BACK_QUOTE);
        Node full = studio.node("full-view");
        assertTrue(Fx.get(full::isVisible));
        studio.press(KeyCode.RIGHT);
        assertEquals("00:00:00:01", studio.text("timecode"), "keys mean what they mean there");
        studio.press(KeyCode.ESCAPE);
        assertFalse(Fx.get(full::isVisible));
        studio.press(KeyCode.BACK_QUOTE);
        studio.press(KeyCode.BACK_QUOTE);
        assertFalse(Fx.get(full::isVisible));
    }

    @Test
    void theSecondScreenShowsTheFilmToo() {
        studio.settle();
        studio.press(KeyCode.BACK_QUOTE, KeyCode.SHIFT);
        Fx.until("the picture is there", () -> studio.script().second.map(scene -> scene.getRoot()
                .lookupAll(".image-view")
                .stream()
                .anyMatch(view -> ((ImageView) view).getImage() != null)).orElse(false));
        studio.press(KeyCode.BACK_QUOTE, KeyCode.SHIFT);
        assertEquals(Optional.empty(), studio.script().second);
    }

    private Optional<ImageView> picture() {
        return studio.node("preview").lookupAll(".image-view").stream().map(ImageView.class::cast).findFirst();
    }
}
