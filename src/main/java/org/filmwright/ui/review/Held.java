package org.filmwright.ui.review;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;
import org.filmwright.base.TakeId;
import org.filmwright.ui.kit.Commands;

/** What is shown for as long as a key is held: a pixel for a pixel, or the take before. */
final class Held {
    private final Commands commands;
    private final Supplier<Loupe> front;
    private final BooleanProperty blink;
    private boolean enlarged;

    /** @param front the picture that keys mean */
    Held(Commands commands, Supplier<Loupe> front, BooleanProperty blink) {
        this.commands = commands;
        this.front = front;
        this.blink = blink;
    }

    /** Follows the keys; a window that loses them, or has them again, is not told what was released meanwhile. */
    void watch(Node root, ObservableValue<Optional<TakeId>> current) {
        root.addEventFilter(KeyEvent.KEY_RELEASED, this::release);
        root.sceneProperty()
                .flatMap(Scene::windowProperty)
                .flatMap(Window::focusedProperty)
                .subscribe((before, now) -> end());
        current.subscribe((before, now) -> blink.set(false));
    }

    /** As if every key were released. */
    void end() {
        blink.set(false);
        reduce();
    }

    void enlarge() {
        Loupe shown = front.get();
        if (shown.zoom().get().size() == Zoom.Size.FIT) {
            enlarged = true;
            shown.zoom().set(shown.zoom().get().full());
        }
    }

    /** What a held key shows goes with it. */
    private void release(KeyEvent key) {
        if (means("images.hold-full", key)) {
            reduce();
        } else if (means("images.hold-previous", key)) {
            blink.set(false);
        }
    }

    private void reduce() {
        if (enlarged) {
            enlarged = false;
            front.get().zoom().set(Zoom.FIT);
        }
    }

    private boolean means(String command, KeyEvent released) {
        return commands.keys().of(command).stream().anyMatch(key -> key.getCode() == released.getCode());
    }
}
