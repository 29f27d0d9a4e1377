package org.filmwright.ui.kit;

import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.filmwright.ui.kit.SceneTreeModel.Row;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** A row of the scene list: a scene with its fold mark and figure, or a shot with its glyph. */
public final class SceneRowCell extends ListCell<Row> {
    private final SceneTreeModel model;
    private final Trailing trailing;

    SceneRowCell(SceneTreeModel model, Trailing trailing) {
        this.model = model;
        this.trailing = trailing;
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setAccessibleRole(AccessibleRole.LIST_ITEM);
        setPrefWidth(0);
    }

    /** What a workspace wants to say about a scene at the end of its row. */
    @FunctionalInterface
    public interface Trailing {
        String of(Row.OfScene row);
    }

    @Override
    protected void updateItem(Row row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        HBox line = switch (row) {
            case Row.OfScene scene -> scene(scene);
            case Row.OfShot shot -> shot(shot);
        };
        line.getStyleClass().add("fw-scene-row");
        line.setAlignment(Pos.CENTER_LEFT);
        setGraphic(line);
        setAccessibleText(spoken(row));
    }

    private HBox scene(Row.OfScene row) {
        FontIcon fold = Glyphs.icon(row.open() ? MaterialDesignC.CHEVRON_DOWN : MaterialDesignC.CHEVRON_RIGHT,
                "fw-fold");
        StackPane handle = new StackPane(fold);
        handle.getStyleClass().add("fw-fold-handle");
        handle.addEventFilter(MouseEvent.MOUSE_PRESSED, press -> {
            model.toggle(row.scene());
            press.consume();
        });
        Label number = Labels.fixed(row.scene().label(), "fw-mono", "fw-muted", "fw-scene-number");
        return new HBox(handle, number, growing(row.scene().heading()),
                Labels.fixed(trailing.of(row), "fw-mono", "fw-muted", "fw-figure"));
    }

    private HBox shot(Row.OfShot row) {
        Label label = Labels.fixed(row.shot().label(), "fw-mono", "fw-muted", "fw-shot-label");
        HBox line = new HBox(label, growing(row.name(), "fw-shot-name"));
        if (row.state() == ShotState.NEW) {
            line.getChildren().add(Labels.fixed(Integer.toString(row.fresh()), "fw-mono", "fw-muted", "fw-figure"));
        }
        Node glyph = Glyphs.of(row.state());
        line.getChildren().add(glyph);
        return line;
    }

    private static Label growing(String text, String... styleClasses) {
        Label name = Labels.of(text, styleClasses);
        name.setMaxWidth(Double.MAX_VALUE);
        name.setMinWidth(0);
        HBox.setHgrow(name, Priority.ALWAYS);
        return name;
    }

    private static String spoken(Row row) {
        return switch (row) {
            case Row.OfScene(var scene, var open, var approved, var shots) -> Words.of("spoken.scene", "number",
                    scene.label(), "heading", scene.heading(), "approved", approved, "shots", shots);
            case Row.OfShot shot -> Words.of("spoken.shot", "label", shot.shot().label(), "name", shot.name(), "state",
                    shot.state().words());
        };
    }
}
