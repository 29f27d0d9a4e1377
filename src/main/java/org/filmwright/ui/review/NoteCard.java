package org.filmwright.ui.review;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.filmwright.review.Note;
import org.filmwright.review.NoteId;
import org.filmwright.ui.kit.Buttons;
import org.filmwright.ui.kit.Glyphs;
import org.filmwright.ui.kit.Labels;
import org.filmwright.ui.kit.Words;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/** A note in the inspector: the number of its pin, who said what, and what can be done about it. */
final class NoteCard extends VBox {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final PseudoClass CARRIED = PseudoClass.getPseudoClass("carried");
    private static final PseudoClass RESOLVED = PseudoClass.getPseudoClass("resolved");

    private final NotesModel notes;
    private final NotesModel.Pinned shown;
    private final TextField answer = new TextField();

    NoteCard(NotesModel notes, NotesModel.Pinned shown, boolean chosen, Runnable left) {
        this.notes = notes;
        this.shown = shown;
        Note note = shown.note();
        setId("note-" + shown.number());
        getStyleClass().addAll("fw-card", "fw-note-card");
        setAccessibleText(spoken(shown));
        pseudoClassStateChanged(CHOSEN, chosen);
        pseudoClassStateChanged(RESOLVED, note.resolved());
        getChildren().add(head(left));
        if (shown.carried()) {
            getChildren().add(Labels.of(Words.of("images.note.carried", "number", shown.from()), "fw-caption",
                    "fw-note-carried"));
        }
        note.thread().forEach(this::add);
        if (chosen) {
            getChildren().add(answer(left));
        }
        setOnMousePressed(press -> notes.choose(note.id()));
    }

    /** {@code Note 1, open: The hand has six fingers.} */
    static String spoken(NotesModel.Pinned each) {
        Note note = each.note();
        String words = Words.of(note.resolved() ? "spoken.note.resolved" : "spoken.note.open", "number", each.number(),
                "words", said(note.thread().getFirst()));
        return each.carried() ? Words.of("spoken.note.carried", "note", words, "take", each.from()) : words;
    }

    boolean isChosen() {
        return getPseudoClassStates().contains(CHOSEN);
    }

    void write() {
        write(answer.getLength());
    }

    /** A field that is dressed after it has the keys would select what stands in it. */
    private void write(int caret) {
        applyCss();
        answer.requestFocus();
        answer.positionCaret(caret);
    }

    /** Whether its answer is being typed. */
    boolean isTyping() {
        return answer.getScene() != null && answer.getScene().getFocusOwner() == answer;
    }

    /** Has the keys where the card that stood here for the same note had them. */
    void goOn(NoteCard before) {
        if (isChosen() && shown.note().id().equals(before.shown.note().id())) {
            write(before.answer.getCaretPosition());
        }
    }

    private HBox head(Runnable left) {
        Note note = shown.note();
        Label number = Labels.fixed(Integer.toString(shown.number()), "fw-pin");
        number.pseudoClassStateChanged(CARRIED, shown.carried());
        number.pseudoClassStateChanged(RESOLVED, note.resolved());
        HBox head = new HBox(number, Labels.of(byline(note.thread().getFirst()), "fw-caption", "fw-muted"), Labels
                .filler(),
                button("resolve", note.resolved() ? MaterialDesignR.RESTORE : MaterialDesignC.CHECK, note.resolved()
                        ? "images.note.reopen"
                        : "images.note.resolve", () -> {
                            notes.resolve(note);
                            left.run();
                        }),
                button("erase", MaterialDesignT.TRASH_CAN_OUTLINE, "images.note.erase", () -> {
                    notes.erase(note.id());
                    left.run();
                }));
        head.getStyleClass().add("fw-note-head");
        return head;
    }

    private Button button(String name, Ikon icon, String words, Runnable action) {
        Button button = new Button();
        button.setGraphic(Glyphs.icon(icon));
        button.setId("note-" + shown.number() + "-" + name);
        button.getStyleClass().addAll("flat", "fw-icon-button", "fw-compact");
        Buttons.name(button, Words.of(words, "number", shown.number()), "");
        button.setOnAction(press -> action.run());
        return button;
    }

    private void add(Note.Remark remark) {
        List<Note.Remark> thread = shown.note().thread();
        if (remark != thread.getFirst()) {
            Label by = Labels.of(byline(remark), "fw-caption", "fw-muted", "fw-note-answer");
            getChildren().add(by);
        }
        Label words = Labels.of(said(remark), "fw-card-words");
        words.setWrapText(true);
        getChildren().add(words);
    }

    private static String said(Note.Remark remark) {
        return remark.text().isBlank() ? Words.of("images.note.drawn") : remark.text();
    }

    private static String byline(Note.Remark remark) {
        return Words.of("images.note.by", "who", remark.by(), "when", DateTimeFormatter.ofLocalizedDateTime(
                FormatStyle.SHORT).withZone(ZoneId.systemDefault()).format(remark.at()));
    }

    private TextField answer(Runnable left) {
        answer.setId("note-answer");
        answer.setPromptText(Words.of("images.note.answer"));
        answer.setAccessibleText(Words.of("images.note.answer"));
        NoteId note = shown.note().id();
        answer.setText(notes.answer(note));
        answer.textProperty().subscribe((before, words) -> notes.begin(note, words));
        answer.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ENTER && !answer.getText().isBlank()) {
                notes.sendAnswer(note, answer.getText());
                answer.clear();
                left.run();
                key.consume();
            } else if (key.getCode() == KeyCode.ESCAPE) {
                left.run();
                key.consume();
            }
        });
        return answer;
    }
}
