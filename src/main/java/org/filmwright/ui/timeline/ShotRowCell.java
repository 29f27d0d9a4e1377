package org.filmwright.ui.timeline;

import javafx.scene.AccessibleRole;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.filmwright.story.Shot;
import org.filmwright.ui.kit.Desk;
import org.filmwright.ui.kit.Glyphs;
import org.filmwright.ui.kit.Labels;
import org.filmwright.ui.kit.Picture;
import org.filmwright.ui.kit.PictureBox;
import org.filmwright.ui.kit.ShotNames;
import org.filmwright.ui.kit.ShotState;
import org.filmwright.ui.kit.Status;
import org.filmwright.ui.kit.StatusGlyph;
import org.filmwright.ui.kit.Words;

/** A shot in the list beside the player: its picture, name, length and glyph. */
final class ShotRowCell extends ListCell<Shot> {
    private final Desk desk;
    private final ClipPictures pictures;
    private final PictureBox picture = PictureBox.filling();
    private final Label label = Labels.fixed("", "fw-mono", "fw-muted", "fw-caption");
    private final Label name = Labels.of("");
    private final Label seconds = Labels.fixed("", "fw-mono", "fw-muted", "fw-caption");
    private final Label size = Labels.of("", "fw-muted", "fw-caption");
    private final StackPane glyph = new StackPane();
    private final HBox row;

    ShotRowCell(Desk desk, ClipPictures pictures) {
        this.desk = desk;
        this.pictures = pictures;
        picture.getStyleClass().addAll("fw-picture", "fw-row-picture");
        HBox first = new HBox(label, name);
        first.getStyleClass().add("fw-tight");
        HBox second = new HBox(seconds, size);
        second.getStyleClass().add("fw-tight");
        VBox words = new VBox(first, second);
        words.setMinWidth(0);
        words.getStyleClass().add("fw-row-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        row = new HBox(picture, words, glyph);
        row.getStyleClass().add("fw-shot-row");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setAccessibleRole(AccessibleRole.LIST_ITEM);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(Shot shot, boolean empty) {
        super.updateItem(shot, empty);
        setGraphic(empty || shot == null ? null : row);
        if (empty || shot == null) {
            setAccessibleText(null);
            return;
        }
        ShotState state = desk.snapshot().get().map(open -> ShotState.of(open, shot.id())).orElse(ShotState.EMPTY);
        label.setText(shot.label());
        name.setText(desk.sceneOf(shot).map(scene -> ShotNames.subject(scene, shot)).orElse(""));
        seconds.setText(Words.seconds(shot.seconds()));
        size.setText(Words.of("size.lower", shot.framing().size()));
        picture.show(pictures.of(shot.id()).orElse(Picture.none()));
        boolean alarmed = desk.snapshot().get().map(open -> !open.alarmsOf(shot.id()).isEmpty()).orElse(false);
        glyph.getChildren().setAll(alarmed ? new StatusGlyph(Status.WARNING) : Glyphs.of(state));
        setAccessibleText(Words.of("spoken.shot", "label", shot.label(), "name", desk.sceneOf(shot)
                .map(scene -> ShotNames.of(scene, shot))
                .orElse(""), "state", alarmed ? Words.of("clip.alarmed") : state.words()));
    }
}
