package org.filmwright.ui.shell;

import java.util.Objects;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.event.Event;
import javafx.event.EventTarget;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.filmwright.ui.kit.Picture;
import org.filmwright.ui.kit.PictureBox;
import org.filmwright.ui.kit.Words;

/** The picture that is looked at, once more and as large as a second window allows; the keys mean what they mean here. */
final class SecondScreen {
    private final Frame frame;
    private final Scene main;
    private final ObservableValue<Picture> picture;
    private Optional<Runnable> close = Optional.empty();

    /** @param main dressed alike; what is typed into the second window goes where it would go there */
    SecondScreen(Frame frame, Scene main, ObservableValue<Picture> picture) {
        this.frame = frame;
        this.main = main;
        this.picture = picture;
    }

    /** Opens the second window, or closes it. */
    void toggle() {
        if (close.isPresent()) {
            close();
        } else {
            open();
        }
    }

    void close() {
        close.ifPresent(Runnable::run);
    }

    private void open() {
        PictureBox box = PictureBox.whole();
        StackPane well = new StackPane(box);
        well.setId("second-screen");
        well.setAccessibleText(Words.of("second-screen"));
        well.getStyleClass().addAll("fw-well", "fw-second-screen");
        Subscription shown = picture.subscribe(box::show);
        Scene scene = new Scene(well, 960, 540);
        Bindings.bindContent(scene.getStylesheets(), main.getStylesheets());
        scene.addEventFilter(KeyEvent.ANY, this::key);
        close = Optional.of(frame.secondWindow(scene, () -> {
            shown.unsubscribe();
            Bindings.unbindContent(scene.getStylesheets(), main.getStylesheets());
            box.show(Picture.none());
            close = Optional.empty();
        }));
    }

    private void key(KeyEvent event) {
        if (event.getCode() != KeyCode.ESCAPE) {
            EventTarget there = Objects.requireNonNullElse(main.getFocusOwner(), main);
            Event.fireEvent(there, event.copyFor(there, there));
        } else if (event.getEventType() == KeyEvent.KEY_PRESSED) {
            close();
        }
        event.consume();
    }
}
