package org.filmwright.ui;

import java.util.Objects;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.event.EventTarget;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination.ModifierValue;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/** A keyboard and a mouse on a scene: the events that the desktop sends, to where the focus or the pointer is. */
public final class Hands {
    private final Scene scene;

    public Hands(Scene scene) {
        this.scene = scene;
    }

    /** Presses and releases a key with what is held with it. */
    public void press(KeyCodeCombination key) {
        Fx.run(() -> {
            fire(KeyEvent.KEY_PRESSED, key, key.getCode(), KeyEvent.CHAR_UNDEFINED);
            fire(KeyEvent.KEY_RELEASED, key, key.getCode(), KeyEvent.CHAR_UNDEFINED);
        });
    }

    public void press(KeyCode code) {
        press(new KeyCodeCombination(code));
    }

    /** Types a letter, digit, space or sign as a keyboard does: pressed, typed, released. */
    public void type(char letter) {
        KeyCodeCombination key = new KeyCodeCombination(code(letter));
        Fx.run(() -> {
            fire(KeyEvent.KEY_PRESSED, key, key.getCode(), KeyEvent.CHAR_UNDEFINED);
            fire(KeyEvent.KEY_TYPED, key, KeyCode.UNDEFINED, String.valueOf(letter));
            fire(KeyEvent.KEY_RELEASED, key, key.getCode(), KeyEvent.CHAR_UNDEFINED);
        });
    }

    public void type(String words) {
        words.chars().forEach(letter -> type((char) letter));
    }

    /** Presses and releases the first button of the mouse in the middle of a node. */
    public void click(Node node, int count) {
        Fx.run(() -> {
            Bounds bounds = node.getBoundsInLocal();
            Point2D middle = node.localToScene(bounds.getCenterX(), bounds.getCenterY());
            Stream.of(MouseEvent.MOUSE_ENTERED_TARGET, MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_RELEASED,
                    MouseEvent.MOUSE_CLICKED)
                    .forEach(type -> fire(type, node, middle, count));
        });
    }

    private void fire(EventType<KeyEvent> type, KeyCodeCombination key, KeyCode code, String letter) {
        EventTarget target = Objects.requireNonNullElse(scene.getFocusOwner(), scene);
        Event.fireEvent(target, new KeyEvent(type, letter, "", code, key.getShift() == ModifierValue.DOWN,
                key.getShortcut() == ModifierValue.DOWN, key.getAlt() == ModifierValue.DOWN, false));
    }

    private static void fire(EventType<MouseEvent> type, Node node, Point2D at, int count) {
        boolean down = type == MouseEvent.MOUSE_PRESSED;
        if (node.getScene() != null) {
            Event.fireEvent(node, new MouseEvent(type, at.getX(), at.getY(), at.getX(), at.getY(), MouseButton.PRIMARY,
                    count, false, false, false, false, down, false, false, true, false, true, null));
        }
    }

    private static KeyCode code(char letter) {
        return switch (letter) {
            case ' ' -> KeyCode.SPACE;
            case '\n' -> KeyCode.ENTER;
            case '.' -> KeyCode.PERIOD;
            case ',' -> KeyCode.COMMA;
            case '-' -> KeyCode.MINUS;
            case '\\' -> KeyCode.BACK_SLASH;
            default -> Objects.requireNonNullElse(KeyCode.getKeyCode(String.valueOf(Character.toUpperCase(letter))),
                    KeyCode.UNDEFINED);
        };
    }
}
