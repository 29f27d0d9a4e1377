package org.filmwright.ui.kit;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Something a person can tell the studio to do: from a menu, a button or a key.
 *
 * @param id names it in keymap and bundle ({@code command.images.approve})
 * @param possible whether it can be done now
 * @param held whether it lasts for as long as its key is held, so that only a key can mean it
 */
public record Command(String id, Scope scope, ObservableBooleanValue possible, boolean held, Runnable action) {
    private static final Logger LOG = LoggerFactory.getLogger(Command.class);
    private static final ObservableBooleanValue ALWAYS = Bindings.createBooleanBinding(() -> true);

    public static Command always(String id, Scope scope, Runnable action) {
        return new Command(id, scope, ALWAYS, false, action);
    }

    public static Command when(ObservableBooleanValue possible, String id, Scope scope, Runnable action) {
        return new Command(id, scope, possible, false, action);
    }

    /** Begins what ends when its key is released. */
    public static Command held(ObservableBooleanValue possible, String id, Scope scope, Runnable action) {
        return new Command(id, scope, possible, true, action);
    }

    public String words() {
        return Words.of("command." + id);
    }

    /** Does it, unless it is impossible now. Says whether it was done; a log in detail has it, to be able to tell what led to a fault. */
    public boolean run() {
        if (possible.get()) {
            LOG.debug("Command {}", id);
            action.run();
            return true;
        }
        return false;
    }
}
