package org.filmwright.ui.kit;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.filmwright.ui.fx.FxBridge;

/** The right-hand panel: sections with a title row, key and value rows, and cards; it scrolls as a whole. */
public final class Inspector extends ScrollColumn {
    private final VBox column;

    public Inspector(Node... sections) {
        this(new VBox(sections));
    }

    private Inspector(VBox column) {
        super(column);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        this.column = column;
        column.getStyleClass().add("fw-inspector");
    }

    public void show(Node... sections) {
        if (!column.getChildren().equals(List.of(sections))) {
            column.getChildren().setAll(sections);
        }
    }

    /** Scrolls the panel that a node lies in, as soon as that is laid out, until the node can be seen. */
    public static void reveal(Node node) {
        FxBridge.later(() -> Stream.iterate(node.getParent(), Objects::nonNull, Node::getParent)
                .filter(Inspector.class::isInstance)
                .map(Inspector.class::cast)
                .findFirst()
                .ifPresent(panel -> panel.scrollTo(node)));
    }

    /** A titled group; {@code trailing} stands at the end of the title row. */
    public static VBox section(ObservableValue<String> title, Node trailing, Node... rows) {
        HBox head = new HBox(Labels.of(title, "fw-section-title"), Labels.filler(), trailing);
        head.getStyleClass().add("fw-section-head");
        VBox section = new VBox(head);
        section.getStyleClass().add("fw-section");
        section.getChildren().addAll(rows);
        return section;
    }

    /** One fact: its name, and its value in figures' type. */
    public static HBox row(String key, ObservableValue<String> value, String... styleClasses) {
        Label name = Labels.fixed(Words.of(key), "fw-muted", "fw-row-key");
        Label words = Labels.of(value, styleClasses);
        words.getStyleClass().add(styleClasses.length == 0 ? "fw-mono" : "fw-value");
        words.setMaxWidth(Double.MAX_VALUE);
        words.setWrapText(true);
        name.setLabelFor(words);
        HBox row = new HBox(name, words);
        HBox.setHgrow(words, Priority.ALWAYS);
        row.getStyleClass().add("fw-row");
        return row;
    }

    /** The same under rows, from which it keeps some distance. */
    public static Label cardBelow(ObservableValue<String> words) {
        Label card = card(words);
        card.getStyleClass().add("fw-card-below");
        return card;
    }

    /** Flowing words on a card. */
    public static Label card(ObservableValue<String> words) {
        Label card = Labels.of(words, "fw-card", "fw-card-words");
        card.setWrapText(true);
        card.setMaxWidth(Double.MAX_VALUE);
        return card;
    }
}
