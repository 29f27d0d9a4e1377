package org.filmwright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.filmwright.base.TakeId;
import org.filmwright.review.Flaw;
import org.filmwright.review.Ruling;
import org.filmwright.review.Verdict;
import org.filmwright.ui.kit.CardGrid;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many takes at once: the grid, what is picked in it, and what verbs apply to. */
class ReviewGridTest extends OnTheSample {

    @BeforeEach
    void lookAtIt() {
        studio.press(KeyCode.G);
        studio.layOut();
    }

    @Test
    void gShowsCardsAndEGoesBackToThePicture() {
        assertTrue(Fx.get(() -> grid().isFocusWithin()), "the keys go where the eyes are");
        assertEquals(4, columns(), "cards of about 240 pixels");
        current("Shot 1-A, take 2 of 3, approved");
        studio.press(KeyCode.E);
        assertTrue(Fx.get(() -> studio.node("loupe").isVisible()));
        studio.press(KeyCode.G);
        studio.press(KeyCode.ENTER);
        assertTrue(Fx.get(() -> studio.node("loupe").isVisible()));
    }

    @Test
    void arrowsMoveByCardsAndRowsAndTheEndsAreReached() {
        studio.press(KeyCode.RIGHT);
        current("Shot 1-A, take 3 of 3, new");
        studio.press(KeyCode.DOWN);
        current("Shot 1-C, take 1 of 3, rejected");
        studio.press(KeyCode.UP);
        studio.press(KeyCode.HOME);
        current("Shot 1-A, take 1 of 3, rejected");
        studio.press(KeyCode.UP);
        current("Shot 1-A, take 1 of 3, rejected");
        studio.press(KeyCode.END);
        assertEquals(29, place());
        studio.press(KeyCode.PAGE_UP);
        assertTrue(place() < 29 && place() >= 0, "a page up");
        studio.press(KeyCode.PAGE_DOWN);
        studio.press(KeyCode.END);
        Fx.until("the last card is in sight",
                () -> card("Shot 4").isPresent() || visible().size() > 0 && place() == 29);
    }

    @Test
    void shiftReachesFromWhereOneCame() {
        studio.press(KeyCode.HOME);
        studio.press(KeyCode.RIGHT, KeyCode.SHIFT);
        studio.press(KeyCode.RIGHT, KeyCode.SHIFT);
        applies("Applies to 3 images");
        studio.press(KeyCode.LEFT, KeyCode.SHIFT);
        applies("Applies to 2 images");
        studio.press(KeyCode.RIGHT);
        applies("Applies to 1 image");
    }

    @Test
    void theMousePicksOneSeveralOrAll() {
        click("Shot 1-A, take 1", false, false);
        applies("Applies to 1 image");
        click("Shot 1-B, take 1", false, true);
        applies("Applies to 2 images");
        click("Shot 1-B, take 1", false, true);
        applies("Applies to 1 image");
        click("Shot 1-A, take 1", false, false);
        click("Shot 1-B, take 1", true, false);
        applies("Applies to 4 images");
        studio.press(KeyCode.A, KeyCode.CONTROL);
        applies("Applies to 30 images");
        studio.press(KeyCode.D, KeyCode.CONTROL);
        applies("Applies to 1 image");
    }

    @Test
    void aVerbAppliesToAllThatArePickedAndIsOneStepOfUndo() {
        studio.press(KeyCode.HOME);
        studio.press(KeyCode.RIGHT, KeyCode.SHIFT);
        studio.press(KeyCode.RIGHT, KeyCode.SHIFT);
        studio.press(KeyCode.X);
        Fx.until("all three", () -> rulings("1-A").equals(List.of(Ruling.REJECTED, Ruling.REJECTED, Ruling.REJECTED)));
        assertEquals(2, place(), "the grid stays where it is");
        studio.press(KeyCode.Z, KeyCode.CONTROL);
        Fx.until("all three again", () -> rulings("1-A").equals(List.of(Ruling.REJECTED, Ruling.APPROVED, Ruling.NEW)));
        applies("Applies to 3 images");
    }

    @Test
    void scrollingLosesNeitherWhatIsLookedAtNorWhatIsPickedNorShowsAnotherTakesPicture() {
        studio.press(KeyCode.HOME);
        studio.press(KeyCode.RIGHT, KeyCode.SHIFT);
        int at = place();
        for (double delta : List.of(-4000.0, 4000.0, -4000.0, 8000.0)) {
            Fx.run(() -> studio.window()
                    .scene()
                    .lookup(".fw-card-rows")
                    .lookup(".virtual-flow")
                    .fireEvent(new ScrollEvent(
                            ScrollEvent.SCROLL, 300, 300, 300, 300, false, false, false, false, false, false, 0, delta,
                            0, delta, ScrollEvent.HorizontalTextScrollUnits.NONE, 0,
                            ScrollEvent.VerticalTextScrollUnits.NONE, 0, 0, null)));
            studio.layOut();
            assertEquals(visible().size(), visible().stream().map(Node::getAccessibleText).distinct().count(),
                    "each card is a take of its own");
        }
        assertEquals(at, place());
        applies("Applies to 2 images");
        assertTrue(card("Shot 1-A, take 1").isPresent(), "at the top again");
    }

    @Test
    void whatIsPickedGoesToTheTrashTogetherAndComesBackWithOneKey() {
        studio.press(KeyCode.HOME);
        studio.press(KeyCode.RIGHT, KeyCode.SHIFT);
        studio.press(KeyCode.RIGHT, KeyCode.SHIFT);
        studio.press(KeyCode.DELETE);
        Fx.until("all three", () -> project.snapshot().edits().trash().size() == 3);
        current("Shot 1-B, take 1 of 3, rejected");
        Fx.until("the toast", () -> studio.window().scene().lookup("#undo-trash") != null);
        assertEquals("Undo moving 1-A take 1 to the trash and 2 more", studio.words("edit.undo"));
        studio.press(KeyCode.Z, KeyCode.CONTROL);
        Fx.until("all three again", () -> project.snapshot().edits().trash().isEmpty());
        applies("Applies to 3 images");
    }

    @Test
    void starsAreGivenAndSaid() {
        studio.press(KeyCode.DIGIT3);
        current("Shot 1-A, take 2 of 3, approved, 3 stars");
        studio.press(KeyCode.DIGIT0);
        current("Shot 1-A, take 2 of 3, approved");
        Fx.run(((Button) studio.node("images-stars-5"))::fire);
        current("Shot 1-A, take 2 of 3, approved, 5 stars");
        assertEquals("best take", verdict("1-A", 2).by(), "stars do not change who approved it");
    }

    @Test
    void aTakeIsRejectedWithAReasonOfTheListByOneMoreKey() {
        studio.press(KeyCode.X, KeyCode.ALT);
        studio.press(KeyCode.DIGIT1);
        current("Shot 1-A, take 2 of 3, rejected");
        assertEquals(Flaw.HANDS, verdict("1-A", 2).marks().flaw().orElseThrow());
        studio.press(KeyCode.X, KeyCode.ALT);
        Fx.run(((Button) studio.node("flaw-light"))::fire);
        Fx.until("light", () -> verdict("1-A", 2).marks().flaw().equals(java.util.Optional.of(Flaw.LIGHT)));
        studio.press(KeyCode.X, KeyCode.ALT);
        studio.press(KeyCode.ESCAPE);
        assertTrue(Fx.get(() -> grid().isFocusWithin()), "Esc leaves the reasons");
    }

    @Test
    void hUsesATakeInItsShotAndTakesTheOthersBack() {
        studio.press(KeyCode.RIGHT);
        studio.press(KeyCode.H);
        Fx.until("used", () -> rulings("1-A").equals(List.of(Ruling.REJECTED, Ruling.NEW, Ruling.APPROVED)));
        studio.press(KeyCode.Z, KeyCode.CONTROL);
        Fx.until("as before", () -> rulings("1-A").equals(List.of(Ruling.REJECTED, Ruling.APPROVED, Ruling.NEW)));
    }

    @Test
    void cardsOfThreeSizesAreRemembered() {
        Fx.run(() -> studio.window().scene().lookup("#card-size").requestFocus());
        studio.press(KeyCode.RIGHT);
        Fx.until("320", () -> ((CardGrid<?>) grid()).nominal().get() == 320);
        assertEquals(3, columns());
    }

    @Test
    void oneDecisionDrawsOneCard() {
        Set<Node> before = visible();
        studio.press(KeyCode.DIGIT2);
        current("Shot 1-A, take 2 of 3, approved, 2 stars");
        assertEquals(before, visible(), "no card was made anew");
    }

    @Test
    void oneDecisionAboutManyDrawsThemOnceAndStaysWhereItWas() {
        String looked = currentId();
        ListView<?> strip = (ListView<?>) studio.node("filmstrip");
        AtomicInteger changes = new AtomicInteger();
        Fx.run(() -> strip.getItems().subscribe(changes::incrementAndGet));
        studio.press(KeyCode.A, KeyCode.CONTROL);
        studio.press(KeyCode.X);
        Fx.until("all are rejected", () -> project.snapshot()
                .takes()
                .values()
                .stream()
                .flatMap(List::stream)
                .allMatch(take -> project.snapshot().rulingOf(take.id()) == Ruling.REJECTED));
        studio.settle();
        assertTrue(strip.getItems().size() > 20, "many: " + strip.getItems().size());
        assertTrue(changes.get() <= 2, changes + " changes");
        assertEquals(looked, currentId());
    }

    private Node grid() {
        return studio.window().scene().lookup("#takes");
    }

    private int columns() {
        studio.layOut();
        return Fx.get(() -> ((CardGrid<?>) grid()).columns().get());
    }

    private int place() {
        studio.layOut();
        return Fx.get(() -> project.snapshot()
                .script()
                .orElseThrow()
                .plan()
                .shots()
                .stream()
                .flatMap(shot -> project.snapshot().takesOf(shot.id()).stream())
                .map(take -> take.id().value())
                .toList()
                .indexOf(currentId()));
    }

    private String currentId() {
        String spoken = studio.window().scene().lookup("#loupe").getAccessibleText();
        return spoken.replaceAll("Shot (\\S+), take (\\d+).*", "$1-take-$2");
    }

    private Set<Node> visible() {
        return studio.all(".fw-take-card").stream().filter(Node::isVisible).collect(Collectors.toSet());
    }

    private java.util.Optional<Node> card(String spoken) {
        return visible().stream()
                .filter(card -> card.getAccessibleText() != null && card.getAccessibleText().startsWith(spoken))
                .findFirst();
    }

    private void click(String spoken, boolean shift, boolean control) {
        Node card = card(spoken).orElseThrow(() -> new AssertionError("No card says " + spoken));
        Fx.run(() -> {
            Bounds at = card.localToScene(card.getBoundsInLocal());
            card.fireEvent(new MouseEvent(MouseEvent.MOUSE_PRESSED, at.getCenterX(), at.getCenterY(), at.getCenterX(),
                    at
                            .getCenterY(),
                    MouseButton.PRIMARY, 1, shift, control, false, false, true, false, false, true,
                    false, true, null));
        });
    }

    private void applies(String words) {
        Fx.until(words, () -> ((javafx.scene.control.Label) studio.window().scene().lookup("#applies")).getText()
                .equals(words));
    }

    private void current(String take) {
        Fx.until(take, () -> studio.window().scene().lookup("#loupe").getAccessibleText().equals(take));
    }

    private Verdict verdict(String shot, int number) {
        return project.snapshot().verdicts().get(new TakeId(shot + "-take-" + number));
    }

    private List<Ruling> rulings(String shot) {
        return List.of(1, 2, 3)
                .stream()
                .map(number -> project.snapshot().rulingOf(new TakeId(shot + "-take-" + number)))
                .toList();
    }
}
