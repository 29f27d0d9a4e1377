package org.filmwright.ui.kit;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import org.filmwright.ui.fx.FxBridge;

/**
 * A column that scrolls up and down. What has the focus stays in view when something arrives above it, unless the person
 * has scrolled away from it.
 */
public class ScrollColumn extends ScrollPane {
    /** So much of what stands above is seen, too. */
    private static final double HEAD = 40;

    private final Region column;
    private boolean followed = true;

    public static ScrollColumn of(Region column) {
        return new ScrollColumn(column);
    }

    ScrollColumn(Region column) {
        super(column);
        this.column = column;
        setFitToWidth(true);
        getStyleClass().add("fw-scroll");
        skinProperty().subscribe(_ -> drawAnew());
        ObservableValue<Node> owner = sceneProperty().flatMap(Scene::focusOwnerProperty);
        owner.subscribe(_ -> {
            followed = true;
            FxBridge.later(this::follow);
        });
        addEventFilter(ScrollEvent.SCROLL, _ -> FxBridge.later(this::leave));
        addEventFilter(MouseEvent.MOUSE_RELEASED, _ -> FxBridge.later(this::leave)); // also of its bar
        column.heightProperty().subscribe(() -> FxBridge.later(this::follow));
        viewportBoundsProperty().subscribe(() -> FxBridge.later(this::follow));
    }

    /**
     * JavaFX keeps a picture of what is in view, to scroll it faster, and at times shows the old one: a ring of focus stayed on
     * the control before.
     */
    private void drawAnew() {
        getChildrenUnmodifiable().stream()
                .filter(part -> part.getStyleClass().contains("viewport"))
                .forEach(part -> part.setCache(false));
    }

    private void follow() {
        if (followed) {
            focused().ifPresent(this::scrollTo);
        }
    }

    /** Whoever scrolls away from it by hand is left there. */
    private void leave() {
        followed = focused().filter(this::outOfView).isEmpty();
    }

    private Optional<Node> focused() {
        return Optional.ofNullable(getScene())
                .map(Scene::getFocusOwner)
                .filter(owner -> Stream.iterate(owner, Objects::nonNull, Node::getParent).anyMatch(column::equals));
    }

    /** Scrolls until a node of it can be seen; one that can be already stays where it is. */
    public final void scrollTo(Node node) {
        layout();
        if (hidden() > 0 && outOfView(node)) {
            setVvalue(Math.clamp((place(node).getMinY() - HEAD) / hidden(), 0, 1));
        }
    }

    private boolean outOfView(Node node) {
        double top = getVvalue() * hidden();
        double bottom = top + getViewportBounds().getHeight();
        Bounds place = place(node);
        return place.getHeight() <= bottom - top
                ? place.getMinY() < top || place.getMaxY() > bottom
                : place.getMaxY() < top || place.getMinY() > bottom;
    }

    private double hidden() {
        return Math.max(0, column.getHeight() - getViewportBounds().getHeight());
    }

    private Bounds place(Node node) {
        return column.sceneToLocal(node.localToScene(node.getLayoutBounds()));
    }
}
