package org.filmwright.ui.review;

import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.filmwright.ui.kit.Glyphs;
import org.filmwright.ui.kit.Labels;
import org.filmwright.ui.kit.PictureBox;
import org.filmwright.ui.kit.ShotState;
import org.filmwright.ui.kit.TakePictures;
import org.filmwright.ui.kit.Words;
import org.filmwright.ui.review.ReviewModel.Frame;

/** A take on the filmstrip: the shot's label over its first take, the picture, the glyph of its verdict. */
final class ThumbCell extends ListCell<Frame> {
    private static final PseudoClass FIRST = PseudoClass.getPseudoClass("opening");

    private final TakePictures pictures;
    private final PictureBox picture = PictureBox.filling();
    private final Label shot = Labels.of("", "fw-mono", "fw-muted", "fw-caption");
    private final StackPane badge = new StackPane();
    private final VBox column;

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
        setAccessibleRole(AccessibleRole.LIST_ITEM);
    }

    @Override
    protected void updateItem(Frame frame, boolean empty) {
        super.updateItem(frame, empty);
        setGraphic(empty || frame == null ? null : column);
        if (empty || frame == null) {
            setAccessibleText(null);
            return;
        }
        shot.setText(frame.first() ? frame.shot().label() : "");
        pseudoClassStateChanged(FIRST, frame.first() && getIndex() > 0);
        picture.show(pictures.thumb(frame.take()));
        Node glyph = Glyphs.of(ShotState.of(frame.ruling()));
        badge.getChildren().setAll(glyph);
        setAccessibleText(spoken(frame));
    }

    static String spoken(Frame frame) {
        if (frame.trashed().isPresent()) {
            return Words.of("spoken.trashed", "label", frame.shot().label(), "number", frame.take().number());
        }
        return Words.of("spoken.take", "label", frame.shot().label(), "number", frame.take().number(), "of", frame
                .takes(), "state", ShotState.of(frame.ruling()).words());
    }
}
