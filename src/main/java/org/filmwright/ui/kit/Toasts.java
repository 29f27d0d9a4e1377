package org.filmwright.ui.kit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.filmwright.ui.fx.Clockwork;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** Short messages at the bottom right, at most three. Results leave after six seconds, errors when they are dismissed. */
public final class Toasts extends VBox {
    private static final int MOST = 3;
    private static final Duration STAY = Duration.ofSeconds(6);

    private final Clockwork clockwork;
    private final Motion motion;
    private final List<Node> results = new ArrayList<>();

    public Toasts(Clockwork clockwork, Motion motion) {
        this.clockwork = clockwork;
        this.motion = motion;
        setId("toasts");
        getStyleClass().add("fw-toasts");
        setPickOnBounds(false);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    }

    /** Something that was achieved, with what one may want to do next. */
    public void done(String words, Button... actions) {
        HBox toast = toast(new StatusGlyph(Status.DONE), words, List.of(actions));
        results.add(toast);
        clockwork.after(STAY, () -> {
            results.remove(toast);
            getChildren().remove(toast);
        });
    }

    /** Results go with the project they belong to; what went wrong stays until it is dismissed. */
    public void dropResults() {
        getChildren().removeAll(results);
        results.clear();
    }

    /** Something that went wrong; it also stands where it happened, or among the jobs. */
    public void failed(String words) {
        failed(words, List.of());
    }

    public void failed(String words, List<Button> actions) {
        toast(new StatusGlyph(Status.FAILED), words, actions);
    }

    /** Something that went well and that a person should look at all the same; it also stands elsewhere. */
    public void warned(String words, List<Button> actions) {
        toast(new StatusGlyph(Status.WARNING), words, actions);
    }

    private HBox toast(Node glyph, String words, List<Button> actions) {
        Label sentence = Labels.of(words);
        sentence.setWrapText(true);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        sentence.setMaxWidth(Double.MAX_VALUE);
        HBox toast = new HBox(glyph, sentence);
        toast.getStyleClass().add("fw-toast");
        actions.forEach(button -> {
            button.setMinWidth(USE_PREF_SIZE);
            button.addEventHandler(ActionEvent.ACTION, press -> getChildren().remove(toast));
            toast.getChildren().add(button);
        });
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
        motion.appear(toast);
        return toast;
    }
}
