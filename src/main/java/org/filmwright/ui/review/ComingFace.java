package org.filmwright.ui.review;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.VBox;
import org.filmwright.base.Progress;
import org.filmwright.production.Job;
import org.filmwright.ui.kit.Labels;
import org.filmwright.ui.kit.Status;
import org.filmwright.ui.kit.StatusGlyph;
import org.filmwright.ui.kit.Words;

/** In the place of a picture: how far it is, or why it will not come and a button to try again. */
final class ComingFace extends VBox {
    private static final PseudoClass SEEN = PseudoClass.getPseudoClass("seen");

    private final StatusGlyph glyph = new StatusGlyph(Status.WAITING);
    private final Label words = Labels.fixed("", "fw-mono", "fw-caption");
    private final Label reason = Labels.of("", "fw-caption", "fw-coming-reason");
    private final Button retry = new Button(Words.of("coming.retry"));
    private final Tooltip tip = new Tooltip();
    private final ImageView glimpse = new ImageView();
    private final boolean brief;
    private Coming shown;

    /** @param brief without room for the reason, which is told by the tip */
    ComingFace(boolean brief, Consumer<Job> again) {
        this.brief = brief;
        getStyleClass().addAll("fw-coming", brief ? "fw-coming-brief" : "fw-coming-whole");
        reason.setWrapText(true);
        retry.setAccessibleText(retry.getText());
        retry.getStyleClass().add("fw-compact");
        retry.setMinWidth(USE_PREF_SIZE);
        retry.setFocusTraversable(false);
        retry.setOnAction(press -> again.accept(shown.job()));
        retry.setVisible(false);
        getChildren().addAll(glyph, words, reason, retry);
        getChildren().forEach(node -> node.managedProperty().bind(node.visibleProperty()));
        glimpse.setManaged(false);
        glimpse.setPreserveRatio(true);
        getChildren().addFirst(glimpse);
    }

    /** What can be seen of it by now stands behind how far it is. */
    private void look(Optional<Progress.Glimpse> picture) {
        glimpse.setImage(picture.map(ComingFace::image).orElse(null));
        glyph.setVisible(picture.isEmpty());
        pseudoClassStateChanged(SEEN, picture.isPresent());
        requestLayout();
    }

    private static Image image(Progress.Glimpse picture) {
        WritableImage image = new WritableImage(picture.width(), picture.height());
        image.getPixelWriter()
                .setPixels(0, 0, picture.width(), picture.height(), PixelFormat.getIntArgbInstance(), picture.argb(), 0,
                        picture.width());
        return image;
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        glimpse.setFitWidth(getWidth());
        glimpse.setFitHeight(getHeight());
        glimpse.relocate((getWidth() - glimpse.getLayoutBounds().getWidth()) / 2,
                (getHeight() - glimpse.getLayoutBounds().getHeight()) / 2);
    }

    void show(Coming coming) {
        shown = coming;
        switch (coming.job().state()) {
            case RUNNING -> glyph.show(coming.fraction());
            case FAILED -> glyph.show(Status.FAILED);
            case PAUSED -> glyph.show(Status.PAUSED);
            case LACKING -> glyph.show(Status.WARNING);
            case WAITING, BLOCKED, RETRYING, ASKING, HELD, STOPPED, DONE, DROPPED -> glyph.show(Status.WAITING);
        }
        look(coming.job().state() == Job.State.RUNNING ? coming.glimpse() : Optional.empty());
        words.setText(coming.words());
        words.setVisible(!coming.failed());
        reason.setText(coming.reason());
        reason.setVisible(!brief && !coming.reason().isEmpty());
        retry.setVisible(coming.failed());
        tip.setText(coming.reason());
        Tooltip.uninstall(this, tip);
        if (!coming.reason().isEmpty()) {
            Tooltip.install(this, tip);
        }
    }
}
