package org.filmwright.ui.review;

import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.scene.input.KeyEvent;
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

    void enlarge() {
        Loupe shown = front.get();
        if (shown.zoom().get().size() == Zoom.Size.FIT) {
            enlarged = true;
            shown.zoom().set(shown.zoom().get().full());
        }
    }

    /** What a held key shows goes with it. */
    void release(KeyEvent key) {
        if (means("images.hold-full", key) && enlarged) {
            enlarged = false;
            front.get().zoom().set(Zoom.FIT);
        } else if (means("images.hold-previous", key)) {
            blink.set(false);
        }
    }

    private boolean means(String command, KeyEvent released) {
        return commands.keys().of(command).stream().anyMatch(key -> key.getCode() == released.getCode());
    }
}
