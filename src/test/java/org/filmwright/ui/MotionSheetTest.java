package org.filmwright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;
import org.filmwright.base.CameraMove;
import org.filmwright.base.ShotId;
import org.filmwright.story.ShotOverride;
import org.filmwright.ui.kit.Scope;
import org.junit.jupiter.api.Test;

/** The move of a shot is framed on its picture: by hand, by keys, seen before it is filmed. */
class MotionSheetTest extends OnTheSample {
    private ShotId shot() {
        return project.snapshot().script().orElseThrow().plan().shots().getFirst().id();
    }

    private void open() {
        studio.press(KeyCode.J, KeyCode.CONTROL, KeyCode.SHIFT);
        until(() -> studio.seen("motion") && !project.camerawork().rehearsed().isEmpty());
        until(() -> !studio.text("motion-at").isEmpty());
    }

    private void until(BooleanSupplier holds) {
        Fx.until("it is so", holds);
        studio.settle();
    }

    private Optional<ShotOverride> wish() {
        return project.snapshot().script().orElseThrow().override(shot());
    }

    @Test
    void arrowsMoveAFrameTabGoesToTheOtherAndRenderRecordsAndFilms() throws IOException {
        open();
        picture("motion");
        var rule = project.camerawork().rehearsed().getFirst();
        studio.press(KeyCode.MINUS);
        studio.press(KeyCode.MINUS);
        studio.press(KeyCode.RIGHT, KeyCode.SHIFT);
        studio.press(KeyCode.TAB);
        assertEquals("frame-end", Fx.get(() -> studio.window().scene().getFocusOwner().getId()));
        for (int i = 0; i < 12; i++) {
            studio.press(KeyCode.MINUS);
        }
        studio.press(KeyCode.UP);
        until(() -> project.camerawork().rehearsed().getLast().end().width() < rule.end().width() - 0.1);
        assertEquals("By you", studio.text("motion-by"));
        picture("motion-framed");
        studio.press(KeyCode.ENTER, KeyCode.CONTROL);
        until(() -> !project.camerawork().filmed().isEmpty());
        assertEquals(List.of(shot()), project.camerawork().filmed());
        assertFalse(studio.seen("motion"));
        var frames = wish().orElseThrow().camera().orElseThrow();
        assertEquals(frames.start(), project.camerawork().rehearsed().getLast().start());
        assertTrue(frames.end().width() < rule.end().width());
    }

    @Test
    void anotherMoveBeginsWithItsOwnFramesAndThePlanIsOneButtonAway() {
        open();
        var rule = project.camerawork().rehearsed().getFirst();
        Fx.run(() -> {
            @SuppressWarnings("unchecked")
            ComboBox<CameraMove> moves = (ComboBox<CameraMove>) studio.node("motion-move");
            moves.setValue(CameraMove.CRANE_UP);
        });
        until(() -> project.camerawork().rehearsed().getLast().move() == CameraMove.CRANE_UP);
        studio.fire("motion-rule");
        until(() -> project.camerawork().rehearsed().getLast().move() == rule.move());
        assertEquals("By the plan", studio.text("motion-by"));
        studio.fire("motion-render");
        until(() -> !project.camerawork().filmed().isEmpty());
        assertEquals(Optional.empty(), wish().flatMap(ShotOverride::camera));
    }

    @Test
    void aFrameIsDraggedByTheMouse() {
        open();
        double before = project.camerawork().rehearsed().getFirst().end().x();
        Fx.run(() -> {
            var frame = studio.node("frame-end");
            var middle = frame.localToScene(frame.getLayoutBounds().getCenterX(), frame.getLayoutBounds()
                    .getCenterY());
            frame.fireEvent(mouse(MouseEvent.MOUSE_PRESSED, middle.getX(), middle.getY()));
            frame.fireEvent(mouse(MouseEvent.MOUSE_DRAGGED, middle.getX() + 4, middle.getY()));
        });
        until(() -> project.camerawork().rehearsed().getLast().end().x() > before);
        studio.press(KeyCode.ESCAPE);
        assertFalse(studio.seen("motion"));
        assertEquals(List.of(), project.camerawork().filmed(), "what is not rendered is not recorded");
        assertEquals(Optional.empty(), wish().flatMap(ShotOverride::camera));
    }

    private static MouseEvent mouse(javafx.event.EventType<MouseEvent> type, double x, double y) {
        return new MouseEvent(type, x, y, x, y, javafx.scene.input.MouseButton.PRIMARY, 1, false, false, false, false,
                true, false, false, true, false, true, null);
    }

    @Test
    void aClipWithAlarmsIsFoundShownAndPassed() throws IOException {
        Fx.run(() -> project.measured(shot(), SampleCamerawork.flickering()));
        studio.settle();
        assertTrue(studio.seen("clip-alarms"));
        picture("clip-alarms-images");
        studio.press(KeyCode.N, KeyCode.CONTROL, KeyCode.SHIFT);
        studio.settle();
        assertTrue(studio.seen("timeline") || studio.seen("lanes") || studio.seen("preview"));
        assertTrue(studio.seen("clip-alarms"));
        picture("clip-alarms-timeline");
        studio.fire("shot-clip-good");
        until(() -> !studio.seen("clip-alarms"));
        assertEquals(Optional.of(project.snapshot().clips().get(shot()).id()), wish().flatMap(ShotOverride::passed));
    }

    @Test
    void inTheTimelineTheShotUnderThePlayheadIsMeant() {
        studio.show(Scope.TIMELINE);
        studio.press(KeyCode.DOWN);
        studio.settle();
        studio.press(KeyCode.J, KeyCode.CONTROL, KeyCode.SHIFT);
        until(() -> studio.seen("motion"));
    }

    private void picture(String name) throws IOException {
        studio.settle();
        WritableImage picture = Fx.get(() -> studio.window().scene().snapshot(null));
        Path file = Path.of("target", "screenshots", name + ".png");
        Files.createDirectories(file.getParent());
        ImageIO.write(SwingFXUtils.fromFXImage(picture, null), "png", file.toFile());
    }
}
