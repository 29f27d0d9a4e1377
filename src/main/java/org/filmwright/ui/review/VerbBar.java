package org.filmwright.ui.review;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.filmwright.images.Trashed;
import org.filmwright.review.Ruling;
import org.filmwright.ui.kit.Buttons;
import org.filmwright.ui.kit.Commands;
import org.filmwright.ui.kit.Glyphs;
import org.filmwright.ui.kit.Labels;
import org.filmwright.ui.kit.ShotState;
import org.filmwright.ui.kit.Words;
import org.filmwright.ui.review.ReviewModel.Frame;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** The verbs under the picture, and the note that asking for changes needs. */
final class VerbBar extends StackPane {
    private final ReviewModel model;
    private final Runnable leave;
    private final TextField note = new TextField();
    private final HBox verbs;
    private final HBox asking;
    private final HBox restoring;

    VerbBar(ReviewModel model, Commands commands, Runnable leave) {
        this.model = model;
        this.leave = leave;
        getStyleClass().add("fw-actions");
        Label applies = Labels.of(model.current().map(take -> Words.count("images.applies", take.isPresent() ? 1 : 0)),
                "fw-muted", "fw-caption", "fw-applies");
        applies.visibleProperty()
                .bind(widthProperty().greaterThan(Bindings.createDoubleBinding(this::roomForVerbs,
                        layoutBoundsProperty())));
        verbs = new HBox(Buttons.of(commands, "images.reject", Glyphs.of(ShotState.REJECTED)),
                Buttons.of(commands, "images.changes", Glyphs.of(ShotState.CHANGES)),
                Buttons.of(commands, "images.approve", Glyphs.icon(MaterialDesignC.CHECK), "success"));
        verbs.getStyleClass().add("fw-verbs");
        verbs.setMaxWidth(USE_PREF_SIZE);
        asking = asking();
        restoring = restoring(commands);
        getChildren().addAll(applies, verbs, asking, restoring);
        setAlignment(applies, Pos.CENTER_LEFT);
        ask(false);
        model.current().subscribe(() -> ask(false));
        model.strip().subscribe(() -> ask(false));
    }

    /** Opens the field for the note. */
    void askForNote() {
        note.clear();
        ask(true);
        note.requestFocus();
    }

    private void ask(boolean open) {
        boolean focused = note.isFocused();
        boolean inTrash = model.frame().flatMap(Frame::trashed).isPresent();
        asking.setVisible(open);
        verbs.setVisible(!open && !inTrash);
        restoring.setVisible(inTrash);
        if (!open && focused) {
            leave.run();
        }
    }

    /** In the trash there is one thing to do. */
    private HBox restoring(Commands commands) {
        Label until = Labels.of(Bindings.createStringBinding(() -> model.frame()
                .flatMap(Frame::trashed)
                .map(VerbBar::until)
                .orElse(""), model.current(), model.strip()), "fw-muted");
        HBox row = new HBox(until, Buttons.of(commands, "images.restore", "accent"));
        row.getStyleClass().add("fw-verbs");
        row.setMaxWidth(USE_PREF_SIZE);
        return row;
    }

    private static String until(Trashed trashed) {
        return Words.of("images.trashed.until", "date", DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withZone(ZoneId.systemDefault())
                .format(trashed.until()));
    }

    private HBox asking() {
        note.setId("note");
        note.setPromptText(Words.of("images.note"));
        note.setAccessibleText(Words.of("images.note"));
        note.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        Button send = plain("images.note.send", "note-send");
        send.getStyleClass().add("accent");
        send.disableProperty().bind(Bindings.createBooleanBinding(() -> note.getText().isBlank(), note.textProperty()));
        send.setOnAction(press -> send());
        Button cancel = plain("images.note.cancel", "note-cancel");
        cancel.setOnAction(press -> ask(false));
        HBox row = new HBox(note, send, cancel);
        row.getStyleClass().addAll("fw-verbs", "fw-note");
        row.setMaxWidth(USE_PREF_SIZE);
        return row;
    }

    private static Button plain(String words, String id) {
        Button button = new Button(Words.of(words));
        button.setId(id);
        button.setMinWidth(USE_PREF_SIZE);
        button.setAccessibleText(button.getText());
        return button;
    }

    private void key(KeyEvent key) {
        if (key.getCode() == KeyCode.ENTER && !note.getText().isBlank()) {
            send();
            key.consume();
        } else if (key.getCode() == KeyCode.ESCAPE) {
            ask(false);
            key.consume();
        }
    }

    private void send() {
        String words = note.getText().strip();
        ask(false);
        model.decide(Ruling.CHANGES, words, false);
    }

    /** The caption gives way when the verbs need its room. */
    private double roomForVerbs() {
        return verbs == null ? 0 : verbs.prefWidth(-1) + 300;
    }
}
