package org.filmwright.ui.story;

import javafx.beans.binding.Bindings;
import javafx.beans.property.StringProperty;
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

/** Finds and replaces words in the script: Enter goes on, Shift+Enter back, Esc leaves. */
final class FindBar extends HBox {
    private final TextField field;
    private final FindModel model;
    private final Runnable leave;

    FindBar(FindModel model, Runnable leave) {
        this.model = model;
        this.leave = leave;
        getStyleClass().addAll("fw-header", "fw-find");
        field = field("find", "story.find", model.sought());
        TextField replacement = field("replace", "story.replace", model.replacement());
        Label count = Labels.fixed("", "fw-muted", "fw-mono");
        count.setId("find-count");
        count.textProperty()
                .bind(Bindings.createStringBinding(this::count, model.places(), model.at(),
                        model.sought()));
        getChildren().addAll(field, icon(MaterialDesignC.CHEVRON_UP, "story.find.previous", () -> model.step(-1)),
                icon(MaterialDesignC.CHEVRON_DOWN, "story.find.next", () -> model.step(1)), count, Labels.filler(),
                replacement, button("replace-one", "story.replace.one", model::replaceOne),
                button("replace-all", "story.replace.all", model::replaceAll), close());
        setVisible(false);
        managedProperty().bind(visibleProperty());
    }

    void open() {
        setVisible(true);
        field.requestFocus();
        field.selectAll();
    }

    private void leaveNow() {
        setVisible(false);
        model.take();
        model.sought().set("");
        leave.run();
    }

    private TextField field(String id, String words, StringProperty text) {
        TextField made = new TextField();
        made.setId(id);
        made.setPromptText(Words.of(words));
        made.setAccessibleText(Words.of(words));
        made.textProperty().bindBidirectional(text);
        made.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        return made;
    }

    private void key(KeyEvent key) {
        if (key.getCode() == KeyCode.ENTER && !key.isShortcutDown()) {
            model.step(key.isShiftDown() ? -1 : 1);
            key.consume();
        } else if (key.getCode() == KeyCode.ESCAPE) {
            leaveNow();
            key.consume();
        }
    }

    private String count() {
        if (model.sought().get().isBlank()) {
            return "";
        }
        return model.places().get().isEmpty()
                ? Words.of("story.find.none")
                : Words.of("story.find.count", "at", model.at().get() + 1, "of", model.places().get().size());
    }

    private Button button(String id, String words, Runnable action) {
        Button button = new Button(Words.of(words));
        button.setId(id);
        Buttons.name(button, Words.of(words), "");
        return placed(button, action);
    }

    private Button icon(Ikon ikon, String words, Runnable action) {
        return placed(iconButton(ikon, words), action);
    }

    private Button placed(Button button, Runnable action) {
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(press -> action.run());
        button.disableProperty()
                .bind(Bindings.createBooleanBinding(() -> model.places().get().isEmpty(), model.places()));
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
