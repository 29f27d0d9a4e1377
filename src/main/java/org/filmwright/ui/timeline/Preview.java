package org.filmwright.ui.timeline;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import org.filmwright.ui.kit.FrameView;
import org.filmwright.ui.kit.Glyphs;
import org.filmwright.ui.kit.Labels;
import org.filmwright.ui.kit.Look;
import org.filmwright.ui.kit.Picture;
import org.filmwright.ui.kit.PictureBox;
import org.filmwright.ui.kit.Words;

/** The screen of the player. */
final class Preview extends StackPane {
    private final PictureBox box;
    private Optional<FrameView> screen = Optional.empty();
    private final ObjectProperty<Picture> picture = new SimpleObjectProperty<>(Picture.none());
    private String surround = "";

    Preview(TimelineModel model, Look look) {
        setId("preview");
        setAccessibleText(Words.of("timeline.preview"));
        getStyleClass().add("fw-well");
        box = PictureBox.whole();
        look.scale().subscribe(scale -> box.setMargin(look.px(20)));
        look.surround().subscribe(this::surround);
        Label sentence = Labels.of("", "fw-muted");
        sentence.textProperty()
                .bind(Bindings.createStringBinding(() -> model.failure()
                        .get()
                        .map(why -> Words.of("timeline.cannot",
                                "what", why.what()))
                        .orElse(""), model.failure()));
        sentence.setWrapText(true);
        sentence.setGraphic(Glyphs.failed());
        StackPane trouble = new StackPane(sentence);
        trouble.getStyleClass().add("fw-trouble");
        trouble.visibleProperty().bind(model.failure().map(Optional::isPresent));
        getChildren().addAll(box, trouble);
        model.film().subscribe(this::open);
        model.picture()
                .subscribe(shown -> shown.ifPresent(frame -> screen.ifPresent(view -> view.show(frame
                        .pixels()))));
    }

    ObservableValue<Picture> picture() {
        return picture;
    }

    private void open(Optional<Projector.Event.Ready> film) {
        screen = film.map(ready -> new FrameView(ready.size()));
        picture.set(screen.map(view -> Picture.of(view.image())).orElse(Picture.none()));
        box.show(picture.get());
    }

    private void surround(Look.Surround chosen) {
        getStyleClass().remove(surround);
        surround = chosen.styleClass();
        getStyleClass().add(surround);
    }
}
