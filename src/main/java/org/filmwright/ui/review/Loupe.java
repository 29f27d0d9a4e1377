package org.filmwright.ui.review;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.filmwright.ui.kit.Look;
import org.filmwright.ui.kit.Picture;
import org.filmwright.ui.kit.PictureBox;
import org.filmwright.ui.kit.Words;

/** One picture on the neutral well: fitted, or at 100 % to be dragged about. */
final class Loupe extends StackPane {
    private final PictureBox fitted;
    private final ImageView full = new ImageView();
    private final ScrollPane pan = new ScrollPane(full);
    private final ObjectProperty<Zoom> zoom = new SimpleObjectProperty<>(Zoom.FIT);
    private String surround = "";
    private Subscription arrival = Subscription.EMPTY;

    Loupe(Look look) {
        setId("loupe");
        setFocusTraversable(true);
        getStyleClass().add("fw-well");
        fitted = PictureBox.whole();
        look.scale().subscribe(scale -> fitted.setMargin(look.px(16)));
        pan.setPannable(true);
        pan.getStyleClass().add("fw-scroll");
        pan.visibleProperty().bind(zoom.map(now -> now == Zoom.FULL));
        fitted.visibleProperty().bind(zoom.map(now -> now == Zoom.FIT));
        getChildren().addAll(fitted, pan);
        setOnMousePressed(press -> requestFocus());
        look.surround().subscribe(this::surround);
    }

    /** As large as there is room, or a pixel for a pixel. */
    enum Zoom {
        FIT, FULL
    }

    ObjectProperty<Zoom> zoom() {
        return zoom;
    }

    void toggleZoom() {
        zoom.set(zoom.get() == Zoom.FIT ? Zoom.FULL : Zoom.FIT);
    }

    void show(Picture picture, String spoken) {
        fitted.show(picture);
        arrival.unsubscribe();
        arrival = picture.state().subscribe(state -> picture.image().ifPresent(full::setImage));
        setAccessibleText(spoken.isEmpty() ? Words.of("images.loupe") : spoken);
    }

    private void surround(Look.Surround chosen) {
        getStyleClass().remove(surround);
        surround = chosen.styleClass();
        getStyleClass().add(surround);
    }
}
