package org.filmwright.ui.review;

import javafx.scene.layout.Region;
import org.filmwright.ui.kit.Look;

/** Gives a well the surround that was chosen, now and whenever it changes. */
final class Surrounding {
    private final Region well;
    private String styleClass = "";

    Surrounding(Region well, Look look) {
        this.well = well;
        well.getStyleClass().add("fw-well");
        look.surround().subscribe(this::dress);
    }

    private void dress(Look.Surround chosen) {
        well.getStyleClass().remove(styleClass);
        styleClass = chosen.styleClass();
        well.getStyleClass().add(styleClass);
    }
}
