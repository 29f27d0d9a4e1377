package org.filmwright.ui.review;

import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.StringConverter;
import org.filmwright.ui.kit.ArtistChoice;
import org.filmwright.ui.kit.Choices;
import org.filmwright.ui.kit.Labels;
import org.filmwright.ui.kit.Presence;
import org.filmwright.ui.kit.Words;

/** Who draws the next takes, where there is more than one who could. */
final class ArtistRow extends HBox {
    private final ArtistChoice artist;
    private final ComboBox<String> box = Choices.dropDown();

    ArtistRow(ArtistChoice artist) {
        this.artist = artist;
        box.setId("artist");
        box.setAccessibleText(Words.of("images.artist.spoken"));
        box.setConverter(new Names());
        box.setMinWidth(0);
        box.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(box, Priority.ALWAYS);
        Label label = Labels.fixed(Words.of("images.generator"), "fw-muted", "fw-row-key");
        label.setLabelFor(box);
        getStyleClass().addAll("fw-row", "fw-artist-row");
        getChildren().addAll(label, box);
        artist.here().subscribe(this::show);
        artist.now().subscribe(this::show);
        Choices.whenChosen(box.getSelectionModel(), artist::choose);
        Presence.when(artist.here().map(all -> all.size() > 1), this);
    }

    /** Of another project there may be others. */
    private void show() {
        if (!box.getItems().equals(artist.here().get())) {
            box.getItems().setAll(artist.here().get());
        }
        box.setValue(artist.now().get());
    }

    private final class Names extends StringConverter<String> {
        @Override
        public String toString(String id) {
            return id == null ? "" : artist.offer(id);
        }

        @Override
        public String fromString(String name) {
            return name;
        }
    }
}
