package org.filmwright.ui;

import java.util.Objects;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.text.Text;

/** Questions about the nodes of a scene; asked on the window's thread. */
public final class Nodes {
    /** What rounding and anti-aliasing may take. */
    private static final double HAIR = 1.5;

    private Nodes() {}

    /** All that can be seen, with and below a node. */
    public static Stream<Node> seen(Node node) {
        if (!node.isVisible()) {
            return Stream.empty();
        }
        return node instanceof Parent parent
                ? Stream.concat(Stream.of(node), parent.getChildrenUnmodifiable().stream().flatMap(Nodes::seen))
                : Stream.of(node);
    }

    /** Whether words are shown with an ellipsis, or not at all. */
    public static boolean isShortened(Labeled label) {
        return label.getText() != null && !label.getText().isBlank() && shows(label)
                && label.lookupAll(".text")
                        .stream()
                        .map(Text.class::cast)
                        .findFirst()
                        .map(Text::getText)
                        .filter(drawn -> !drawn.strip()
                                .replaceAll("\\s+", " ")
                                .equals(label.getText()
                                        .strip()
                                        .replaceAll("\\s+", " ")))
                        .isPresent();
    }

    private static boolean shows(Labeled label) {
        return switch (label.getContentDisplay()) {
            case GRAPHIC_ONLY -> false;
            default -> label.getWidth() > 0;
        };
    }

    /** Whether part of it lies where nobody can see it, nor scroll to it. */
    public static boolean isCutOff(Node node) {
        Bounds here = node.localToScene(node.getLayoutBounds());
        if (here.getWidth() <= 0 || here.getHeight() <= 0) {
            return false;
        }
        Node place = Stream.iterate(node.getParent(), Objects::nonNull, Node::getParent)
                .filter(parent -> parent.getParent() == null || scrolls(parent) || parent.getClip() != null)
                .findFirst()
                .orElseThrow();
        if (scrolls(place)) {
            return false;
        }
        Bounds room = place.localToScene(place.getLayoutBounds());
        Rectangle2D wide = new Rectangle2D(room.getMinX() - HAIR, room.getMinY() - HAIR, room.getWidth() + 2 * HAIR,
                room.getHeight() + 2 * HAIR);
        return !wide.contains(here.getMinX(), here.getMinY(), here.getWidth(), here.getHeight());
    }

    private static boolean scrolls(Node node) {
        return node instanceof ScrollPane || node instanceof VirtualFlow<?>
                || node.getStyleClass().contains("viewport") || node.getStyleClass().contains("clipped-container");
    }

    /** A node as a test report names it: kind, id, words, and where it stands. */
    public static String name(Node node) {
        String words = node instanceof Labeled label ? " '" + label.getText() + "'" : "";
        String place = Stream.iterate(node.getParent(), Objects::nonNull, Node::getParent)
                .limit(3)
                .map(parent -> parent.getId() == null ? String.join(".", parent.getStyleClass()) : "#" + parent.getId())
                .toList()
                .toString();
        return node.getClass().getSimpleName() + (node.getId() == null ? "" : " #" + node.getId()) + words + " in "
                + place;
    }
}
