package org.filmwright.ui.shell;

import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.Cursor;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.filmwright.ui.kit.Look;
import org.filmwright.ui.kit.Motion;

/** The page in front, and the drawer that pushes it up from below and never covers it. */
final class DrawerPane extends Region {
    private static final double HEIGHT = 240;
    private static final double LEAST = 160;
    private static final double GRIP = 8;

    private final StackPane front = new StackPane();
    private final Region grip = new Region();
    private final Look look;
    private final Motion motion;
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final DoubleProperty drawerHeight = new SimpleDoubleProperty(HEIGHT);
    private Optional<Region> drawer = Optional.empty();

    DrawerPane(Look look, Motion motion) {
        this.look = look;
        this.motion = motion;
        grip.setCursor(Cursor.V_RESIZE);
        grip.setOnMouseDragged(this::drag);
        getChildren().addAll(front, grip);
        open.subscribe(this::arrange);
        drawerHeight.subscribe(this::requestLayout);
        look.scale().subscribe(this::requestLayout);
        arrange();
    }

    /** Whether the drawer is pulled out. */
    BooleanProperty open() {
        return open;
    }

    /** How high the drawer stands when it is open, in pixels of the 100 % design. */
    DoubleProperty drawerHeight() {
        return drawerHeight;
    }

    /** Puts in what is pulled out; made when it is wanted for the first time. */
    void put(Region region) {
        drawer = Optional.of(region);
        region.getStyleClass().add("fw-drawer");
        getChildren().add(getChildren().indexOf(grip), region);
        arrange();
    }

    void show(Region page) {
        front.getChildren().setAll(page);
    }

    /** Styles and lays out a page that shows nowhere, between two frames. */
    void dress(Region page) {
        if (page.getScene() == null) {
            front.getChildren().addFirst(page);
            page.applyCss();
            page.resize(front.getWidth(), front.getHeight());
            page.layout();
            front.getChildren().remove(page);
        }
    }

    @Override
    protected void layoutChildren() {
        double taken = open.get() && drawer.isPresent() ? taken() : 0;
        double top = getHeight() - taken;
        front.resizeRelocate(0, 0, getWidth(), top);
        drawer.ifPresent(region -> region.resizeRelocate(0, top, getWidth(), taken));
        grip.resizeRelocate(0, top - look.px(GRIP) / 2, getWidth(), look.px(GRIP));
    }

    /** Between 160 pixels and half of what there is; in between, the page in front keeps what it needs. */
    private double taken() {
        double half = Math.floor(getHeight() / 2);
        double spare = getHeight() - Math.ceil(front.minHeight(-1));
        return Math.min(half, Math.max(look.px(LEAST), Math.min(spare, look.px(drawerHeight.get()))));
    }

    private void arrange() {
        drawer.ifPresent(region -> region.setVisible(open.get()));
        drawer.filter(region -> open.get()).ifPresent(motion::appear);
        grip.setVisible(open.get());
        requestLayout();
    }

    private void drag(MouseEvent drag) {
        double wanted = (getHeight() - sceneToLocal(drag.getSceneX(), drag.getSceneY()).getY()) / look.scale().get();
        drawerHeight.set(Math.clamp(wanted, LEAST, Math.max(LEAST, getHeight() / 2 / look.scale().get())));
    }
}
