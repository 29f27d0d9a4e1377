package org.filmwright.ui.kit;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** A row that stays out of a column with no height to spare for it. */
public final class SpareRow extends StackPane {
    /** @param needed height of the column, in design pixels */
    public SpareRow(Region row, Look look, double needed) {
        super(row);
        ObservableValue<Number> height = parentProperty()
                .flatMap(parent -> parent instanceof Region column ? column.heightProperty() : null)
                .orElse(0);
        visibleProperty().bind(Bindings.createBooleanBinding(() -> row.isVisible()
                && (height.getValue().doubleValue() == 0 || height.getValue().doubleValue() >= look.px(needed)),
                row.visibleProperty(), height, look.scale()));
        managedProperty().bind(visibleProperty());
    }
}
