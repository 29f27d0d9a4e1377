package org.filmwright.ui.kit;

import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/** A picture as large as its place allows, centred, in its own shape; or filling its place, cropped. */
public final class PictureBox extends Region {
    private final ImageView view = new ImageView();
    private final Rectangle edge = new Rectangle();
    private final boolean fill;
    private double margin;

    private PictureBox(boolean fill) {
        this.fill = fill;
        view.setSmooth(true);
        view.setManaged(false);
        getChildren().add(view);
        setClip(fill ? edge : null);
        view.imageProperty().subscribe(this::requestLayout);
    }

    /** Shows the whole picture, with {@link #setMargin a margin} around it. */
    public static PictureBox whole() {
        return new PictureBox(false);
    }

    /** Fills its place; what does not fit is cut off evenly. */
    public static PictureBox filling() {
        return new PictureBox(true);
    }

    public void show(Picture picture) {
        view.imageProperty().bind(picture.image());
    }

    public void setMargin(double margin) {
        this.margin = margin;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        edge.setWidth(getWidth());
        edge.setHeight(getHeight());
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
