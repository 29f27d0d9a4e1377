package org.filmwright.ui.kit;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

/** The rows that every panel is built of, so that their texts share one line across the window. */
public final class Bars {
    private Bars() {}

    /** The 40 pixel row at the top of a side panel: section title, figure behind it, something at the end. */
    public static HBox panelHeader(String title, ObservableValue<String> figure, Node... trailing) {
        HBox bar = new HBox(Labels.fixed(title, "fw-section-title"), Labels.fixed(figure, "fw-section-figure"),
                Labels.filler());
        bar.getChildren().addAll(trailing);
        bar.getStyleClass().addAll("fw-header", "fw-panel-header");
        return bar;
    }

    /** The 40 pixel row at the top of the centre. */
    public static HBox header(Node... nodes) {
        return row("fw-header", nodes);
    }

    /** The 48 pixel row of actions under a pane. */
    public static HBox actions(Node... nodes) {
        return row("fw-actions", nodes);
    }

    /** The 48 pixel row at the foot of a side panel. */
    public static HBox footer(Node... nodes) {
        return row("fw-footer", nodes);
    }

    /** A text field with a magnifying glass, which filters the list below it. */
    public static StackPane filter(String id, String prompt, SceneTreeModel model) {
        TextField field = new TextField();
        field.setId(id);
        field.setPromptText(prompt);
        field.setAccessibleText(prompt);
        field.textProperty().bindBidirectional(model.filter());
        StackPane box = new StackPane(field, Glyphs.icon(MaterialDesignM.MAGNIFY, "fw-field-icon"));
        box.getStyleClass().add("fw-filter");
        return box;
    }

    /** A small button of words, beside something that it changes. */
    public static Button link(String id, String words, Runnable action) {
        Button button = new Button(words);
        button.setId(id);
        Buttons.name(button, words, "");
        button.setOnAction(press -> action.run());
        return button;
    }

    /** A column whose list takes the room that the rows leave, be it none. */
    public static VBox column(Region growing, Node... nodes) {
        VBox column = new VBox(nodes);
        growing.setMinHeight(0);
        VBox.setVgrow(growing, Priority.ALWAYS);
        return column;
    }

    private static HBox row(String styleClass, Node... nodes) {
        HBox bar = new HBox(nodes);
        bar.getStyleClass().add(styleClass);
        return bar;
    }
}
