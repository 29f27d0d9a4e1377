package org.filmwright.ui.review;

import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.StringConverter;
import org.filmwright.ui.kit.MakerChoice;
import org.filmwright.ui.kit.Choices;
import org.filmwright.ui.kit.Labels;
import org.filmwright.ui.kit.Presence;
import org.filmwright.ui.kit.Words;

/** Who makes what comes next, where there is more than one who could. */
final class MakerRow extends HBox {
    private final MakerChoice choice;
    private final ComboBox<String> box = Choices.dropDown();

    /** @param id of its drop-down @param word under which its words are */
    MakerRow(String id, String word, MakerChoice choice) {
        this.choice = choice;
        box.setId(id);
        box.setAccessibleText(Words.of(word + ".spoken"));
        box.setConverter(new Names());
        box.setMinWidth(0);
        box.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(box, Priority.ALWAYS);
        Label label = Labels.fixed(Words.of(word), "fw-muted", "fw-row-key");
        label.setLabelFor(box);
        getStyleClass().addAll("fw-row", "fw-artist-row");
        getChildren().addAll(label, box);
        choice.here().subscribe(this::show);
        choice.now().subscribe(this::show);
        Choices.whenChosen(box.getSelectionModel(), choice::choose);
        Presence.when(choice.here().map(all -> all.size() > 1), this);
    }

    /** Of another project there may be others. */
    private void show() {
        if (!box.getItems().equals(choice.here().get())) {
            box.getItems().setAll(choice.here().get());
        }
        box.setValue(choice.now().get());
    }

    private final class Names extends StringConverter<String> {
        @Override
        public String toString(String id) {
            return id == null ? "" : choice.offer(id);
        }

        @Override
        public String fromString(String name) {
            return name;
        }
    }
}
