package org.filmwright.ui.kit;

import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What a pane shows when it cannot do its work: what happened, what was kept, what to do; details are folded away. */
public final class ErrorPanel extends VBox {
    private static final int MOST = 500;

    /**
     * @param sentences what happened, what was kept, what to do
     * @param details for whoever looks closer; empty for none, cut after 500 characters
     * @param actions buttons that mend it
     */
    public ErrorPanel(String sentences, String details, Node... actions) {
        getStyleClass().add("fw-error");
        setId("error-panel");
        Label words = Labels.of(sentences);
        words.setWrapText(true);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox head = new HBox(new StatusGlyph(Status.FAILED), words);
        head.getStyleClass().add("fw-error-head");
        HBox buttons = new HBox(actions);
        buttons.getStyleClass().add("fw-error-actions");
        getChildren().add(head);
        if (!details.isEmpty()) {
            String shown = details.length() > MOST ? details.substring(0, MOST) + "…" : details;
            getChildren().add(folded(shown));
            buttons.getChildren().add(copy(shown));
        }
        if (!buttons.getChildren().isEmpty()) {
            getChildren().add(buttons);
        }
    }

    /** In the place of what could not be read, with the way to try it again. @param words their key */
    public static ErrorPanel unreadable(String words, RuntimeException why, Runnable again) {
        ErrorPanel panel = new ErrorPanel(Words.of(words), Objects.toString(why.getMessage(), why.toString()),
                Buttons.plain("error-again", "error.again", again));
        panel.setMaxHeight(USE_PREF_SIZE);
        return panel;
    }

    private static TitledPane folded(String details) {
        Label text = Labels.of(details, "fw-mono", "fw-muted");
        text.setWrapText(true);
        TitledPane fold = new TitledPane(Words.of("error.details"), text);
        fold.setExpanded(false);
        fold.setAnimated(false);
        fold.getStyleClass().add("fw-details");
        return fold;
    }

    private static Button copy(String details) {
        Button copy = new Button(Words.of("error.copy"));
        copy.getStyleClass().add("flat");
        copy.setAccessibleText(Words.of("error.copy.spoken"));
        copy.setOnAction(press -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(details);
            Clipboard.getSystemClipboard().setContent(content);
        });
        return copy;
    }
}
