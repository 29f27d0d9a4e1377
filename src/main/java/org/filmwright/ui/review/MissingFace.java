package org.filmwright.ui.review;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.filmwright.ui.kit.Labels;
import org.filmwright.ui.kit.Status;
import org.filmwright.ui.kit.StatusGlyph;
import org.filmwright.ui.kit.Words;

/** In the place of a picture whose file is not there or cannot be read: why, and a button to look for it again. */
final class MissingFace extends VBox {
    MissingFace(Runnable again) {
        getStyleClass().addAll("fw-coming", "fw-coming-whole");
        Label reason = Labels.of(Words.of("images.missing"), "fw-caption", "fw-coming-reason");
        reason.setWrapText(true);
        Button retry = new Button(Words.of("images.broken.retry"));
        retry.setAccessibleText(retry.getText());
        retry.getStyleClass().add("fw-compact");
        retry.setMinWidth(USE_PREF_SIZE);
        retry.setFocusTraversable(false);
        retry.setOnAction(press -> again.run());
        getChildren().addAll(new StatusGlyph(Status.FAILED), reason, retry);
    }
}
