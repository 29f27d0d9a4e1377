package org.filmwright.ui.settings;

import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import org.filmwright.ui.kit.Glyphs;
import org.filmwright.ui.kit.Labels;

/** A page's line in the navigation, with a dot while something on it differs from its normal value. */
final class SectionCell extends ListCell<Section> {
    SectionCell() {
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setAccessibleRole(AccessibleRole.LIST_ITEM);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(Section section, boolean empty) {
        super.updateItem(section, empty);
        if (empty || section == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        Node dot = Rows.dot();
        dot.visibleProperty().bind(section.changed());
        HBox row = new HBox(Glyphs.icon(section.icon(), "fw-quiet-icon"), Labels.of(section.title()), Labels.filler(),
                dot);
        row.getStyleClass().add("fw-settings-section");
        setGraphic(row);
        setAccessibleText(section.title());
    }
}
