package org.filmwright.ui.kit;

import javafx.scene.control.Label;

/** The key of a command, small and grey behind its words; it follows the keymap. Hidden while there is none. */
public final class KeyHint extends Label {
    public KeyHint(Commands commands, String command) {
        getStyleClass().add("fw-key");
        setMinWidth(USE_PREF_SIZE);
        textProperty().bind(commands.keymap().map(keys -> keys.text(command)));
        visibleProperty().bind(textProperty().isNotEmpty());
        managedProperty().bind(visibleProperty());
    }
}
