package org.filmwright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.image.ImageView;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import org.filmwright.base.Failure;
import org.filmwright.production.Job;
import org.filmwright.production.Regeneration;
import org.filmwright.ui.shell.Looks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Takes on their way stand where they will be, what failed can be tried again, and why takes were rejected mends the words. */
class ComingTakesTest extends OnTheSample {
    private final SampleQueue queue = SampleQueue.of(0);

    @Override
    protected SampleProject sample() {
        return SampleProject.whole(queue);
    }

    @BeforeEach
    void lookAtIt() {
        studio.settle();
        Fx.run(() -> Looks.run(studio.window(), "images.auto-advance"));
    }

    @Test
    void aTakeThatIsDrawnStandsInThePlaceItWillHave() {
        queue.change(job(Job.State.WAITING, Optional.empty()));
        Fx.until("a place", () -> strip() == 31);
        queue.change(job(Job.State.RUNNING, Optional.empty()));
        queue.progress("j", 0.62, "drawn");
        Fx.until("how far it is", () -> studio.said(".fw-coming .label").contains("62 %"));
        studio.press(KeyCode.CLOSE_BRACKET);
        studio.press(KeyCode.CLOSE_BRACKET);
        assertEquals("1-B-take-1", looked(), "what is not there yet is stepped over");
        queue.change(job(Job.State.DONE, Optional.empty()));
        Fx.until("no place is kept", () -> strip() == 30);
    }

    @Test
    void theSameInTheGrid() {
        queue.change(job(Job.State.RUNNING, Optional.empty()));
        studio.press(KeyCode.G);
        Fx.until("a card", () -> studio.said("#takes .fw-coming .label").contains("begun"));
        studio.press(KeyCode.RIGHT);
        studio.press(KeyCode.RIGHT);
        assertEquals("1-B-take-1", looked());
        studio.press(KeyCode.LEFT);
        assertEquals("1-A-take-3", looked());
    }

    @Test
    void howItLooksByNowIsSeenOnItsCardUntilItIsThere() {
        queue.change(job(Job.State.RUNNING, Optional.empty()));
        studio.press(KeyCode.G);
        Fx.until("a card", () -> studio.said("#takes .fw-coming .label").contains("begun"));
        assertEquals(0, glimpses());
        queue.glimpse("j", SampleQueue.halfWay());
        Fx.until("a picture on its way", () -> glimpses() == 1);
        queue.change(job(Job.State.RETRYING, Optional.empty()));
        Fx.until("nothing of it was kept", () -> glimpses() == 0);
    }

    private long glimpses() {
        return Fx.get(() -> studio.window()
                .scene()
                .getRoot()
                .lookupAll("#takes .fw-coming > .image-view")
                .stream()
                .filter(view -> view.getParent().isVisible() && ((ImageView) view).getImage() != null)
                .count());
    }

    @Test
    void aPressOnAPlaceMeansNoOther() {
        queue.change(job(Job.State.RUNNING, Optional.empty()));
        studio.press(KeyCode.G);
        Fx.until("a card", () -> studio.said("#takes .fw-coming .label").contains("begun"));
        Node place = studio.all("#takes .fw-coming").stream().filter(Node::isVisible).findFirst().orElseThrow();
        AtomicBoolean menu = new AtomicBoolean();
        studio.node("takes").addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, asked -> menu.set(true));
        String before = looked();
        Hands hands = new Hands(studio.window().scene());
        hands.click(place, 1);
        hands.click(place, 2);
        Fx.run(() -> place.fireEvent(new ContextMenuEvent(ContextMenuEvent.CONTEXT_MENU_REQUESTED, 10, 10, 10, 10,
                false, null)));
        assertEquals(before, looked());
        assertTrue(studio.seen("takes"));
        assertFalse(menu.get());
    }

    @Test
    void whatFailedSaysWhyAndIsTriedAgain() {
        Failure failure = new Failure.Exhausted("memory", "Needs 22 GB, 18 GB are free.");
        queue.change(job(Job.State.FAILED, Optional.of(failure)));
        studio.press(KeyCode.G);
        Fx.until("why", () -> studio.said("#takes .fw-coming .label").contains("Needs 22 GB"));
        Fx.run(() -> studio.window()
                .scene()
                .getRoot()
                .lookupAll("#takes .fw-coming .button")
                .stream()
                .filter(button -> button.isVisible() && button.getParent().isVisible())
                .map(Button.class::cast)
                .findFirst()
                .orElseThrow()
                .fire());
        Fx.until("again", () -> queue.asked().contains("retry j"));
    }

    @Test
    void aFilmWhoseFirstPicturesAreDrawnShowsTheirPlaces() {
        SampleQueue begun = SampleQueue.of(0);
        begun.change(new Job("p", "run", new Job.Place(0, 0), SampleQueue.draw("1-A", 1), Job.State.RUNNING,
                SampleQueue.started(Instant.now()), Optional.empty()));
        Fx.run(() -> studio.window().open(SampleProject.planned(begun)));
        Fx.until("a card in the grid", () -> studio.said("#takes .fw-coming .label").contains("begun"));
    }

    @Test
    void reasonsBecomeWordsThatAreAcceptedByAKey() {
        assertFalse(studio.seen("revision"));
        reject(KeyCode.DIGIT1);
        assertTrue(studio.said("#revision .label").contains("+ Hands with five fingers"),
                studio.said("#revision .label"));
        assertTrue(studio.said("#flaw-counts .label").contains("1 take"), studio.said("#flaw-counts .label"));
        studio.press(KeyCode.ENTER, KeyCode.SHIFT);
        Fx.until("asked for", () -> !project.lightTable().asked().isEmpty());
        Regeneration order = project.lightTable().asked().getFirst();
        assertTrue(order.wording()
                .orElseThrow()
                .prompt()
                .endsWith("Hands with five fingers each, relaxed and clearly seen."));
        assertEquals("extra fingers, malformed hands", order.wording().orElseThrow().negative());
        Fx.until("it is answered", () -> !studio.seen("revision"));
    }

    @Test
    void whatIsIgnoredStaysAwayUntilThereIsAnotherReason() {
        reject(KeyCode.DIGIT8);
        studio.press(KeyCode.BACK_SPACE, KeyCode.SHIFT);
        Fx.until("it is gone", () -> !studio.seen("revision"));
        studio.press(KeyCode.CLOSE_BRACKET);
        studio.press(KeyCode.OPEN_BRACKET);
        assertFalse(studio.seen("revision"));
        reject(KeyCode.DIGIT1);
        studio.press(KeyCode.BACK_SPACE, KeyCode.SHIFT);
        Fx.until("it is gone again", () -> !studio.seen("revision"));
        studio.press(KeyCode.Z, KeyCode.CONTROL);
        Fx.until("undo brings it back", () -> studio.seen("revision"));
        assertTrue(project.lightTable().asked().isEmpty());
    }

    /** The take that is looked at stays. */
    private void reject(KeyCode reason) {
        studio.press(KeyCode.X, KeyCode.ALT);
        studio.press(reason);
        Fx.until("words", () -> studio.seen("revision"));
    }

    private static Job job(Job.State state, Optional<Failure> failure) {
        return new Job("j", "run", new Job.Place(0, 0), SampleQueue.draw("1-A", 4), state,
                SampleQueue.started(Instant.now()), failure);
    }

    private int strip() {
        return ((ListView<?>) studio.window().scene().lookup("#filmstrip")).getItems().size();
    }

    private String looked() {
        return Fx.get(() -> studio.window().scene().lookup("#loupe").getUserData().toString());
    }
}
