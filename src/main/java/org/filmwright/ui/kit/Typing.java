package org.filmwright.ui.kit;

import javafx.scene.input.KeyEvent;

/** A node in which text is typed, though it is no text field: keys without Ctrl and Alt belong to it. */
public interface Typing {
    /** Whether it needs even that key with Ctrl or Alt, before any command has it. */
    default boolean needs(KeyEvent key) {
        return false;
    }
}
