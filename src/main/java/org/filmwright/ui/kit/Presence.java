package org.filmwright.ui.kit;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/** Whether something is there at all: seen, and given room. */
public final class Presence {
    private Presence() {}

    /** There only while that holds. */
    public static <N extends Node> N when(ObservableValue<Boolean> holds, N node) {
        node.visibleProperty().bind(holds);
        node.managedProperty().bind(node.visibleProperty());
        return node;
    }
}
