package org.filmwright.ui.timeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.filmwright.ui.kit.Look;

/**
 * The pieces of the film on their lanes. What is in view and wide enough to be told apart has a node, and keeps it for a
 * while after it left; what is narrower is drawn by {@link LaneGround}.
 */
final class LaneItems extends Pane {
    /** Room beside a cut that what sits on it takes. */
    static final double BADGE = 20;
    /** Pieces that are narrower have nothing to say. */
    static final double NARROW = 10;
    /** Wider nodes are not drawn any more; of those only what is near the view is one. In pixels. */
    private static final double MOST = 16_000;
    private static final double BESIDE = 4_000;
    private static final int KEPT = 400;
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private final Zoom zoom;
    private final Look look;
    private final Map<Known, Region> nodes = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<Where, Region> items = new HashMap<>();
    private List<LaneRow<?>> rows = List.of();
    private Optional<Where> current = Optional.empty();
    private Optional<Where> selected = Optional.empty();

    private record Where(int track, int index) {
        static Where of(Reel.Span span) {
            return new Where(span.track(), span.index());
        }
    }

    /** A piece is known by what it is; of the same ones in view, by its turn. */
    private record Known(Object what, int turn) {}

    LaneItems(Zoom zoom, Look look) {
        this.zoom = zoom;
        this.look = look;
        setManaged(false);
    }

    void show(List<LaneRow<?>> laid) {
        rows = laid;
    }

    List<LaneRow<?>> rows() {
        return rows;
    }

    /** What is to be told of the piece at a point; empty where nothing is. */
    String tip(double x, double y) {
        return getChildren().stream()
                .filter(node -> node.getBoundsInParent().contains(x, y))
                .filter(LaneNode.class::isInstance)
                .map(node -> ((LaneNode) node).tip())
                .filter(words -> !words.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** Pieces look different from now on. */
    void forget() {
        nodes.clear();
    }

    /** Puts what is in view into its place. */
    void place(double width) {
        List<Node> seen = new ArrayList<>();
        Map<Object, Integer> turns = new HashMap<>();
        items.clear();
        for (LaneRow<?> row : rows) {
            for (int i = row.firstAt((int) zoom.view().frame(-look.px(BADGE))); i < row.pieces().size(); i++) {
                double left = Math.round(zoom.x(row.start(i)));
                if (left >= width + look.px(BADGE)) {
                    break;
                }
                double right = Math.round(zoom.x(row.end(i)));
                if (row.isPoint(i) || right - left >= NARROW) {
                    seen.add(place(row, i, left, right, turns));
                } else if (right <= left + 1) {
                    i = Math.max(i, row.firstAt((int) zoom.view().frame(left + 1)) - 1);
                }
            }
        }
        if (!seen.equals(getChildren())) {
            getChildren().setAll(seen);
            applyCss();
        }
        drop(seen.size());
    }

    /** Two pixels stay free between neighbours; a badge sits on its cut. */
    private Region place(LaneRow<?> row, int i, double left, double right, Map<Object, Integer> turns) {
        Object what = row.key(i);
        Region node = nodes.computeIfAbsent(new Known(what, turns.merge(what, 1, Integer::sum)), _ -> row.made(i));
        boolean endless = right - left > MOST;
        double from = endless ? Math.max(left, -BESIDE) : left;
        double to = endless ? Math.min(right, getWidth() + BESIDE) : right;
        double width = row.isPoint(i) ? look.px(BADGE) : Math.max(1, to - from - look.px(2));
        node.resizeRelocate(row.isPoint(i) ? Math.round(left - width / 2) : from, look.px(row.top()), width, look.px(
                row.height()));
        if (row.pieces().get(i) instanceof Reel.Span span) {
            items.put(Where.of(span), node);
            mark(Where.of(span), node);
        }
        return node;
    }

    private void mark(Where there, Region node) {
        node.pseudoClassStateChanged(CURRENT, current.filter(there::equals).isPresent());
        node.pseudoClassStateChanged(SELECTED, selected.filter(there::equals).isPresent());
    }

    /** Marks the item under the playhead, and what is selected. */
    void mark(Optional<Reel.Span> under, Optional<Reel.Span> chosen) {
        List<Optional<Where>> before = List.of(current, selected);
        current = under.map(Where::of);
        selected = chosen.map(Where::of);
        if (!before.equals(List.of(current, selected))) {
            items.forEach(this::mark);
        }
    }

    /** Nodes that left the view long ago go. */
    private void drop(int seen) {
        var eldest = nodes.entrySet().iterator();
        while (nodes.size() > KEPT + seen && eldest.hasNext()) {
            eldest.next();
            eldest.remove();
        }
    }
}
