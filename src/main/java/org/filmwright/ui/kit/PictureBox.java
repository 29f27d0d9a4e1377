package org.filmwright.ui.kit;

import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/** A picture as large as its place allows, centred, in its own shape; or filling its place, cropped. */
public final class PictureBox extends Region {
    private final ImageView view = new ImageView();
    private final boolean fill;
    private double margin;

    private PictureBox(boolean fill) {
        this.fill = fill;
        view.setSmooth(true);
        view.setManaged(false);
        getChildren().add(view);
        view.imageProperty().subscribe(this::requestLayout);
    }

    /** Shows the whole picture, with {@code margin} pixels around it. */
    public static PictureBox whole(double margin) {
        PictureBox box = new PictureBox(false);
        box.margin = margin;
        return box;
    }

    /** Fills its place; what does not fit is cut off evenly. */
    public static PictureBox filling() {
        return new PictureBox(true);
    }

    public void show(Image image) {
        view.setImage(image);
        if (image != null && image.getProgress() < 1) {
            image.progressProperty().subscribe(progress -> requestLayout());
        }
    }

    public Image image() {
        return view.getImage();
    }

    public void setMargin(double margin) {
        this.margin = margin;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        Image image = view.getImage();
        if (image == null || image.getWidth() < 1 || getWidth() < 1) {
            return;
        }
        double width = getWidth() - 2 * margin;
        double height = getHeight() - 2 * margin;
        double across = width / image.getWidth();
        double down = height / image.getHeight();
        double scale = fill ? Math.max(across, down) : Math.min(across, down);
        double w = Math.round(image.getWidth() * scale);
        double h = Math.round(image.getHeight() * scale);
        view.setFitWidth(w);
        view.setFitHeight(h);
        view.relocate(Math.round((getWidth() - w) / 2), Math.round((getHeight() - h) / 2));
        setClip(fill ? new Rectangle(getWidth(), getHeight()) : null);
    }
}
