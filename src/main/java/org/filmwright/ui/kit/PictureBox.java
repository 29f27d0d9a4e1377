package org.filmwright.ui.kit;

import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.util.Subscription;
import org.kordamp.ikonli.javafx.FontIcon;

/** A picture as large as its place allows, centred, in its own shape; or filling its place, cropped. */
public final class PictureBox extends Region {
    private final ImageView view = new ImageView();
    private final FontIcon broken = Glyphs.failed();
    private final Rectangle edge = new Rectangle();
    private final boolean fill;
    private Subscription arrival = Subscription.EMPTY;
    private Picture shown = Picture.none();
    private double margin;

    private PictureBox(boolean fill) {
        this.fill = fill;
        view.setSmooth(true);
        view.setManaged(false);
        broken.setManaged(false);
        broken.setVisible(false);
        getChildren().addAll(view, broken);
        setClip(fill ? edge : null);
    }

    /** Shows the whole picture, with {@link #setMargin a margin} around it; the one before stays until it is there. */
    public static PictureBox whole() {
        return new PictureBox(false);
    }

    /** Fills its place; what does not fit is cut off evenly. Empty until the picture is there. */
    public static PictureBox filling() {
        return new PictureBox(true);
    }

    public void show(Picture picture) {
        if (picture == shown) {
            return;
        }
        arrival.unsubscribe();
        picture.join();
        shown.leave();
        shown = picture;
        arrival = picture.state().subscribe(this::show);
    }

    public void setMargin(double margin) {
        this.margin = margin;
        requestLayout();
    }

    private void show(Picture.State state) {
        broken.setVisible(state instanceof Picture.State.Broken);
        switch (state) {
            case Picture.State.There(Image image) -> view.setImage(image);
            case Picture.State.Coming() -> view.setImage(fill ? null : view.getImage());
            case Picture.State.None(),Picture.State.Broken() -> view.setImage(null);
        }
        layoutChildren(); // its own size stays: nobody else has to be asked, and no request can be lost on the way up
    }

    @Override
    protected void layoutChildren() {
        edge.setWidth(getWidth());
        edge.setHeight(getHeight());
        broken.relocate(Math.round((getWidth() - broken.getLayoutBounds().getWidth()) / 2),
                Math.round((getHeight() - broken.getLayoutBounds().getHeight()) / 2));
        Image image = view.getImage();
        if (image != null) {
            double across = (getWidth() - 2 * margin) / image.getWidth();
            double down = (getHeight() - 2 * margin) / image.getHeight();
            double scale = fill ? Math.max(across, down) : Math.min(across, down);
            place(Math.round(image.getWidth() * scale), Math.round(image.getHeight() * scale));
        }
    }

    private void place(double width, double height) {
        view.setFitWidth(Math.max(1, width));
        view.setFitHeight(Math.max(1, height));
        view.relocate(Math.round((getWidth() - width) / 2), Math.round((getHeight() - height) / 2));
    }
}
