package org.filmwright.ui.kit;

import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** What a card shows between its title and its buttons: as high as it is, and scrolled where the window is lower. */
final class SheetBody extends ScrollColumn {
    private final VBox column;

    SheetBody(Node content) {
        this(new VBox(content));
    }

    private SheetBody(VBox column) {
        super(column);
        this.column = column;
        column.getStyleClass().add("fw-sheet-body");
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setMinHeight(0);
        column.paddingProperty().subscribe(room -> VBox.setMargin(this, outwards(room)));
    }

    /** Rings of focus need room inside, and what has them stands where it would without. */
    private static Insets outwards(Insets room) {
        return new Insets(-room.getTop(), -room.getRight(), -room.getBottom(), -room.getLeft());
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        return column.prefHeight(width) + snappedTopInset() + snappedBottomInset();
    }
}
