package org.filmwright.ui.review;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Group;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import org.filmwright.review.Drawing;

/** A line of a note over a picture: its colour on a dark edge, so that it is seen on snow and at night. */
final class Ink extends Group {
    private final Drawing.Stroke stroke;
    private final Polyline edge = line("fw-pen-edge");
    private final Polyline line;

    Ink(Drawing.Stroke stroke) {
        this.stroke = stroke;
        line = line("fw-pen-" + stroke.colour());
        setManaged(false);
        setMouseTransparent(true);
        getChildren().addAll(edge, line);
    }

    private static Polyline line(String styleClass) {
        Polyline line = new Polyline();
        line.setStrokeLineCap(StrokeLineCap.ROUND);
        line.setStrokeLineJoin(StrokeLineJoin.ROUND);
        line.getStyleClass().addAll("fw-ink", styleClass);
        return line;
    }

    /** Lies on the picture, wherever that lies now. */
    void lay(Bounds picture) {
        List<Double> points = new ArrayList<>();
        for (Drawing.Point point : stroke.points()) {
            points.add(picture.getMinX() + point.x() * picture.getWidth());
            points.add(picture.getMinY() + point.y() * picture.getHeight());
        }
        if (points.size() == 2) { // a dot is a very short line
            points.add(points.get(0) + 0.1);
            points.add(points.get(1));
        }
        double width = Math.max(1.5, stroke.width() * picture.getWidth());
        edge.getPoints().setAll(points);
        edge.setStrokeWidth(width + 2);
        line.getPoints().setAll(points);
        line.setStrokeWidth(width);
    }
}
