package org.filmwright.ui.timeline;

import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import org.filmwright.base.Failure;
import org.filmwright.ui.kit.Buttons;
import org.filmwright.ui.kit.ErrorPanel;
import org.filmwright.ui.kit.Failures;
import org.filmwright.ui.kit.FrameView;
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
        StackPane trouble = new StackPane();
        trouble.getStyleClass().add("fw-trouble");
        trouble.visibleProperty().bind(model.failure().map(Optional::isPresent));
        model.failure()
                .subscribe(failure -> trouble.getChildren()
                        .setAll(failure.map(why -> cannot(why, model)).stream().toList()));
        getChildren().addAll(box, trouble);
        model.film().subscribe(this::open);
        model.picture()
                .subscribe(shown -> shown.ifPresent(frame -> screen.ifPresent(view -> view.show(frame
                        .pixels()))));
    }

    private static ErrorPanel cannot(Failure why, TimelineModel model) {
        Button again = Buttons.plain("preview-again", "error.again", model::again);
        return new ErrorPanel(Words.of("timeline.cannot", "what", Failures.words(why)), "", again);
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
