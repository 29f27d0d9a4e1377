package org.filmwright.ui.review;

import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.filmwright.ui.kit.Buttons;
import org.filmwright.ui.kit.Commands;
import org.filmwright.ui.kit.Glyphs;
import org.filmwright.ui.kit.Inspector;
import org.filmwright.ui.kit.Words;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/** The notes on a take in the inspector, in the order of their pins. */
final class NotesPart {
    private final NotesModel notes;
    private final Runnable left;
    private final VBox cards = new VBox();
    private final VBox section;

    /** @param left brings the keys back to the picture */
    NotesPart(NotesModel notes, Commands commands, Runnable left) {
        this.notes = notes;
        this.left = left;
        Button add = Buttons.of(commands, "images.draw", Glyphs.icon(MaterialDesignP.PLUS), "flat", "fw-compact");
        cards.getStyleClass().add("fw-note-cards");
        section = Inspector.section(new SimpleStringProperty(Words.of("images.notes")), add, cards);
        section.setId("notes");
        notes.shown().subscribe(this::refresh);
        notes.chosen().subscribe(this::refresh);
    }

    VBox node() {
        return section;
    }

    /** Brings the keys to the answer to the chosen note. */
    void answer() {
        chosen().stream().findFirst().ifPresent(NoteCard::write);
    }

    private void refresh() {
        List<NoteCard> typing = chosen().stream().filter(NoteCard::isTyping).toList();
        cards.getChildren()
                .setAll(notes.shown()
                        .get()
                        .stream()
                        .map(each -> new NoteCard(notes, each, isChosen(each), left))
                        .toList());
        cards.setManaged(!cards.getChildren().isEmpty());
        chosen().forEach(Inspector::reveal);
        typing.forEach(before -> chosen().forEach(card -> card.goOn(before)));
    }

    private List<NoteCard> chosen() {
        return cards.getChildren()
                .stream()
                .map(NoteCard.class::cast)
                .filter(NoteCard::isChosen)
                .toList();
    }

    private boolean isChosen(NotesModel.Pinned each) {
        return notes.chosen().get().filter(each.note().id()::equals).isPresent();
    }
}
