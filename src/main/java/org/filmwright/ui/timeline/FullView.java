package org.filmwright.ui.timeline;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.filmwright.ui.kit.Picture;
import org.filmwright.ui.kit.PictureBox;
import org.filmwright.ui.kit.Words;

/** The picture and nothing else, over the whole page; the keys mean what they mean there. */
final class FullView extends StackPane {
    private final BooleanProperty alone = new SimpleBooleanProperty();

    FullView(ObservableValue<Picture> picture) {
        setId("full-view");
        setAccessibleText(Words.of("timeline.preview"));
        getStyleClass().addAll("fw-well", "fw-second-screen");
        setFocusTraversable(true);
        PictureBox box = PictureBox.whole();
        getChildren().add(box);
        visibleProperty().bind(alone);
        managedProperty().bind(alone);
        alone.subscribe(on -> box.show(on ? picture.getValue() : Picture.none()));
        picture.subscribe(shown -> box.show(alone.get() ? shown : Picture.none()));
        addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ESCAPE) {
                alone.set(false);
                key.consume();
            }
        });
    }

    ReadOnlyBooleanProperty alone() {
        return alone;
    }

    void toggle() {
        alone.set(!alone.get());
        if (alone.get()) {
            requestFocus();
        }
    }
}
