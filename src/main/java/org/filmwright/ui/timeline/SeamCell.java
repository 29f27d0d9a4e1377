package org.filmwright.ui.timeline;

import javafx.scene.AccessibleRole;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import org.filmwright.media.Tone;
import org.filmwright.ui.kit.Labels;
import org.filmwright.ui.kit.Words;

/** A seam in the list: the shots that meet, and how much is seen of it, 0 to 100. */
final class SeamCell extends ListCell<Seam> {
    private final Label names = Labels.of("");
    private final Label figure = Labels.fixed("", "fw-mono", "fw-muted");
    private final HBox row = new HBox(names, Labels.filler(), figure);

    SeamCell() {
        row.getStyleClass().add("fw-seam-row");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setAccessibleRole(AccessibleRole.LIST_ITEM);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(Seam seam, boolean empty) {
        super.updateItem(seam, empty);
        setGraphic(empty || seam == null ? null : row);
        if (empty || seam == null) {
            setAccessibleText(null);
            return;
        }
        names.setText(Words.of("timeline.seam", "from", seam.from(), "to", seam.to()));
        figure.setText(seam.step().map(SeamCell::figure).orElse(Words.of("timeline.seam.coming")));
        setAccessibleText(names.getText() + ", " + figure.getText());
    }

    private static String figure(Tone.Step step) {
        return Long.toString(Math.round(Math.min(1, step.severity()) * 100));
    }
}
