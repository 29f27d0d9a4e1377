package org.filmwright.ui.shell;

import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.filmwright.ui.kit.Buttons;
import org.filmwright.ui.kit.Glyphs;
import org.filmwright.ui.kit.Labels;
import org.filmwright.ui.kit.ShotState;
import org.filmwright.ui.kit.Words;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** Short messages at the bottom right, at most three. Results leave after six seconds, errors when they are dismissed. */
final class Toasts extends VBox {
    private static final int MOST = 3;
    private static final Duration STAY = Duration.seconds(6);

    Toasts() {
        getStyleClass().add("fw-toasts");
        setPickOnBounds(false);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    }

    /** Something that was achieved, with what one may want to do next. */
    void done(String words, Optional<Button> action) {
        HBox toast = toast(Glyphs.of(ShotState.APPROVED), words, action);
        PauseTransition stay = new PauseTransition(STAY);
        stay.setOnFinished(over -> getChildren().remove(toast));
        stay.play();
    }

    void failed(String words) {
        toast(Glyphs.failed(), words, Optional.empty());
    }

    private HBox toast(Node glyph, String words, Optional<Button> action) {
        Label sentence = Labels.of(words);
        sentence.setWrapText(true);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        sentence.setMaxWidth(Double.MAX_VALUE);
        HBox toast = new HBox(glyph, sentence);
        toast.getStyleClass().add("fw-toast");
        action.ifPresent(toast.getChildren()::add);
        Button dismiss = new Button();
        dismiss.setGraphic(Glyphs.icon(MaterialDesignC.CLOSE));
        dismiss.getStyleClass().addAll("flat", "fw-icon-button");
        Buttons.name(dismiss, Words.of("toast.dismiss"), "");
        dismiss.setOnAction(press -> getChildren().remove(toast));
        toast.getChildren().add(dismiss);
        if (getChildren().size() == MOST) {
            getChildren().removeFirst();
        }
        getChildren().add(toast);
        return toast;
    }
}
