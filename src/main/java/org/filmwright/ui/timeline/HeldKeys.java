package org.filmwright.ui.timeline;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;
import javafx.util.Subscription;
import org.filmwright.ui.kit.Commands;

/** Which keys are down. A key that repeats itself is down when its command comes again; one that is pressed anew is not yet. */
final class HeldKeys {
    private final Commands commands;
    private final Set<KeyCode> down = new HashSet<>();
    private Subscription watched = Subscription.EMPTY;

    HeldKeys(Commands commands) {
        this.commands = commands;
    }

    /** Follows the keys of the window in which {@code root} lies. @param released told of each key that is let go */
    void watch(Node root, Consumer<KeyCode> released) {
        root.sceneProperty().subscribe(scene -> {
            watched.unsubscribe();
            watched = scene == null ? Subscription.EMPTY : follow(scene, released);
        });
        root.sceneProperty()
                .flatMap(Scene::windowProperty)
                .flatMap(Window::focusedProperty)
                .subscribe((before, now) -> letGo(released));
    }

    /** Commands are found by the window before this hears of their key. */
    private Subscription follow(Scene scene, Consumer<KeyCode> released) {
        javafx.event.EventHandler<KeyEvent> press = key -> down.add(key.getCode());
        javafx.event.EventHandler<KeyEvent> release = key -> {
            if (down.remove(key.getCode())) {
                released.accept(key.getCode());
            }
        };
        scene.addEventFilter(KeyEvent.KEY_PRESSED, press);
        scene.addEventFilter(KeyEvent.KEY_RELEASED, release);
        return () -> {
            scene.removeEventFilter(KeyEvent.KEY_PRESSED, press);
            scene.removeEventFilter(KeyEvent.KEY_RELEASED, release);
        };
    }

    /** A window that loses the keys is not told what was released meanwhile. */
    private void letGo(Consumer<KeyCode> released) {
        Set<KeyCode> were = Set.copyOf(down);
        down.clear();
        were.forEach(released);
    }

    /** Whether a key of that command is down. */
    boolean isDown(String command) {
        return down.stream().anyMatch(code -> means(command, code));
    }

    boolean means(String command, KeyCode code) {
        return commands.keys().of(command).stream().anyMatch(key -> key.getCode() == code);
    }
}
