package org.filmwright.ui.kit;

import javafx.scene.layout.Region;
import javafx.scene.shape.Arc;
import javafx.scene.shape.ArcType;
import javafx.scene.shape.Circle;

/** A ring that fills clockwise from the top; it stands still, so that it costs no pulse while nothing changes. */
final class Ring extends Region {
    private static final double UNKNOWN = 0.25;

    private final Circle track = new Circle();
    private final Arc arc = new Arc();

    Ring() {
        track.getStyleClass().add("fw-ring-track");
        arc.getStyleClass().add("fw-ring-arc");
        arc.setType(ArcType.OPEN);
        arc.setStartAngle(90);
        track.setManaged(false);
        arc.setManaged(false);
        getChildren().addAll(track, arc);
        fill(Double.NaN);
    }

    /** @param fraction 0 to 1, or NaN when it is not known */
    void fill(double fraction) {
        arc.setLength(-360 * (Double.isNaN(fraction) ? UNKNOWN : Math.clamp(fraction, 0, 1)));
    }

    @Override
    protected void layoutChildren() {
        double middle = Math.min(getWidth(), getHeight()) / 2;
        double radius = middle - track.getStrokeWidth() / 2 - 1;
        track.setRadius(radius);
        arc.setRadiusX(radius);
        arc.setRadiusY(radius);
        track.setCenterX(getWidth() / 2);
        track.setCenterY(getHeight() / 2);
        arc.setCenterX(getWidth() / 2);
        arc.setCenterY(getHeight() / 2);
    }
}
