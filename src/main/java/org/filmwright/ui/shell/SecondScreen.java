package org.filmwright.ui.shell;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
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
    private final StudioWindow.Frame frame;
    private final ObservableList<String> sheets;
    private final ObservableValue<Picture> picture;
    private final Consumer<KeyEvent> keys;
    private Optional<Runnable> close = Optional.empty();

    /** @param sheets how the window is dressed; @param keys takes what is typed into the second window */
    SecondScreen(StudioWindow.Frame frame, ObservableList<String> sheets, ObservableValue<Picture> picture,
            Consumer<KeyEvent> keys) {
        this.frame = frame;
        this.sheets = sheets;
        this.picture = picture;
        this.keys = keys;
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
        Bindings.bindContent(scene.getStylesheets(), sheets);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        close = Optional.of(frame.secondWindow(scene, () -> {
            shown.unsubscribe();
            Bindings.unbindContent(scene.getStylesheets(), sheets);
            box.show(Picture.none());
            close = Optional.empty();
        }));
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            close();
        } else {
            keys.accept(event);
        }
    }
}
