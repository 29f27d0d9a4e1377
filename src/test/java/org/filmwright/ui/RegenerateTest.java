package org.filmwright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.filmwright.base.FrameSize;
import org.filmwright.base.ShotId;
import org.filmwright.production.Regeneration;
import org.filmwright.story.Wording;
import org.junit.jupiter.api.Test;

/** More takes are asked for from the light table: as the shot is worded, or with words edited in place. */
class RegenerateTest extends OnTheSample {

    @Test
    void oneKeyDrawsAnotherTakeOfTheShot() {
        studio.press(KeyCode.R);
        assertEquals(Regeneration.of(List.of(shot(0)), 1), asked());
    }

    @Test
    void severalAreAskedForByADigitAfterThePriceWasTold() {
        studio.press(KeyCode.R, KeyCode.ALT);
        assertTrue(studio.seen("counts"));
        assertTrue(studio.text("counts-price").contains("~$0.00"), studio.text("counts-price"));
        studio.press(KeyCode.DIGIT6);
        assertEquals(Regeneration.of(List.of(shot(0)), 6), asked());
        assertFalse(studio.seen("counts"));
    }

    @Test
    void escapeAsksForNothing() {
        studio.press(KeyCode.R, KeyCode.ALT);
        studio.press(KeyCode.ESCAPE);
        assertFalse(studio.seen("counts"));
        studio.settle();
        assertTrue(project.lightTable().asked().isEmpty());
    }

    @Test
    void aSelectionInTheGridAsksForEachOfItsShots() {
        studio.press(KeyCode.G);
        studio.press(KeyCode.A, KeyCode.CONTROL);
        studio.press(KeyCode.R);
        assertEquals(project.snapshot().script().orElseThrow().plan().shots().stream().map(each -> each.id()).toList(),
                asked().shots());
    }

    @Test
    void thePromptIsEditedInPlaceAndAskedFor() {
        studio.press(KeyCode.R, KeyCode.SHIFT);
        type("prompt-words", "A ferry in fog, seen from the quay.");
        type("prompt-negative", "people");
        seed("prompt-seed", "18 446 744 073 709 551 615");
        seed("prompt-size", "640x360");
        studio.press(KeyCode.ENTER, KeyCode.CONTROL);
        Regeneration order = asked();
        assertEquals(Optional.of(new Wording(shot(0), "A ferry in fog, seen from the quay.", "people")), order
                .wording());
        assertEquals(Optional.of(-1L), order.seed());
        assertEquals(Optional.of(new FrameSize(640, 360)), order.size());
        Fx.until("the words are read again", () -> !studio.seen("prompt-words"));
        assertEquals("A ferry in fog, seen from the quay.", studio.text("prompt"));
        assertEquals("people", studio.text("negative"));
    }

    @Test
    void theKeyThatOpensAFieldTypesNothingIntoIt() {
        Hands hands = new Hands(studio.window().scene());
        hands.type("n");
        TextField note = (TextField) studio.node("note");
        assertTrue(studio.seen("note"));
        assertEquals("", Fx.get(note::getText));
        hands.type("no rain");
        assertEquals("no rain", Fx.get(note::getText));
    }

    @Test
    void wordsThatStayAsTheyAreMakeNothingStale() {
        studio.press(KeyCode.R, KeyCode.SHIFT);
        studio.press(KeyCode.ENTER, KeyCode.CONTROL);
        assertEquals(Optional.empty(), asked().wording());
    }

    @Test
    void aSeedThatIsNoNumberIsSaidAndNothingStarts() {
        studio.press(KeyCode.R, KeyCode.SHIFT);
        seed("prompt-seed", "twelve");
        studio.press(KeyCode.ENTER, KeyCode.CONTROL);
        assertTrue(studio.text("prompt-trouble").startsWith("A seed is"));
        studio.settle();
        assertTrue(project.lightTable().asked().isEmpty());
    }

    @Test
    void whatIsTypedForAShotWaitsWhileOneLooksAtOthers() {
        studio.press(KeyCode.R, KeyCode.SHIFT);
        type("prompt-words", "Half a thought");
        Fx.run(() -> studio.window().scene().lookup("#loupe").requestFocus());
        studio.press(KeyCode.DOWN);
        assertFalse(studio.seen("prompt-words"));
        studio.press(KeyCode.UP);
        assertTrue(studio.seen("prompt-words"));
        assertEquals("Half a thought", Fx.get(((TextArea) studio.node("prompt-words"))::getText));
    }

    @Test
    void wordsAreKeptWithoutDrawingAndGivenBackToThePlan() {
        String planned = studio.text("prompt");
        studio.press(KeyCode.R, KeyCode.SHIFT);
        type("prompt-words", "Mine");
        studio.fire("prompt-keep");
        Fx.until("kept", () -> "Mine".equals(text("prompt")) && studio.seen("prompt"));
        assertTrue(project.lightTable().asked().isEmpty());
        studio.press(KeyCode.R, KeyCode.SHIFT);
        studio.fire("prompt-plan");
        Fx.until("as planned", () -> planned.equals(text("prompt")));
    }

    @Test
    void escapeLeavesTheWordsAsTheyWere() {
        String planned = studio.text("prompt");
        studio.press(KeyCode.R, KeyCode.SHIFT);
        type("prompt-words", "Mine");
        studio.press(KeyCode.ESCAPE);
        assertFalse(studio.seen("prompt-words"));
        assertEquals(planned, studio.text("prompt"));
    }

    private Regeneration asked() {
        Fx.until("asked for", () -> !project.lightTable().asked().isEmpty());
        studio.settle();
        assertEquals(1, project.lightTable().asked().size());
        return project.lightTable().asked().getFirst();
    }

    private ShotId shot(int index) {
        return project.snapshot().script().orElseThrow().plan().shots().get(index).id();
    }

    private void type(String id, String words) {
        TextArea area = (TextArea) studio.node(id);
        Fx.run(() -> {
            area.requestFocus();
            area.setText(words);
        });
    }

    private void seed(String id, String words) {
        TextField field = (TextField) studio.node(id);
        Fx.run(() -> {
            field.requestFocus();
            field.setText(words);
        });
    }

    private String text(String id) {
        return Fx.get(() -> ((Labeled) studio.window().scene().lookup("#" + id)).getText());
    }
}
