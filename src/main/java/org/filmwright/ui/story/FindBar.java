package org.filmwright.ui.story;

import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import org.filmwright.ui.kit.Buttons;
import org.filmwright.ui.kit.Glyphs;
import org.filmwright.ui.kit.Labels;
import org.filmwright.ui.kit.Words;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** Finds words in the script: Enter goes on, Shift+Enter back, Esc leaves. */
final class FindBar extends HBox {
    private final TextField field = new TextField();
    private final StoryModel model;
    private final Runnable leave;

    FindBar(StoryModel model, Runnable leave) {
        this.model = model;
        this.leave = leave;
        getStyleClass().add("fw-find");
        field.setId("find");
        field.setPromptText(Words.of("story.find"));
        field.setAccessibleText(Words.of("story.find"));
        field.textProperty().bindBidirectional(model.sought());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        Label count = Labels.fixed("", "fw-muted", "fw-mono");
        count.setId("find-count");
        count.textProperty().bind(Bindings.createStringBinding(this::count, model.matches(), model.sought()));
        getChildren().addAll(count, field, step(MaterialDesignC.CHEVRON_UP, "story.find.previous", -1),
                step(MaterialDesignC.CHEVRON_DOWN, "story.find.next", 1), close());
    }

    void open() {
        setVisible(true);
        setManaged(true);
        field.requestFocus();
        field.selectAll();
    }

    void close(KeyEvent key) {
        leaveNow();
        key.consume();
    }

    private void leaveNow() {
        setVisible(false);
        setManaged(false);
        model.sought().set("");
        leave.run();
    }

    private void key(KeyEvent key) {
        if (key.getCode() == KeyCode.ENTER) {
            model.findNext(key.isShiftDown() ? -1 : 1);
            key.consume();
        } else if (key.getCode() == KeyCode.ESCAPE) {
            close(key);
        }
    }

    private String count() {
        if (model.sought().get().isBlank()) {
            return "";
        }
        Matches matches = model.matches().get();
        return matches.isEmpty()
                ? Words.of("story.find.none")
                : Words.of("story.find.count", "at", matches.at() + 1, "of", matches.ranges().size());
    }

    private Button step(Ikon ikon, String words, int by) {
        Button button = iconButton(ikon, words);
        button.setOnAction(press -> model.findNext(by));
        button.disableProperty()
                .bind(Bindings.createBooleanBinding(() -> model.matches().get().isEmpty(), model.matches()));
        return button;
    }

    private Button close() {
        Button button = iconButton(MaterialDesignC.CLOSE, "story.find.close");
        button.setOnAction(press -> leaveNow());
        return button;
    }

    private static Button iconButton(Ikon ikon, String words) {
        Button button = new Button();
        button.setGraphic(Glyphs.icon(ikon));
        button.getStyleClass().addAll("flat", "fw-icon-button");
        Buttons.name(button, Words.of(words), "");
        return button;
    }
}
