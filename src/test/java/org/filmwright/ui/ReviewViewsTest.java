package org.filmwright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.filmwright.base.ShotId;
import org.filmwright.base.TakeId;
import org.filmwright.images.ImageTake;
import org.filmwright.review.Ruling;
import org.filmwright.ui.kit.Scope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Takes held against each other, and a picture alone: every verb by key and by mouse. */
class ReviewViewsTest extends OnTheSample {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

    @BeforeEach
    void lookAtIt() {
        looksAt("Shot 1-A, take 2 of 3, approved");
    }

    @Test
    void cComparesATakeWithTheOneBeforeIt() {
        studio.press(KeyCode.C);
        assertTrue(studio.seen("compare"));
        assertTrue(isCurrent("compare-right"), "the take one comes with is current");
        studio.press(KeyCode.LEFT);
        looksAt("Shot 1-A, take 1 of 3, rejected");
        assertTrue(isCurrent("compare-left"));
        studio.press(KeyCode.P);
        decided("1-A", 1, Ruling.APPROVED);
        looksAt("Shot 1-A, take 1 of 3, approved");
        studio.press(KeyCode.ESCAPE);
        assertTrue(studio.seen("loupe"));
    }

    @Test
    void inAComparisonEveryVerbMeansThePickedSide() {
        studio.press(KeyCode.C);
        studio.press(KeyCode.X);
        decided("1-A", 2, Ruling.REJECTED);
        studio.press(KeyCode.U);
        decided("1-A", 2, Ruling.NEW);
        studio.press(KeyCode.DIGIT2);
        looksAt("Shot 1-A, take 2 of 3, new, 2 stars");
        press(studio.node("compare-left"));
        looksAt("Shot 1-A, take 1 of 3, rejected");
        Fx.run(((Button) studio.node("images-approve"))::fire);
        decided("1-A", 1, Ruling.APPROVED);
        studio.press(KeyCode.H);
        decided("1-A", 1, Ruling.APPROVED);
        assertEquals("Applies to 1 image", studio.text("applies"));
    }

    @Test
    void bracketsBringAnotherTakeToThePickedSide() {
        studio.press(KeyCode.C);
        studio.press(KeyCode.CLOSE_BRACKET);
        looksAt("Shot 1-A, take 3 of 3, new");
        studio.press(KeyCode.LEFT);
        looksAt("Shot 1-A, take 1 of 3, rejected");
    }

    @Test
    void twoThatArePickedInTheGridAreCompared() {
        studio.press(KeyCode.G);
        studio.layOut();
        studio.press(KeyCode.DOWN);
        looksAt("Shot 1-B, take 3 of 3, new");
        studio.press(KeyCode.RIGHT, KeyCode.SHIFT);
        studio.press(KeyCode.C);
        studio.press(KeyCode.LEFT);
        looksAt("Shot 1-B, take 3 of 3, new");
        studio.press(KeyCode.RIGHT);
        looksAt("Shot 1-C, take 1 of 3, rejected");
        studio.press(KeyCode.ESCAPE);
        assertTrue(Fx.get(() -> studio.window().scene().lookup("#takes").isFocusWithin()), "back in the grid");
    }

    @Test
    void wipeAndDifferenceAreOneKeyOrOnePressAway() {
        studio.press(KeyCode.C);
        studio.press(KeyCode.C, KeyCode.ALT);
        assertTrue(studio.seen("compare-both"));
        assertTrue(Fx.get(((ToggleButton) studio.node("compare-wipe"))::isSelected));
        Fx.run(((ToggleButton) studio.node("compare-difference"))::fire);
        assertTrue(studio.seen("compare-both"));
        Fx.run(((ToggleButton) studio.node("compare-sides"))::fire);
        assertFalse(studio.seen("compare-both"));
    }

    @Test
    void aHeldBackslashBlinksToTheTakeBefore() {
        hold(KeyEvent.KEY_PRESSED, KeyCode.BACK_SLASH);
        looksAt("Shot 1-A, take 1 of 3, rejected");
        hold(KeyEvent.KEY_RELEASED, KeyCode.BACK_SLASH);
        looksAt("Shot 1-A, take 2 of 3, approved");
    }

    @Test
    void whatAHeldBackslashShowsEndsWhereNobodySeesTheKeyReleased() {
        hold(KeyEvent.KEY_PRESSED, KeyCode.BACK_SLASH);
        looksAt("Shot 1-A, take 1 of 3, rejected");
        studio.press(KeyCode.CLOSE_BRACKET);
        looksAt("Shot 1-A, take 3 of 3, new");
        hold(KeyEvent.KEY_PRESSED, KeyCode.BACK_SLASH);
        looksAt("Shot 1-A, take 2 of 3, approved");
        studio.show(Scope.STORY);
        studio.show(Scope.IMAGES);
        looksAt("Shot 1-A, take 3 of 3, new");
    }

    @Test
    void whatIsShownWhileAKeyIsHeldEndsWithTheWindowThatHadTheKeys() {
        Stage window = Fx.get(Stage::new);
        Fx.run(() -> {
            window.setScene(studio.window().scene());
            window.show();
            window.requestFocus();
        });
        Fx.until("the window has the keys", window::isFocused);
        ToggleButton full = (ToggleButton) studio.node("zoom-full");
        hold(KeyEvent.KEY_PRESSED, KeyCode.BACK_SLASH);
        looksAt("Shot 1-A, take 1 of 3, rejected");
        hold(KeyEvent.KEY_PRESSED, KeyCode.SPACE);
        assertTrue(Fx.get(full::isSelected));
        Fx.run(() -> window.setScene(new Scene(new StackPane())));
        looksAt("Shot 1-A, take 2 of 3, approved");
        assertFalse(Fx.get(full::isSelected));
        Fx.run(window::close);
    }

    @Test
    void heldSpaceShowsEveryPixelAndZKeepsIt() {
        ToggleButton full = (ToggleButton) studio.node("zoom-full");
        hold(KeyEvent.KEY_PRESSED, KeyCode.SPACE);
        assertTrue(Fx.get(full::isSelected));
        hold(KeyEvent.KEY_RELEASED, KeyCode.SPACE);
        assertFalse(Fx.get(full::isSelected));
        studio.press(KeyCode.Z);
        studio.press(KeyCode.SPACE);
        assertTrue(Fx.get(full::isSelected), "what was full before stays full");
    }

    @Test
    void aSurveyIsNarrowedDownUntilOneIsLeft() {
        studio.press(KeyCode.C, KeyCode.SHIFT);
        assertTrue(studio.seen("survey"));
        assertEquals(List.of("Shot 1-A, take 1 of 3, rejected", "Shot 1-A, take 2 of 3, approved",
                "Shot 1-A, take 3 of 3, new"), tiles());
        studio.press(KeyCode.RIGHT);
        looksAt("Shot 1-A, take 3 of 3, new");
        studio.press(KeyCode.X);
        decided("1-A", 3, Ruling.REJECTED);
        assertEquals(3, tiles().size(), "a decision takes nothing away");
        studio.press(KeyCode.BACK_SPACE);
        looksAt("Shot 1-A, take 2 of 3, approved");
        Fx.run(((Button) studio.node("survey-away-1-a-take-1"))::fire);
        assertTrue(studio.seen("loupe"), "one is left");
        looksAt("Shot 1-A, take 2 of 3, approved");
    }

    @Test
    void threeOfASurveyStandInTwoRowsWhereThatMakesThemLargerAndTheArrowsFollow() {
        studio.press(KeyCode.C, KeyCode.SHIFT);
        studio.layOut();
        List<Bounds> places = Fx.get(() -> ((Parent) studio.node("survey")).getChildrenUnmodifiable()
                .stream()
                .map(Node::getBoundsInParent)
                .toList());
        assertEquals(places.get(0).getMinY(), places.get(1).getMinY());
        assertTrue(places.get(2).getMinY() >= places.get(0).getMaxY(), places::toString);
        studio.press(KeyCode.LEFT);
        studio.press(KeyCode.DOWN);
        looksAt("Shot 1-A, take 3 of 3, new");
        studio.press(KeyCode.UP);
        looksAt("Shot 1-A, take 1 of 3, rejected");
    }

    @Test
    void tilesOfASurveyStayWhileTheirTakesDoAndWantNoPictureWhenItIsLeft() {
        studio.press(KeyCode.C, KeyCode.SHIFT);
        Node away = studio.node("survey-away-1-a-take-2");
        ImageView shown = (ImageView) away.getParent().getParent().lookup(".image-view");
        Fx.until("its picture", () -> shown.getImage() != null);
        studio.press(KeyCode.DIGIT3);
        looksAt("Shot 1-A, take 2 of 3, approved, 3 stars");
        assertTrue(tiles().contains("Shot 1-A, take 2 of 3, approved, 3 stars"));
        assertEquals(away, studio.node("survey-away-1-a-take-2"));
        studio.press(KeyCode.ESCAPE);
        assertEquals(Optional.empty(), Optional.ofNullable(Fx.get(shown::getImage)));
    }

    @Test
    void escLeavesASurveyForTheViewOneCameFromWithWhatIsLeftOfIt() {
        studio.press(KeyCode.C, KeyCode.SHIFT);
        assertEquals("survey", focus());
        studio.press(KeyCode.ESCAPE);
        assertEquals("loupe", focus());
        studio.press(KeyCode.G);
        studio.layOut();
        studio.press(KeyCode.HOME);
        studio.press(KeyCode.RIGHT, KeyCode.SHIFT);
        studio.press(KeyCode.RIGHT, KeyCode.SHIFT);
        studio.press(KeyCode.C, KeyCode.SHIFT);
        studio.press(KeyCode.BACK_SPACE);
        studio.press(KeyCode.ESCAPE);
        assertTrue(Fx.get(() -> studio.window().scene().lookup("#takes").isFocusWithin()), "the keys are in the grid");
        assertEquals("Applies to 2 images", studio.text("applies"));
    }

    private String focus() {
        return Fx.get(() -> studio.window().scene().getFocusOwner().getId());
    }

    @Test
    void takesThatLookAlikeAreNamedAndLaidSideBySideByKeyAndButton() {
        assertFalse(studio.seen("alike"));
        ShotId second = project.snapshot().script().orElseThrow().plan().shots().get(1).id();
        List<ImageTake> takes = project.snapshot().takesOf(second);
        project.lightTable().alike(List.of(takes.get(0), takes.get(1)));
        studio.press(KeyCode.DOWN);
        Fx.until("they are found", () -> seenNow("alike"));
        studio.press(KeyCode.A, KeyCode.SHIFT);
        assertEquals(List.of("Shot 1-B, take 1 of 3, rejected", "Shot 1-B, take 2 of 3, approved"), tiles());
        studio.press(KeyCode.ESCAPE);
        Fx.run(((Button) studio.node("images-survey-alike"))::fire);
        assertEquals(2, tiles().size());
        studio.press(KeyCode.ESCAPE);
        studio.press(KeyCode.CLOSE_BRACKET);
        studio.press(KeyCode.CLOSE_BRACKET);
        looksAt("Shot 1-B, take 3 of 3, new");
        assertFalse(studio.seen("alike"), "nothing looks like this one");
    }

    private boolean seenNow(String id) {
        Node node = studio.window().scene().lookup("#" + id);
        return node != null && node.isVisible();
    }

    @Test
    void atMostNineAreSurveyed() {
        studio.press(KeyCode.A, KeyCode.CONTROL);
        studio.press(KeyCode.C, KeyCode.SHIFT);
        assertEquals(9, tiles().size());
        press(studio.all(".fw-compare-side")
                .stream()
                .filter(tile -> "Shot 1-B, take 2 of 3, approved".equals(tile.getAccessibleText()))
                .findFirst()
                .orElseThrow());
        looksAt("Shot 1-B, take 2 of 3, approved");
    }

    @Test
    void thePictureAloneHasTheWindowAndItsKeys() {
        studio.press(KeyCode.BACK_QUOTE);
        assertTrue(studio.seen("full"));
        assertFalse(studio.seen("status"), "bars make room");
        assertTrue(Fx.get(() -> studio.window().scene().getFocusOwner().getId().equals("full-loupe")));
        studio.press(KeyCode.RIGHT);
        assertEquals("Shot 1-A, take 3 of 3, new", Fx.get(studio.node("full-loupe")::getAccessibleText));
        studio.press(KeyCode.X, KeyCode.SHIFT);
        decided("1-A", 3, Ruling.REJECTED);
        studio.press(KeyCode.Z);
        studio.press(KeyCode.ESCAPE);
        assertFalse(studio.seen("full"));
        assertTrue(studio.seen("status"));
        looksAt("Shot 1-A, take 3 of 3, rejected");
    }

    private boolean isCurrent(String id) {
        return Fx.get(() -> studio.window().scene().lookup("#" + id).getPseudoClassStates().contains(CURRENT));
    }

    private List<String> tiles() {
        studio.layOut();
        return Fx.get(() -> studio.window()
                .scene()
                .lookup("#survey")
                .lookupAll(".fw-compare-side")
                .stream()
                .map(Node::getAccessibleText)
                .collect(Collectors.toList()));
    }

    private void hold(javafx.event.EventType<KeyEvent> type, KeyCode code) {
        Fx.run(() -> Event.fireEvent(studio.window().scene().getFocusOwner(), new KeyEvent(type, "", "", code, false,
                false, false, false)));
    }

    private void press(Node node) {
        Fx.run(() -> {
            Bounds at = node.localToScene(node.getBoundsInLocal());
            Event.fireEvent(node, new MouseEvent(MouseEvent.MOUSE_PRESSED, at.getCenterX(), at.getCenterY(), at
                    .getCenterX(), at.getCenterY(), MouseButton.PRIMARY, 1, false, false, false, false, true, false,
                    false, true, false, true, null));
        });
    }

    private void looksAt(String take) {
        Fx.until(take, () -> studio.window().scene().lookup("#loupe").getAccessibleText().equals(take));
    }

    private void decided(String shot, int number, Ruling ruling) {
        Fx.until(ruling + " is recorded",
                () -> project.snapshot().rulingOf(new TakeId(shot + "-take-" + number)) == ruling);
    }
}
