package org.filmwright.ui.review;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import org.filmwright.ui.kit.Look;
import org.filmwright.ui.kit.PictureBox;
import org.filmwright.ui.kit.Words;

/** One picture on the neutral well: fitted, or at 100 % to be dragged about. */
final class Loupe extends StackPane {
    private final PictureBox fitted;
    private final ImageView full = new ImageView();
    private final ScrollPane pan = new ScrollPane(full);
    private final BooleanProperty zoomed = new SimpleBooleanProperty();
    private String surround = "";

    Loupe(Look look) {
        setId("loupe");
        setFocusTraversable(true);
        getStyleClass().add("fw-well");
        fitted = PictureBox.whole(look.px(16));
        look.scale().subscribe(scale -> fitted.setMargin(look.px(16)));
        pan.setPannable(true);
        pan.getStyleClass().add("fw-scroll");
        pan.visibleProperty().bind(zoomed);
        fitted.visibleProperty().bind(zoomed.not());
        getChildren().addAll(fitted, pan);
        setOnMousePressed(press -> requestFocus());
        look.surround().subscribe(this::surround);
    }

    /** Whether the picture shows at 100 %. */
    BooleanProperty zoomed() {
        return zoomed;
    }

    void show(Image image, String spoken) {
        fitted.show(image);
        full.setImage(image);
        setAccessibleText(spoken.isEmpty() ? Words.of("images.loupe") : spoken);
    }

    Image image() {
        return fitted.image();
    }

    private void surround(Look.Surround chosen) {
        getStyleClass().remove(surround);
        surround = chosen.styleClass();
        getStyleClass().add(surround);
    }
}
