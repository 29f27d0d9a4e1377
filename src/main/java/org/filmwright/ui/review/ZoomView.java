package org.filmwright.ui.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.util.Subscription;
import org.filmwright.ui.kit.Picture;

/**
 * One picture, fitted or larger, to be dragged about. Views that share a zoom move together. Where more pixels are asked
 * for than the review picture has, the original is fetched and takes its place.
 */
final class ZoomView extends Region {
    private static final double NOTCH = 1.15;
    private static final Bounds NOWHERE = new BoundingBox(0, 0, 0, 0);

    private final ObjectProperty<Zoom> zoom;
    private final ImageView view = new ImageView();
    private final Rectangle edge = new Rectangle();
    private final List<Region> covers = new ArrayList<>();
    private final ReadOnlyObjectWrapper<Bounds> place = new ReadOnlyObjectWrapper<>(NOWHERE);
    private Subscription arrival = Subscription.EMPTY;
    private Subscription better = Subscription.EMPTY;
    private Supplier<Picture> original = Picture::none;
    private boolean asked;
    private double margin;
    private double fromX;
    private double fromY;

    ZoomView(ObjectProperty<Zoom> zoom) {
        this.zoom = zoom;
        view.setSmooth(true);
        view.setManaged(false);
        getChildren().add(view);
        setClip(edge);
        zoom.subscribe(this::requestLayout);
        addEventHandler(ScrollEvent.SCROLL, this::turn);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::take);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
    }

    /** @param original asked for when it is needed */
    void show(Picture review, Supplier<Picture> original) {
        this.original = original;
        asked = false;
        arrival.unsubscribe();
        better.unsubscribe();
        arrival = review.state().subscribe(this::arrived);
    }

    /** Lays something over the picture, for which {@link #place} says where the picture lies. */
    void cover(Region layer) {
        layer.setManaged(false);
        getChildren().add(layer);
        covers.add(layer);
    }

    /** Where the whole picture lies in this view, seen or not; empty while there is none. */
    ReadOnlyObjectProperty<Bounds> place() {
        return place.getReadOnlyProperty();
    }

    void setMargin(double margin) {
        this.margin = margin;
        requestLayout();
    }

    /** The picture before stays until the new one is there. */
    private void arrived(Picture.State state) {
        switch (state) {
            case Picture.State.There(Image image) -> put(image);
            case Picture.State.Coming() -> {
            }
            case Picture.State.None(),Picture.State.Broken() -> put(null);
        }
    }

    private void put(Image image) {
        view.setImage(image);
        requestLayout();
    }

    /** Shows only what lies in there. @param part in the coordinates of this view; nothing for all */
    void uncover(Optional<Rectangle> part) {
        setClip(part.orElse(edge));
    }

    @Override
    protected void layoutChildren() {
        edge.setWidth(getWidth());
        edge.setHeight(getHeight());
        Image image = view.getImage();
        covers.forEach(layer -> layer.resizeRelocate(0, 0, getWidth(), getHeight()));
        if (image == null || getWidth() == 0) {
            place.set(NOWHERE);
            return;
        }
        double width = shownWidth(image);
        double height = width * image.getHeight() / image.getWidth();
        view.setFitWidth(Math.max(1, Math.round(width)));
        view.setFitHeight(Math.max(1, Math.round(height)));
        view.relocate(Math.round(offset(getWidth(), width, zoom.get().x())),
                Math.round(offset(getHeight(), height, zoom.get().y())));
        place.set(new BoundingBox(view.getLayoutX(), view.getLayoutY(), view.getFitWidth(), view.getFitHeight()));
        if ((zoom.get().isFull() || width > image.getWidth() * 1.01) && !asked) {
            asked = true;
            better = original.get().state().subscribe(state -> {
                if (state instanceof Picture.State.There(Image whole)) {
                    put(whole);
                }
            });
        }
    }

    private double shownWidth(Image image) {
        return zoom.get().isFull() ? image.getWidth() : fitWidth(image) * zoom.get().times();
    }

    private double fitWidth(Image image) {
        return Math.min(getWidth() - 2 * margin, (getHeight() - 2 * margin) * image.getWidth() / image.getHeight());
    }

    /** What is smaller than its place stands in the middle; what is larger leaves no gap at its edges. */
    private static double offset(double room, double length, double middle) {
        return length <= room ? (room - length) / 2 : Math.clamp(room / 2 - middle * length, room - length, 0);
    }

    /** Ctrl and the wheel: what lies under the pointer stays there. */
    private void turn(ScrollEvent event) {
        Image image = view.getImage();
        if (image == null || !event.isShortcutDown() || event.getDeltaY() == 0) {
            return;
        }
        double before = shownWidth(image);
        double times = before / fitWidth(image) * (event.getDeltaY() > 0 ? NOTCH : 1 / NOTCH);
        double after = fitWidth(image) * Math.clamp(times, 1, Zoom.MOST);
        double pointX = (event.getX() - view.getLayoutX()) / before;
        double pointY = (event.getY() - view.getLayoutY()) / view.getFitHeight();
        double tall = after * image.getHeight() / image.getWidth();
        zoom.set(zoom.get()
                .at(times, pointX + (getWidth() / 2 - event.getX()) / after,
                        pointY + (getHeight() / 2 - event.getY()) / tall));
        event.consume();
    }

    private void take(MouseEvent press) {
        fromX = press.getX();
        fromY = press.getY();
    }

    private void drag(MouseEvent drag) {
        Image image = view.getImage();
        if (image != null && zoom.get().size() == Zoom.Size.FULL) {
            zoom.set(zoom.get()
                    .moved(zoom.get().x() - (drag.getX() - fromX) / view.getFitWidth(),
                            zoom.get().y() - (drag.getY() - fromY) / view.getFitHeight()));
            take(drag);
            drag.consume();
        }
    }
}
