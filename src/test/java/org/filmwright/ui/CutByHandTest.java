package org.filmwright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Comparator;
import java.util.List;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import org.filmwright.base.Digest;
import org.filmwright.base.MediaRef;
import org.filmwright.base.Outcome;
import org.filmwright.timeline.Cut;
import org.filmwright.timeline.Item;
import org.filmwright.timeline.Layers;
import org.filmwright.timeline.Level;
import org.filmwright.timeline.Source;
import org.filmwright.timeline.Track;
import org.filmwright.ui.kit.Scope;
import org.filmwright.ui.shell.Looks;
import org.junit.jupiter.api.Test;

/** The cut edited with the mouse: what is shown on the way, and that only what is let go of counts. */
class CutByHandTest extends OnTheSample {
    private static final double PICTURES = 100;
    private static final double SCENES = 46;

    @Override
    protected Scope room() {
        return Scope.TIMELINE;
    }

    private Cut cut() {
        return Fx.get(() -> Looks.desk(studio.window()).snapshot().get().orElseThrow().cut().orElseThrow());
    }

    private List<String> labels() {
        return cut().items()
                .stream()
                .filter(Item.Clip.class::isInstance)
                .map(item -> ((Item.Clip) item).label())
                .toList();
    }

    private double x(double frame) {
        return new LaneMouse(studio).x(frame, cut());
    }

    private void mouse(EventType<MouseEvent> type, double x, double y, MouseButton button, KeyCode... held) {
        new LaneMouse(studio).mouse(type, x, y, button, held);
    }

    /** Pulls from one frame to another, without letting go. */
    private void pull(double from, double to, KeyCode... held) {
        mouse(MouseEvent.MOUSE_PRESSED, x(from), PICTURES, MouseButton.PRIMARY, held);
        mouse(MouseEvent.MOUSE_DRAGGED, x((from + to) / 2), PICTURES, MouseButton.PRIMARY, held);
        mouse(MouseEvent.MOUSE_DRAGGED, x(to), PICTURES, MouseButton.PRIMARY, held);
    }

    private void let() {
        Cut before = cut();
        mouse(MouseEvent.MOUSE_RELEASED, 0, PICTURES, MouseButton.PRIMARY);
        Fx.until("the cut is another", () -> !cut().equals(before));
        studio.settle();
    }

    private int middle(int item) {
        return cut().start(item) + cut().items().get(item).frames() / 2;
    }

    private void undone(Cut first) {
        studio.press(KeyCode.Z, KeyCode.CONTROL);
        Fx.until("one step of undo takes it back", () -> cut().equals(first));
    }

    @Test
    void aClipIsPulledToAnotherPlaceAndTheHoleCloses() {
        Cut first = cut();
        pull(middle(2), cut().start(5));
        assertEquals(first, cut(), "only what is let go of counts");
        let();
        assertEquals(first.frames(), cut().frames());
        assertEquals(((Item.Clip) first.items().get(2)).label(), labels().get(3), "behind the next two");
        undone(first);
    }

    @Test
    void anEdgeTrimsAndTheLanesShowItOnTheWay() {
        Cut first = cut();
        double edge = cut().start(3) - 1;
        pull(edge, edge - 40);
        assertTrue(studio.said(".fw-lane-tools .fw-muted").startsWith("Trim end -"));
        let();
        assertEquals(40, first.frames() - cut().frames(), 3);
        assertEquals(first.items().size(), cut().items().size());
        undone(first);
    }

    @Test
    void withShiftAnEdgeRollsAndTheFilmStaysAsLongAsItIs() {
        Cut first = cut();
        pull(cut().start(3) - 1, cut().start(3) - 1);
        mouse(MouseEvent.MOUSE_RELEASED, 0, PICTURES, MouseButton.PRIMARY);
        studio.press(KeyCode.D);
        pull(cut().start(3) - 1, cut().start(3) - 30);
        let();
        Cut trimmed = cut();
        pull(cut().start(3) - 1, cut().start(3) + 12, KeyCode.SHIFT);
        studio.press(KeyCode.ESCAPE);
        mouse(MouseEvent.MOUSE_RELEASED, 0, PICTURES, MouseButton.PRIMARY);
        studio.settle();
        assertEquals(trimmed, cut(), "Esc lets go as if nothing had been touched");
        assertTrue(first.frames() > trimmed.frames());
    }

    @Test
    void aClickSelectsAndTheVerbsMeanWhatIsSelected() {
        Cut first = cut();
        String stands = studio.text("timecode");
        pull(middle(4), middle(4));
        mouse(MouseEvent.MOUSE_RELEASED, 0, PICTURES, MouseButton.PRIMARY);
        assertEquals(stands, studio.text("timecode"), "the playhead stays");
        studio.press(KeyCode.DELETE, KeyCode.SHIFT);
        Fx.until("it is gone", () -> cut().items().size() == first.items().size() - 1);
        assertEquals(false, labels().contains(((Item.Clip) first.items().get(4)).label()));
        undone(first);
    }

    @Test
    void theBladeCutsWhereItIsPutDownAndEscPutsItAway() {
        Cut first = cut();
        studio.press(KeyCode.B);
        mouse(MouseEvent.MOUSE_PRESSED, x(middle(3)), PICTURES, MouseButton.PRIMARY);
        Fx.until("it is split", () -> cut().items().size() == first.items().size() + 1);
        studio.settle();
        mouse(MouseEvent.MOUSE_RELEASED, x(middle(3)), PICTURES, MouseButton.PRIMARY);
        studio.press(KeyCode.ESCAPE);
        pull(middle(3), middle(3));
        mouse(MouseEvent.MOUSE_RELEASED, 0, PICTURES, MouseButton.PRIMARY);
        studio.settle();
        assertEquals(first.items().size() + 1, cut().items().size());
    }

    @Test
    void aTrimSnapsToThePlayheadUnlessSnappingIsOff() {
        Cut first = cut();
        int end = cut().start(3);
        for (int second = 0; second < 3; second++) {
            studio.press(KeyCode.DOWN);
        }
        studio.press(KeyCode.LEFT, KeyCode.SHIFT);
        pull(end - 1, end - 1 - 24 - 2);
        let();
        assertEquals(first.frames() - 24, cut().frames(), "exactly to the playhead");
        undone(first);
        studio.press(KeyCode.S);
        pull(end - 1, end - 1 - 24 - 2);
        let();
        assertEquals(first.frames() - 26, cut().frames(), 1);
    }

    @Test
    void whatASceneLacksIsSaidInItsGapAndPutBackFromThere() {
        Cut first = cut();
        pull(middle(4), middle(4));
        mouse(MouseEvent.MOUSE_RELEASED, 0, PICTURES, MouseButton.PRIMARY);
        studio.press(KeyCode.DELETE);
        Fx.until("a gap is there", () -> cut().items().get(4) instanceof Item.Gap);
        studio.settle();
        studio.layOut();
        assertEquals(((Item.Clip) first.items().get(4)).label() + " needed", studio.said(
                ".fw-lane-gap .fw-lane-words"));
        studio.press(KeyCode.G);
        Fx.until("it is back", () -> cut().items().get(4) instanceof Item.Clip);
        assertEquals(first.items(), cut().items());
    }

    @Test
    void theMiddleButtonMovesTheFilmUnderTheWindow() {
        studio.press(KeyCode.EQUALS);
        studio.press(KeyCode.EQUALS);
        Cut first = cut();
        mouse(MouseEvent.MOUSE_PRESSED, 500, PICTURES, MouseButton.MIDDLE);
        mouse(MouseEvent.MOUSE_DRAGGED, 300, PICTURES, MouseButton.MIDDLE);
        mouse(MouseEvent.MOUSE_RELEASED, 300, PICTURES, MouseButton.MIDDLE);
        studio.layOut();
        assertTrue(Fx.get(() -> studio.node("lanes").lookup(".fw-lane-title") == null || studio.node("lanes")
                .lookup(".fw-lane-title")
                .getLayoutX() < 0));
        assertEquals(first, cut());
    }

    @Test
    void aPressOnTheScenesScrubs() {
        mouse(MouseEvent.MOUSE_PRESSED, x(200), SCENES, MouseButton.PRIMARY);
        assertTrue(studio.text("timecode").compareTo("00:00:08:00") > 0);
    }

    @Test
    void aSceneIsPulledToAnotherPlaceWithAllItsShots() {
        Cut first = cut();
        mouse(MouseEvent.MOUSE_PRESSED, x(200), SCENES, MouseButton.PRIMARY);
        mouse(MouseEvent.MOUSE_DRAGGED, x(400), SCENES, MouseButton.PRIMARY);
        mouse(MouseEvent.MOUSE_DRAGGED, x(first.frames()), SCENES, MouseButton.PRIMARY);
        let();
        assertEquals(first.frames(), cut().frames());
        assertEquals(List.of("1-A", "1-B", "1-C"), labels().subList(7, 10));
        undone(first);
        studio.press(KeyCode.HOME);
        studio.press(KeyCode.DOWN);
        studio.press(KeyCode.DOWN, KeyCode.CONTROL, KeyCode.SHIFT);
        Fx.until("the scene went behind the next", () -> labels().getFirst().equals("2-A"));
        studio.settle();
        assertEquals("1-A", labels().get(5));
    }

    @Test
    void aMarkerIsSetNamedFoundAgainAndTakenAway() {
        studio.press(KeyCode.DOWN);
        studio.press(KeyCode.M);
        Fx.until("it is there", () -> cut().markers().size() == 1);
        studio.settle();
        studio.press(KeyCode.M);
        Fx.run(() -> ((TextField) studio.node("marker-text")).setText("Ferry horn"));
        studio.press(KeyCode.ENTER);
        Fx.run(() -> studio.node("lanes").requestFocus());
        Fx.until("it is named", () -> cut().markers().getFirst().text().equals("Ferry horn"));
        studio.press(KeyCode.HOME);
        studio.press(KeyCode.M, KeyCode.SHIFT);
        assertEquals("00:00:02:12", studio.text("timecode"));
        studio.press(KeyCode.DELETE, KeyCode.ALT);
        Fx.until("it is gone", () -> cut().markers().isEmpty());
    }

    @Test
    void aTrackHasAHeadThatTurnsItOffAndLocksIt() {
        Fx.run(() -> Looks.desk(studio.window())
                .edit(editor -> editor.recut(now -> Outcome.ok(now.with(new Layers(List.of(new Track(Track.Kind.SOUND,
                        "A1",
                        List.of(new Item.Gap(60), new Item.Sound(new MediaRef(Digest.of("sea"), "wav"), "Sea", 240,
                                new Source(0, 480), Level.PLAIN, 0)),
                        List.of(), true, false)), List.of(),
                        now.marks()))))));
        Fx.until("there is a track", () -> cut().tracks().size() == 1);
        studio.settle();
        studio.layOut();
        Fx.until("its file is missed", () -> studio.said(".fw-lane-lost .fw-lane-words").equals("Sea file missing"));
        studio.fire("track-on-1");
        Fx.until("it is off", () -> !cut().tracks().getFirst().on());
        studio.settle();
        studio.fire("track-lock-1");
        Fx.until("it is locked", () -> cut().tracks().getFirst().locked());
    }

    @Test
    void theWholeFilmGoesWhereItIsPressed() {
        for (int i = 0; i < 4; i++) {
            studio.press(KeyCode.EQUALS);
        }
        studio.layOut();
        Fx.run(() -> {
            Node map = studio.node("minimap");
            Point2D end = map.localToScene(map.getLayoutBounds().getWidth() - 2, 5);
            Event.fireEvent(map,
                    new MouseEvent(MouseEvent.MOUSE_PRESSED, end.getX(), end.getY(), end.getX(), end.getY(),
                            MouseButton.PRIMARY, 1, false, false, false, false, true, false, false, true, false, true,
                            new PickResult(map, end.getX(), end.getY())));
        });
        studio.layOut();
        assertEquals("3-B", Fx.get(() -> studio.all(".fw-lane-shot")
                .stream()
                .max(Comparator.comparingDouble(Node::getLayoutX))
                .map(Node::getAccessibleText)
                .orElseThrow()));
    }

    @Test
    void aClipIsPulledFromTheListOntoTheLanes() {
        Cut first = cut();
        Node list = studio.node("shots");
        Fx.run(() -> ((ListView<?>) list).getSelectionModel().select(2));
        Point2D from = Fx.get(() -> list.localToScene(40, 100));
        Point2D to = Fx.get(() -> studio.node("lanes")
                .lookup(".fw-ruler")
                .localToScene(x(first.start(6)) + 3,
                        PICTURES));
        on(list, MouseEvent.MOUSE_PRESSED, from);
        on(list, MouseEvent.MOUSE_DRAGGED, to);
        assertTrue(studio.said(".fw-lane-tools .fw-muted").startsWith("Insert 1-C"));
        on(list, MouseEvent.MOUSE_RELEASED, to);
        Fx.until("it is in", () -> cut().items().size() == first.items().size() + 1);
        assertEquals("1-C", ((Item.Clip) cut().items().get(6)).label(), "snapped to the cut");
        studio.settle();
        undone(first);
    }

    private static void on(Node node, EventType<MouseEvent> type, Point2D at) {
        Fx.run(() -> Event.fireEvent(node, new MouseEvent(type, at.getX(), at.getY(), at.getX(), at.getY(),
                MouseButton.PRIMARY, 1, false, false, false, false, true, false, false, true, false, true,
                new PickResult(node, at.getX(), at.getY()))));
    }
}
