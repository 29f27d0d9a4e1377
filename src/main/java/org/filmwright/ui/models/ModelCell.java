package org.filmwright.ui.models;

import javafx.scene.AccessibleRole;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.filmwright.production.models.Model;
import org.filmwright.ui.kit.Bytes;
import org.filmwright.ui.kit.Labels;
import org.filmwright.ui.kit.Status;
import org.filmwright.ui.kit.StatusGlyph;
import org.filmwright.ui.kit.Words;

/** A model in the list: name, size, how it fits into this machine. */
final class ModelCell extends ListCell<Model> {
    private final long memory;

    ModelCell(long memory) {
        this.memory = memory;
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setAccessibleRole(AccessibleRole.LIST_ITEM);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(Model model, boolean empty) {
        super.updateItem(model, empty);
        if (empty || model == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        Label name = Labels.of(model.name());
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        String fit = Words.of("models.fit." + model.fit(memory));
        HBox row = new HBox(name, Labels.fixed(Bytes.words(model.bytes()), "fw-mono", "fw-model-size"), new StatusGlyph(
                status(model.fit(memory))), Labels.fixed(fit, "fw-muted", "fw-model-fit"));
        row.getStyleClass().add("fw-model-row");
        setGraphic(row);
        setAccessibleText(
                Words.of("models.spoken", "name", model.name(), "size", Bytes.words(model.bytes()), "fit", fit));
    }

    private static Status status(Model.Fit fit) {
        return switch (fit) {
            case FITS -> Status.DONE;
            case TIGHT -> Status.WARNING;
            case TOO_LARGE -> Status.REJECTED;
        };
    }
}
