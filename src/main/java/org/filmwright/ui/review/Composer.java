package org.filmwright.ui.review;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.filmwright.ui.kit.Buttons;
import org.filmwright.ui.kit.Labels;
import org.filmwright.ui.kit.Words;

/** Stands under a picture while somebody draws on it: pens, the field for the words, and how it goes on. */
final class Composer extends VBox {
    private final NotesModel notes;
    private final Runnable left;
    private final TextField words = new TextField();

    /** @param name what its ids begin with; @param left brings the keys back to where they came from */
    Composer(String name, NotesModel notes, Runnable left) {
        this.notes = notes;
        this.left = left;
        setId(name + "composer");
        getStyleClass().add("fw-composer");
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        words.setId(name + "note-words");
        words.setPromptText(Words.of("images.note"));
        words.setAccessibleText(Words.of("images.note"));
        words.textProperty().subscribe(text -> {
            if (!text.equals(notes.sketch().get().text())) {
                notes.draw(notes.sketch().get().saying(text));
            }
        });
        notes.sketch().subscribe(this::follow);
        words.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        Button send = Buttons.plain(name + "note-pin", "images.note.pin", this::send);
        send.getStyleClass().add("accent");
        notes.sketch().subscribe(sketch -> send.setDisable(!sketch.isNote()));
        Button leave = Buttons.plain(name + "note-leave", "images.note.leave", this::leave);
        List<Node> row = new ArrayList<>(pens(name));
        row.addAll(List.of(words, send, leave));
        HBox line = new HBox(row.toArray(Node[]::new));
        line.getStyleClass().add("fw-verbs");
        getChildren().addAll(line, Labels.of(Words.of("images.note.hint"), "fw-caption", "fw-muted"));
        setAlignment(Pos.CENTER);
        visibleProperty().bind(notes.drawing());
        setOnMousePressed(press -> press.consume());
    }

    /** Brings the keys to the field, behind what is written there. */
    void write() {
        words.requestFocus();
        words.end();
    }

    private void follow(Sketch sketch) {
        if (!words.getText().equals(sketch.text())) {
            words.setText(sketch.text());
        }
    }

    private List<Node> pens(String name) {
        ToggleGroup group = new ToggleGroup();
        List<Node> pens = new ArrayList<>();
        for (int i = 0; i < Sketch.PENS; i++) {
            int colour = i;
            Region ink = new Region();
            ink.getStyleClass().addAll("fw-pen", "fw-pen-" + i);
            ToggleButton pen = new ToggleButton();
            pen.setId(name + "pen-" + i);
            pen.setGraphic(ink);
            pen.getStyleClass().setAll("fw-pen-button");
            pen.setToggleGroup(group);
            Buttons.name(pen, Words.of("pen." + i), "");
            pen.setOnAction(press -> take(colour));
            pens.add(pen);
        }
        notes.sketch()
                .subscribe(sketch -> group.selectToggle((Toggle) pens.get(Math.min(sketch.pen(), Sketch.PENS
                        - 1))));
        return pens;
    }

    private void take(int colour) {
        notes.draw(notes.sketch().get().with(colour));
    }

    private void key(KeyEvent key) {
        if (key.getCode() == KeyCode.ENTER && notes.sketch().get().isNote()) {
            send();
            key.consume();
        } else if (key.getCode() == KeyCode.ESCAPE) {
            leave();
            key.consume();
        } else if (NoteLayer.takesBack(key) && !words.isUndoable()) {
            notes.draw(notes.sketch().get().back());
            key.consume();
        }
    }

    private void send() {
        notes.send();
        left.run();
    }

    private void leave() {
        notes.leave();
        left.run();
    }
}
