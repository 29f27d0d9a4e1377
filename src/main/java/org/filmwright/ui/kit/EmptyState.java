package org.filmwright.ui.kit;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;

/** What a pane shows while it has nothing to show: one sentence that says why, and what to do. */
public final class EmptyState extends VBox {
    public EmptyState(Ikon ikon, String sentence, String hint, Node... actions) {
        this(ikon, new SimpleStringProperty(sentence), new SimpleStringProperty(hint), actions);
    }

    /** With a sentence that follows what there is. */
    public EmptyState(Ikon ikon, ObservableValue<String> sentence, Node... actions) {
        this(ikon, sentence, new SimpleStringProperty(""), actions);
    }

    /** With a hint that follows it too. */
    public EmptyState(Ikon ikon, ObservableValue<String> sentence, ObservableValue<String> hint, Node... actions) {
        getStyleClass().add("fw-empty");
        Label title = Labels.of(sentence, "fw-empty-title");
        title.setWrapText(true);
        getChildren().addAll(Glyphs.icon(ikon, "fw-empty-icon"), title);
        Label below = Labels.of(hint, "fw-muted", "fw-empty-hint");
        below.setWrapText(true);
        Presence.when(below.textProperty().isNotEmpty(), below);
        getChildren().add(below);
        HBox buttons = new HBox(actions);
        buttons.getStyleClass().add("fw-empty-actions");
        getChildren().add(buttons);
    }
}
