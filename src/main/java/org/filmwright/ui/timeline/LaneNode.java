package org.filmwright.ui.timeline;

import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundImage;
import javafx.scene.layout.BackgroundPosition;
import javafx.scene.layout.BackgroundRepeat;
import javafx.scene.layout.BackgroundSize;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.filmwright.ui.kit.Labels;
import org.filmwright.ui.kit.Look;
import org.filmwright.ui.kit.Picture;

/** Something on a lane, from one frame to another. Its words stay visible when its start has left the view. */
final class LaneNode extends Region {
    private static final double LABEL = 20;
    private static final double STRIP = 56;

    private final Look look;
    private final Label words;
    private final Region pictures = new Region();
    private final Rectangle edge = new Rectangle();
    private final boolean strip;
    private Optional<Button> verb = Optional.empty();
    private double cut;
    private final Region line = new Region();

    /** @param strip whether a strip of pictures lies under the words */
    LaneNode(Look look, String text, boolean strip, String... styleClasses) {
        this.look = look;
        this.strip = strip;
        words = Labels.of(text, "fw-lane-words");
        words.setManaged(false);
        pictures.setManaged(false);
        pictures.setVisible(strip);
        getStyleClass().addAll(styleClasses);
        setAccessibleRole(AccessibleRole.BUTTON);
        setAccessibleText(text);
        setManaged(false);
        setMouseTransparent(true); // a hand holds the lane below: this may leave the view while it does
        setClip(edge);
        layoutXProperty().subscribe(() -> { // whoever lies wholly in view has nothing to move
            double now = Math.max(0, -getLayoutX());
            if (now != cut) {
                cut = now;
                requestLayout();
            }
        });
        getChildren().addAll(pictures, words);
    }

    /** With a button below the words, where there is room for it. */
    LaneNode with(Button button) {
        verb = Optional.of(button);
        setMouseTransparent(false);
        button.setManaged(false);
        getChildren().add(button);
        return this;
    }

    /** Words at the top; below them a line stands for a sound of which nothing is drawn yet. */
    LaneNode heard() {
        line.setManaged(false);
        line.getStyleClass().add("fw-lane-silence");
        getChildren().add(line);
        return this;
    }

    void show(Picture picture) {
        picture.join();
        pictures.backgroundProperty()
                .bind(picture.state().map(state -> picture.image().map(this::paper).orElse(Background.EMPTY)));
    }

    /** The picture again and again, in the height of the strip. */
    private Background paper(Image image) {
        double height = look.px(STRIP);
        double width = Math.round(height * image.getWidth() / image.getHeight());
        return new Background(new BackgroundImage(image, BackgroundRepeat.REPEAT, BackgroundRepeat.NO_REPEAT,
                BackgroundPosition.DEFAULT, new BackgroundSize(width, height, false, false, false, false)));
    }

    @Override
    protected void layoutChildren() {
        double inset = Math.max(0, -getLayoutX());
        double room = getWidth() - inset;
        double pad = Math.clamp((room - words.prefWidth(-1)) / 2, look.px(2), look.px(8));
        boolean sound = line.getParent() == this;
        line.resizeRelocate(1, Math.round((getHeight() + look.px(LABEL)) / 2), Math.max(0, getWidth() - 2), 1);
        double band = strip || sound ? look.px(LABEL) : verb.isPresent() ? getHeight() / 2 : getHeight();
        words.resizeRelocate(inset + pad, 0, Math.max(0, room - pad - look.px(2)), band);
        words.setVisible(words.getWidth() >= look.px(14));
        pictures.resizeRelocate(1, band, Math.max(0, getWidth() - 2), look.px(STRIP));
        verb.ifPresent(button -> place(button, inset, room));
        edge.setWidth(getWidth());
        edge.setHeight(getHeight());
    }

    private void place(Button button, double inset, double room) {
        double width = button.prefWidth(-1);
        double height = look.px(24);
        button.setVisible(width + look.px(4) <= room);
        double top = Math.min(getHeight() / 2 + look.px(4), getHeight() - height - look.px(5));
        button.resizeRelocate(inset + Math.min(look.px(8), (room - width) / 2), top, width, height);
    }
}
