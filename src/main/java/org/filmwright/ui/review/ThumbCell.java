package org.filmwright.ui.review;

import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.filmwright.production.Job;
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
final class ThumbCell extends ListCell<Tile> {
    private static final PseudoClass FIRST = PseudoClass.getPseudoClass("opening");

    private final TakePictures pictures;
    private final PictureBox picture = PictureBox.filling();
    private final Label shot = Labels.of("", "fw-mono", "fw-muted", "fw-caption");
    private final StackPane badge = new StackPane();
    private final ComingFace coming;
    private final VBox column;

    /** @param again does a failed job once more */
    ThumbCell(TakePictures pictures, Consumer<Job> again) {
        this.pictures = pictures;
        picture.getStyleClass().add("fw-picture");
        badge.getStyleClass().add("fw-badge");
        coming = new ComingFace(true, again);
        StackPane frame = new StackPane(picture, coming, badge);
        frame.getStyleClass().add("fw-take");
        column = new VBox(shot, frame);
        column.getStyleClass().add("fw-take-column");
        getStyleClass().add("fw-strip-cell");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setGraphic(column);
        setAccessibleRole(AccessibleRole.LIST_ITEM);
        addEventFilter(MouseEvent.MOUSE_PRESSED, this::leaveWhereNothingIs);
    }

    /** What is on its way cannot be looked at yet; a job that failed can be tried again. */
    private void leaveWhereNothingIs(MouseEvent press) {
        boolean button = Stream.iterate(press.getTarget() instanceof Node node ? node : null, Objects::nonNull,
                Node::getParent).anyMatch(Button.class::isInstance);
        if (getItem() instanceof Coming && !button) {
            press.consume();
        }
    }

    @Override
    protected void updateItem(Tile tile, boolean empty) {
        super.updateItem(tile, empty);
        column.setVisible(!empty && tile != null);
        if (empty || tile == null) {
            picture.show(Picture.none());
            setAccessibleText(null);
            return;
        }
        shot.setText(tile.first() ? tile.shot().label() : "");
        pseudoClassStateChanged(FIRST, tile.first() && getIndex() > 0);
        boolean there = tile instanceof Frame;
        picture.setVisible(there);
        badge.setVisible(there);
        coming.setVisible(!there);
        switch (tile) {
            case Frame frame -> {
                picture.show(pictures.thumb(frame.take()));
                badge.getChildren().setAll(Glyphs.of(ShotState.of(frame.ruling())));
            }
            case Coming place -> {
                picture.show(Picture.none());
                coming.show(place);
            }
        }
        setAccessibleText(tile.spoken());
    }
}
