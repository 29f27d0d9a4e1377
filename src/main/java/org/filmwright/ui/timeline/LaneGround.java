package org.filmwright.ui.timeline;

import java.util.List;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.filmwright.ui.kit.Look;

/** What lies under the nodes of the lanes, drawn on one canvas: pieces that are too narrow for a node. */
final class LaneGround extends Region {
    private final Canvas canvas = new Canvas();
    /** Never seen; the style sheet gives them the colours that the canvas draws with. */
    private final Rectangle clips = ink("fw-ground-clip");
    private final Zoom zoom;
    private final Look look;
    private List<LaneRow<?>> rows = List.of();

    LaneGround(Zoom zoom, Look look) {
        this.zoom = zoom;
        this.look = look;
        setMouseTransparent(true);
        canvas.setManaged(false);
        getChildren().addAll(canvas, clips);
        clips.fillProperty().subscribe(this::requestLayout);
    }

    private static Rectangle ink(String styleClass) {
        Rectangle ink = new Rectangle();
        ink.getStyleClass().add(styleClass);
        ink.setVisible(false);
        ink.setManaged(false);
        return ink;
    }

    void show(List<LaneRow<?>> laid) {
        rows = laid;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        GraphicsContext pen = canvas.getGraphicsContext2D();
        pen.clearRect(0, 0, getWidth(), getHeight());
        pen.setFill(clips.getFill());
        rows.forEach(row -> draw(pen, row));
    }

    /** A pixel stays free between two where there is one; what falls on the same pixel is drawn once. */
    private void draw(GraphicsContext pen, LaneRow<?> row) {
        int i = row.firstAt((int) zoom.view().frame(0));
        while (i < row.pieces().size() && zoom.x(row.start(i)) < getWidth()) {
            double left = Math.round(zoom.x(row.start(i)));
            double right = Math.round(zoom.x(row.end(i)));
            if (!row.isPoint(i) && right - left < LaneItems.NARROW) {
                pen.fillRect(left, look.px(row.top()), Math.max(1, right - left - 1), look.px(row.height()));
            }
            i = right <= left + 1 ? Math.max(i + 1, row.firstAt((int) Math.ceil(zoom.view().frame(left + 1)))) : i + 1;
        }
    }
}
