package org.filmwright.ui.kit;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;

/** A short fact in the top bar that leads to its page when pressed; it hides while its text is empty. */
public final class Chip extends Button {
    public Chip(String id, ObservableValue<String> text, Runnable action) {
        setId(id);
        getStyleClass().addAll("fw-chip", "fw-mono");
        setMinWidth(USE_PREF_SIZE);
        textProperty().bind(text);
        accessibleTextProperty().bind(text);
        visibleProperty().bind(textProperty().isNotEmpty());
        managedProperty().bind(visibleProperty());
        setOnAction(press -> action.run());
    }

    /** With a glyph in front of the words. */
    public Chip(String id, Node glyph, ObservableValue<String> text, Runnable action) {
        this(id, text, action);
        setGraphic(glyph);
    }
}
