package org.filmwright.ui;

import java.util.Set;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import org.filmwright.timeline.Cut;

/** A mouse on the lanes of the timeline. */
final class LaneMouse {
    private static final double HEADS = 128;

    private final TestStudio studio;

    LaneMouse(TestStudio studio) {
        this.studio = studio;
    }

    /** Where a frame lies, with the whole film in view. */
    double x(double frame, Cut cut) {
        double width = Fx.get(() -> studio.node("lanes").getLayoutBounds().getWidth()) - HEADS;
        return frame * (width - 24) / cut.frames();
    }

    /** @param held modifiers */
    void mouse(EventType<MouseEvent> type, double x, double y, MouseButton button, KeyCode... held) {
        Set<KeyCode> keys = Set.of(held);
        Fx.run(() -> {
            Node ruler = studio.node("lanes").lookup(".fw-ruler");
            Point2D at = ruler.localToScene(x, y);
            Event.fireEvent(ruler, new MouseEvent(type, at.getX(), at.getY(), at.getX(), at.getY(), button, 1, keys
                    .contains(KeyCode.SHIFT), keys.contains(KeyCode.CONTROL), keys.contains(KeyCode.ALT), false,
                    button == MouseButton.PRIMARY, button == MouseButton.MIDDLE, false, true, false, true,
                    new PickResult(ruler, at.getX(), at.getY())));
        });
    }
}
