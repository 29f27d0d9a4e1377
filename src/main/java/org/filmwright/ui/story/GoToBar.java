package org.filmwright.ui.story;

import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import org.filmwright.ui.kit.Labels;
import org.filmwright.ui.kit.Words;

/** Asks for a scene: its number, or words of its heading. Enter goes there, Esc leaves. */
final class GoToBar extends HBox {
    private final TextField field = new TextField();
    private final ScriptDesk script;
    private final Runnable leave;

    GoToBar(ScriptDesk script, Runnable leave) {
        this.script = script;
        this.leave = leave;
        getStyleClass().addAll("fw-header", "fw-find");
        field.setId("go-to");
        field.setPromptText(Words.of("story.go-to.prompt"));
        field.setAccessibleText(Words.of("story.go-to.prompt"));
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        getChildren().addAll(field, Labels.of(Words.of("story.go-to.hint"), "fw-muted", "fw-caption"));
        setVisible(false);
        managedProperty().bind(visibleProperty());
    }

    void open() {
        setVisible(true);
        field.clear();
        field.requestFocus();
    }

    private void key(KeyEvent key) {
        if (key.getCode() == KeyCode.ENTER && !key.isShortcutDown()) {
            if (script.goTo(field.getText())) {
                close();
            } else {
                field.selectAll();
            }
            key.consume();
        } else if (key.getCode() == KeyCode.ESCAPE) {
            close();
            key.consume();
        }
    }

    private void close() {
        setVisible(false);
        leave.run();
    }
}
