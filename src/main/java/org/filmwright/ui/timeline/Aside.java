package org.filmwright.ui.timeline;

import java.time.Duration;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.event.EventHandler;
import javafx.util.Subscription;
import org.filmwright.ui.fx.Clockwork;
import org.filmwright.ui.fx.FxBridge;

/**
 * A short word in the timeline's own line: why something was not done, or what was taken back. It goes by itself, and before
 * that at the next key or press.
 */
final class Aside {
    /** Long enough to read two sentences. */
    private static final Duration STAY = Duration.ofSeconds(6);

    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper warns = new ReadOnlyBooleanWrapper();
    private final Clockwork clockwork;
    private Clockwork.Appointment going = () -> {};
    private Subscription watched = Subscription.EMPTY;

    Aside(Clockwork clockwork) {
        this.clockwork = clockwork;
    }

    /** Empty while there is nothing to say. */
    ReadOnlyStringProperty text() {
        return text.getReadOnlyProperty();
    }

    /** Whether it is about something that was not done. */
    ReadOnlyBooleanProperty warns() {
        return warns.getReadOnlyProperty();
    }

    /** Says what was done. */
    void say(String words) {
        say(words, false);
    }

    /** Says why something was not done. */
    void warn(String words) {
        say(words, true);
    }

    /** Once the key is dealt with that it answers: every key ends what was said before. */
    private void say(String words, boolean warning) {
        FxBridge.later(() -> {
            hush();
            warns.set(warning);
            text.set(words);
            going = clockwork.after(STAY, this::hush);
        });
    }

    private void hush() {
        going.cancel();
        text.set("");
    }

    /** Follows the keys and the mouse of the window in which {@code root} lies. */
    void watch(Node root) {
        root.sceneProperty().subscribe(scene -> {
            watched.unsubscribe();
            watched = scene == null ? Subscription.EMPTY : follow(scene);
        });
    }

    private Subscription follow(Scene scene) {
        EventHandler<InputEvent> any = _ -> hush();
        scene.addEventFilter(KeyEvent.KEY_PRESSED, any);
        scene.addEventFilter(MouseEvent.MOUSE_PRESSED, any);
        return () -> {
            scene.removeEventFilter(KeyEvent.KEY_PRESSED, any);
            scene.removeEventFilter(MouseEvent.MOUSE_PRESSED, any);
        };
    }
}
