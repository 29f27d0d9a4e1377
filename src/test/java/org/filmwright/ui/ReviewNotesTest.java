package org.filmwright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.filmwright.base.TakeId;
import org.filmwright.review.Drawing;
import org.filmwright.review.Note;
import org.filmwright.review.Ruling;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Notes on a take: drawn and pinned with the mouse and without it, answered, resolved, erased, carried on. */
class ReviewNotesTest extends OnTheSample {
    private static final TakeId SECOND = new TakeId("1-A-take-2");
    private static final TakeId THIRD = new TakeId("1-A-take-3");

    @BeforeEach
    void lookAtIt() {
        Fx.until("the picture is there", () -> picture("loupe").getImage() != null);
        studio.layOut();
    }

    @Test
    void aPressPinsADragDrawsAndEnterMakesANoteOfIt() {
        studio.press(KeyCode.D);
        assertEquals("note-layer", focus());
        mouse("note-layer", 0.25, 0.5, 0.25, 0.5);
        assertEquals("note-words", focus(), "one goes on with the words");
        mouse("note-layer", 0.5, 0.5, 0.75, 0.25);
        type("The hand has six fingers.");
        studio.press(KeyCode.ENTER);
        Note note = note(SECOND);
        assertEquals("The hand has six fingers.", note.text());
        assertEquals(0.25, note.drawing().pin().orElseThrow().x(), 0.01);
        Drawing.Stroke line = note.drawing().strokes().getFirst();
        assertEquals(0.5, line.points().getFirst().x(), 0.01);
        assertEquals(0.75, line.points().getLast().x(), 0.01);
        assertEquals(0.25, line.points().getLast().y(), 0.01);
        Fx.until("its pin", () -> found("pin-1").isPresent());
        assertEquals("loupe", focus(), "the keys are back");
        assertEquals("Note 1, open: The hand has six fingers.", Fx.get(studio.node("pin-1")::getAccessibleText));
    }

    @Test
    void withoutAMouseArrowsMoveThePointAndSpaceLowersThePen() {
        studio.press(KeyCode.D);
        studio.press(KeyCode.RIGHT);
        studio.press(KeyCode.DOWN, KeyCode.SHIFT);
        studio.press(KeyCode.SPACE);
        studio.press(KeyCode.RIGHT);
        studio.press(KeyCode.RIGHT);
        studio.press(KeyCode.SPACE);
        studio.press(KeyCode.ENTER);
        Drawing drawing = note(SECOND).drawing();
        assertEquals(new Drawing.Point(0.52, 0.505), drawing.pin().orElseThrow());
        assertEquals(List.of(new Drawing.Point(0.52, 0.505), new Drawing.Point(0.54, 0.505), new Drawing.Point(0.56,
                0.505)), drawing.strokes().getFirst().points());
        assertEquals(Ruling.APPROVED, project.snapshot().rulingOf(SECOND), "arrows and Space meant the pen");
    }

    @Test
    void whatIsTypedOverThePictureIsTheNote() {
        studio.press(KeyCode.D);
        new Hands(studio.window().scene()).type("xp");
        assertEquals("note-words", focus());
        assertEquals("xp", Fx.get(((TextField) studio.node("note-words"))::getText));
        assertEquals(Ruling.APPROVED, project.snapshot().rulingOf(SECOND));
    }

    @Test
    void escLeavesDrawingAndWhatWasBegunIsThereAgain() {
        studio.press(KeyCode.D);
        mouse("note-layer", 0.2, 0.2, 0.4, 0.4);
        type("Too dark");
        studio.press(KeyCode.ESCAPE);
        assertFalse(Fx.get(() -> studio.window().scene().lookup("#composer").isVisible()));
        assertEquals("loupe", focus());
        studio.press(KeyCode.RIGHT);
        studio.press(KeyCode.D);
        assertEquals("", Fx.get(((TextField) studio.node("note-words"))::getText), "another take, another note");
        studio.press(KeyCode.ESCAPE);
        studio.press(KeyCode.LEFT);
        studio.press(KeyCode.D);
        assertEquals("Too dark", Fx.get(((TextField) studio.node("note-words"))::getText));
        Fx.run(((Button) studio.node("note-pin"))::fire);
        assertEquals(1, note(SECOND).drawing().strokes().size());
    }

    @Test
    void ctrlZWhileDrawingTakesTheLastLineBackAndNothingElse() {
        studio.press(KeyCode.X, KeyCode.SHIFT);
        Fx.until("rejected", () -> project.snapshot().rulingOf(SECOND) == Ruling.REJECTED);
        studio.press(KeyCode.D);
        mouse("note-layer", 0.2, 0.2, 0.4, 0.4);
        assertEquals("note-words", focus());
        new Hands(studio.window().scene()).type("dark");
        studio.press(KeyCode.Z, KeyCode.CONTROL);
        assertEquals("", Fx.get(((TextField) studio.node("note-words"))::getText), "first what was typed");
        assertFalse(Fx.get(studio.node("note-pin")::isDisabled), "the line is there");
        studio.press(KeyCode.Z, KeyCode.CONTROL);
        assertTrue(Fx.get(studio.node("note-pin")::isDisabled), "nothing is drawn any more");
        studio.settle();
        assertEquals(Ruling.REJECTED, project.snapshot().rulingOf(SECOND));
    }

    @Test
    void ctrlZInAFieldTakesBackTypingAndNoVerdict() {
        studio.press(KeyCode.X, KeyCode.SHIFT);
        Fx.until("rejected", () -> project.snapshot().rulingOf(SECOND) == Ruling.REJECTED);
        studio.press(KeyCode.N);
        assertEquals("note", focus());
        new Hands(studio.window().scene()).type("dark");
        studio.press(KeyCode.Z, KeyCode.CONTROL);
        studio.settle();
        assertEquals("", Fx.get(((TextField) studio.node("note"))::getText));
        assertEquals(Ruling.REJECTED, project.snapshot().rulingOf(SECOND));
        studio.press(KeyCode.ESCAPE);
        studio.press(KeyCode.Z, KeyCode.CONTROL);
        Fx.until("taken back", () -> project.snapshot().rulingOf(SECOND) == Ruling.APPROVED);
        studio.press(KeyCode.N);
        studio.press(KeyCode.Z, KeyCode.CONTROL, KeyCode.SHIFT);
        studio.press(KeyCode.Y, KeyCode.CONTROL);
        studio.settle();
        assertEquals(Ruling.APPROVED, project.snapshot().rulingOf(SECOND));
    }

    @Test
    void pinsStayOnTheirPlacesWhileThePictureIsZoomed() {
        pin(SECOND, 0.25, 0.75, "The edge");
        onItsPlace("loupe", 0.25, 0.75);
        Bounds before = Fx.get(() -> inScene(picture("loupe")));
        studio.press(KeyCode.Z);
        Fx.until("it is larger", () -> {
            studio.layOutNow();
            return inScene(picture("loupe")).getWidth() > before.getWidth() * 1.05;
        });
        onItsPlace("loupe", 0.25, 0.75);
    }

    @Test
    void aNoteIsAnsweredResolvedReopenedAndErasedByKeyAndUndone() {
        pin(SECOND, 0.5, 0.5, "Grey coat");
        studio.press(KeyCode.F7);
        studio.press(KeyCode.N, KeyCode.ALT);
        assertEquals("note-answer", focus());
        type("It was brown before.", "note-answer");
        studio.press(KeyCode.ENTER);
        Fx.until("answered", () -> note(SECOND).thread().size() == 2);
        studio.press(KeyCode.ENTER, KeyCode.ALT);
        Fx.until("resolved", () -> note(SECOND).resolved());
        studio.press(KeyCode.ENTER, KeyCode.ALT);
        Fx.until("open again", () -> !note(SECOND).resolved());
        studio.press(KeyCode.BACK_SPACE, KeyCode.ALT);
        Fx.until("gone", () -> notes(SECOND).isEmpty());
        studio.press(KeyCode.Z, KeyCode.CONTROL);
        Fx.until("there again", () -> notes(SECOND).size() == 1);
        Fx.until("its pin", () -> found("pin-1").isPresent());
    }

    @Test
    void theSameIsDoneWithTheMouseOnItsCard() {
        pin(SECOND, 0.5, 0.5, "Grey coat");
        Fx.run(((Button) studio.node("pin-1"))::fire);
        Fx.until("its card is open", () -> found("note-answer").isPresent());
        Fx.run(((Button) studio.node("note-1-resolve"))::fire);
        Fx.until("resolved", () -> note(SECOND).resolved());
        studio.press(KeyCode.RIGHT);
        studio.press(KeyCode.LEFT);
        Fx.until("its pin is gone", () -> found("pin-1").isEmpty());
        assertEquals("Note 1, resolved: Grey coat", Fx.get(studio.node("note-1")::getAccessibleText));
        Fx.run(((Button) studio.node("note-1-resolve"))::fire);
        Fx.until("open again", () -> !note(SECOND).resolved());
        Fx.run(((Button) studio.node("note-1-erase"))::fire);
        Fx.until("gone", () -> notes(SECOND).isEmpty());
        Fx.run(((Button) studio.node("images-draw"))::fire);
        assertEquals("note-layer", focus());
    }

    @Test
    void anOpenNoteIsCarriedToTheNextTakeUntilItIsResolved() {
        pin(SECOND, 0.5, 0.5, "Grey coat");
        studio.press(KeyCode.RIGHT);
        Fx.until("carried", () -> found("note-1").isPresent());
        assertEquals("Note 1, open: Grey coat Open note of take 2.", Fx.get(studio.node("note-1")::getAccessibleText));
        Fx.run(((Button) studio.node("note-1-resolve"))::fire);
        Fx.until("resolved", () -> note(SECOND).resolved());
        Fx.until("done with", () -> found("note-1").isEmpty());
        assertTrue(notes(THIRD).isEmpty());
    }

    @Test
    void thePictureAloneIsDrawnOnAsWell() {
        studio.press(KeyCode.BACK_QUOTE);
        Fx.until("it is there", () -> picture("full-loupe").getImage() != null);
        studio.layOut();
        studio.press(KeyCode.D);
        assertEquals("full-note-layer", focus());
        mouse("full-note-layer", 0.6, 0.4, 0.6, 0.4);
        type("Here", "full-note-words");
        studio.press(KeyCode.ENTER);
        assertEquals(0.6, note(SECOND).drawing().pin().orElseThrow().x(), 0.01);
        assertEquals("full-loupe", focus());
        studio.press(KeyCode.D);
        studio.press(KeyCode.ESCAPE);
        assertTrue(Fx.get(studio.node("full")::isVisible), "Esc left drawing, and nothing more");
    }

    @Test
    void theChosenNoteIsReadOverThePictureWhereThereIsNoInspector() {
        pin(SECOND, 0.5, 0.5, "Grey coat");
        studio.press(KeyCode.F7);
        assertFalse(Fx.get(studio.node("said")::isVisible));
        studio.press(KeyCode.I);
        assertTrue(Fx.get(studio.node("said")::isVisible));
        assertEquals("Note 1, open: Grey coat", studio.text("said"));
        studio.press(KeyCode.N, KeyCode.ALT);
        assertEquals("note-answer", focus(), "the inspector is there again");
        studio.press(KeyCode.ESCAPE);
        studio.press(KeyCode.BACK_QUOTE);
        assertTrue(Fx.get(studio.node("full-said")::isVisible));
    }

    @Test
    void fromTheGridOneDrawsOnThePictureOfTheCurrentTake() {
        studio.press(KeyCode.G);
        studio.press(KeyCode.D);
        assertTrue(Fx.get(studio.node("loupe")::isVisible));
        assertEquals("note-layer", focus());
        Fx.run(() -> ((javafx.scene.control.ToggleButton) studio.window().scene().lookup("#view-grid")).fire());
        assertFalse(Fx.get(() -> studio.window().scene().lookup("#composer").isVisible()));
    }

    private void pin(TakeId take, double x, double y, String words) {
        project.lightTable().pin(take, Drawing.at(x, y), words);
        Fx.until("its pin", () -> found("pin-1").isPresent());
    }

    private void onItsPlace(String loupe, double x, double y) {
        studio.layOut();
        Bounds picture = Fx.get(() -> inScene(picture(loupe)));
        Bounds pin = Fx.get(() -> inScene(studio.window().scene().lookup("#" + loupe).lookup("#pin-1")));
        assertEquals(picture.getMinX() + x * picture.getWidth(), pin.getCenterX(), 1.5);
        assertEquals(picture.getMinY() + y * picture.getHeight(), pin.getCenterY(), 1.5);
    }

    private static Bounds inScene(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    private ImageView picture(String loupe) {
        return (ImageView) studio.window().scene().lookup("#" + loupe).lookup(".image-view");
    }

    private Optional<Node> found(String id) {
        return Optional.ofNullable(studio.window().scene().lookup("#" + id));
    }

    private String focus() {
        return Fx.get(() -> studio.window().scene().getFocusOwner().getId());
    }

    private void type(String words) {
        type(words, "note-words");
    }

    private void type(String words, String field) {
        TextField there = (TextField) studio.node(field);
        Fx.run(() -> there.setText(words));
    }

    private List<Note> notes(TakeId take) {
        return project.snapshot().edits().notes().of(take);
    }

    private Note note(TakeId take) {
        Fx.until("a note", () -> !notes(take).isEmpty());
        return notes(take).getFirst();
    }

    /** Presses on one place of the picture and lets go on another, in shares of it. */
    private void mouse(String layer, double x, double y, double toX, double toY) {
        Node node = studio.node(layer);
        Fx.run(() -> {
            Bounds picture = inScene(picture(layer.startsWith("full") ? "full-loupe" : "loupe"));
            Point2D from = place(picture, x, y);
            Point2D to = place(picture, toX, toY);
            fire(node, MouseEvent.MOUSE_PRESSED, from);
            fire(node, MouseEvent.MOUSE_DRAGGED, from.midpoint(to));
            fire(node, MouseEvent.MOUSE_DRAGGED, to);
            fire(node, MouseEvent.MOUSE_RELEASED, to);
        });
    }

    private static Point2D place(Bounds picture, double x, double y) {
        return new Point2D(picture.getMinX() + x * picture.getWidth(), picture.getMinY() + y * picture.getHeight());
    }

    private static void fire(Node node, EventType<MouseEvent> type, Point2D at) {
        boolean down = type != MouseEvent.MOUSE_RELEASED;
        Event.fireEvent(node, new MouseEvent(type, at.getX(), at.getY(), at.getX(), at.getY(), MouseButton.PRIMARY, 1,
                false, false, false, false, down, false, false, true, false, true, null));
    }
}
