package org.filmwright.ui.kit;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** Left panel, centre, right panel: the side panels keep their width, can be dragged, and can be hidden. */
public final class ThreePanes extends SplitPane {
    /** Below this many design pixels of width the right panel starts hidden. */
    private static final double NARROW = 1480;
    private static final double DIVIDER = 1;
    /** With less than this between them, only one of the panels shows. */
    private static final double LEAST = 320;

    private final Region left;
    private final Region centre;
    private final Region right;
    private final Look look;
    private final BooleanProperty leftShown = new SimpleBooleanProperty(true);
    private final BooleanProperty rightShown = new SimpleBooleanProperty(true);
    private final DoubleProperty leftWidth = new SimpleDoubleProperty(280);
    private final DoubleProperty rightWidth = new SimpleDoubleProperty(320);
    private boolean settled;

    public ThreePanes(Look look, Region left, Region centre, Region right) {
        this.look = look;
        this.left = left;
        this.centre = centre;
        this.right = right;
        getStyleClass().add("fw-panes");
        left.getStyleClass().add("fw-panel-left");
        right.getStyleClass().add("fw-panel-right");
        setResizableWithParent(left, false);
        setResizableWithParent(right, false);
        leftShown.subscribe(() -> opened(leftShown, rightShown));
        rightShown.subscribe(() -> opened(rightShown, leftShown));
        look.scale().subscribe((before, after) -> rescaled());
        widthProperty().subscribe(this::settle);
        arrange();
    }

    public BooleanProperty leftShown() {
        return leftShown;
    }

    public BooleanProperty rightShown() {
        return rightShown;
    }

    /** How wide the left panel is, in pixels of the 100 % design; as it was when it was last arranged. */
    public DoubleProperty leftWidth() {
        return leftWidth;
    }

    public DoubleProperty rightWidth() {
        return rightWidth;
    }

    /** Takes down how wide the panels are now. */
    public void remember() {
        if (settled && getItems().contains(left) && left.getWidth() > 0) {
            leftWidth.set(Math.round(left.getWidth() / look.scale().get()));
        }
        if (settled && getItems().contains(right) && right.getWidth() > 0) {
            rightWidth.set(Math.round(right.getWidth() / look.scale().get()));
        }
    }

    /** A divider is one pixel wide; a strip over it makes it easy to take hold of. */
    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        double wide = look.px(8);
        for (Node child : getChildren()) {
            if (child instanceof Pane pane && child.getStyleClass().contains("split-pane-divider")) {
                Region strip = pane.getChildren()
                        .stream()
                        .filter(Strip.class::isInstance)
                        .map(Strip.class::cast)
                        .findFirst()
                        .orElseGet(() -> new Strip(pane));
                strip.resizeRelocate((pane.getWidth() - wide) / 2, 0, wide, pane.getHeight());
            }
        }
    }

    private static final class Strip extends Region {
        Strip(Pane divider) {
            setManaged(false);
            setCursor(Cursor.H_RESIZE);
            divider.getChildren().add(this);
            divider.setViewOrder(-1);
        }
    }

    /** Where there is no room for both beside the work, the one that was there gives way. */
    private void opened(BooleanProperty one, BooleanProperty other) {
        double between = getWidth() - look.px(leftWidth.get() + rightWidth.get());
        if (settled && one.get() && other.get() && between < look.px(LEAST)) {
            other.set(false);
        } else {
            arrange();
        }
    }

    private void rescaled() {
        rightShown.set(getWidth() >= look.px(NARROW));
        arrange();
    }

    /** Divider positions mean something only once there is a width. */
    private void settle() {
        if (!settled && getWidth() > 0) {
            settled = true;
            rightShown.set(getWidth() >= look.px(NARROW));
            placeDividers();
        }
    }

    private void arrange() {
        remember();
        List<Region> shown = new ArrayList<>(List.of(centre));
        if (leftShown.get()) {
            shown.addFirst(left);
        }
        if (rightShown.get()) {
            shown.addLast(right);
        }
        getItems().setAll(shown);
        placeDividers();
    }

    private void placeDividers() {
        if (!settled) {
            return;
        }
        int last = getItems().size() - 1;
        if (leftShown.get()) {
            setDividerPosition(0, (look.px(leftWidth.get()) + DIVIDER / 2) / getWidth());
        }
        if (rightShown.get()) {
            setDividerPosition(last - 1, 1 - (look.px(rightWidth.get()) + DIVIDER / 2) / getWidth());
        }
    }
}
