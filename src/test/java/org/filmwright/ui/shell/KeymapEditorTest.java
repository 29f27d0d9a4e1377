package org.filmwright.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.filmwright.ui.Fx;
import org.filmwright.ui.TestStudio;
import org.filmwright.ui.kit.Fittings;
import org.filmwright.ui.kit.KeymapEditor;
import org.junit.jupiter.api.Test;

class KeymapEditorTest {
    @Test
    void aPressedKeyBecomesTheKeyAndATakenOneAsksFirst() {
        try (TestStudio studio = new TestStudio()) {
            Fittings fittings = studio.window().fittings();
            KeymapEditor editor = Fx.get(() -> new KeymapEditor(fittings));
            Scene scene = Fx.get(() -> {
                Scene made = new Scene(editor, 800, 3000);
                fittings.look().dress(made);
                return made;
            });
            record(scene, "images.approve", KeyCode.A);
            assertEquals("A", fittings.commands().keys().text("images.approve"));
            record(scene, "images.approve", KeyCode.X);
            assertEquals("A", fittings.commands().keys().text("images.approve"), "X means Reject: asked first");
            assertTrue(Fx.get(() -> scene.lookup("#keymap-warning").isVisible()));
            press(scene, "keyboard-take");
            assertEquals(List.of("X", ""), List.of(fittings.commands().keys().text("images.approve"), fittings
                    .commands()
                    .keys()
                    .text("images.reject")));
            press(scene, "keyboard-reset-images.reject");
            press(scene, "keyboard-reset-images.approve");
            assertEquals("P", fittings.commands().keys().text("images.approve"));
        }
    }

    @Test
    void escKeepsTheKey() {
        try (TestStudio studio = new TestStudio()) {
            Fittings fittings = studio.window().fittings();
            Scene scene = Fx.get(() -> new Scene(new KeymapEditor(fittings), 800, 3000));
            record(scene, "images.approve", KeyCode.ESCAPE);
            assertEquals("P", fittings.commands().keys().text("images.approve"));
        }
    }

    private static void record(Scene scene, String command, KeyCode key) {
        press(scene, "keyboard-change-" + command);
        Fx.run(() -> {
            ListView<?> list = (ListView<?>) scene.lookup("#keymap-list");
            Event.fireEvent(list, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
        });
    }

    private static void press(Scene scene, String id) {
        Fx.run(() -> {
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            Button button = (Button) scene.getRoot()
                    .lookupAll(".button")
                    .stream()
                    .filter(node -> id.equals(node.getId()))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("No button is called " + id));
            button.fire();
        });
    }
}
