package org.filmwright.ui.review;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.filmwright.review.Ruling;
import org.filmwright.ui.kit.Glyphs;
import org.filmwright.ui.kit.Labels;
import org.filmwright.ui.kit.Picture;
import org.filmwright.ui.kit.PictureBox;
import org.filmwright.ui.kit.ShotState;
import org.filmwright.ui.kit.TakePictures;

/**
 * A take on the filmstrip: the shot's label over its first take, the picture, the glyph of its verdict. Its nodes stay
 * when it stands for nothing: to put them back would style them anew.
 */
final class ThumbCell extends ListCell<Frame> {
    private static final PseudoClass FIRST = PseudoClass.getPseudoClass("opening");

    private final TakePictures pictures;
    private final PictureBox picture = PictureBox.filling();
    private final Label shot = Labels.of("", "fw-mono", "fw-muted", "fw-caption");
    private final StackPane badge = new StackPane();
    private final VBox column;
    private Optional<Ruling> ruling = Optional.empty();

    ThumbCell(TakePictures pictures) {
        this.pictures = pictures;
        picture.getStyleClass().add("fw-picture");
        badge.getStyleClass().add("fw-badge");
        StackPane frame = new StackPane(picture, badge);
        frame.getStyleClass().add("fw-take");
        column = new VBox(shot, frame);
        column.getStyleClass().add("fw-take-column");
        getStyleClass().add("fw-strip-cell");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setGraphic(column);
        setAccessibleRole(AccessibleRole.LIST_ITEM);
    }

    @Override
    protected void updateItem(Frame frame, boolean empty) {
        super.updateItem(frame, empty);
        column.setVisible(!empty && frame != null);
        if (empty || frame == null) {
            picture.show(Picture.none());
            setAccessibleText(null);
            return;
        }
        shot.setText(frame.first() ? frame.shot().label() : "");
        pseudoClassStateChanged(FIRST, frame.first() && getIndex() > 0);
        picture.show(pictures.thumb(frame.take()));
        if (!ruling.equals(Optional.of(frame.ruling()))) {
            ruling = Optional.of(frame.ruling());
            Node glyph = Glyphs.of(ShotState.of(frame.ruling()));
            badge.getChildren().setAll(glyph);
        }
        setAccessibleText(frame.spoken());
    }
}
