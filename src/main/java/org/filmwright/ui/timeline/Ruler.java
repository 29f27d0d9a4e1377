package org.filmwright.ui.timeline;

import java.util.Locale;
import java.util.Optional;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import org.filmwright.base.FrameRate;
import org.filmwright.timeline.Cut;
import org.filmwright.timeline.Marker;
import org.filmwright.timeline.Marks;
import org.filmwright.ui.kit.Look;

/** The time over the lanes: labels above, ticks below. */
final class Ruler extends Region {
    private static final int[] STEPS = {1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1800, 3600};

    private final Canvas canvas = new Canvas();
    /** Never seen; the style sheet gives it the ink and type that the canvas draws with. */
    private final Text ink = new Text();
    private final Zoom zoom;
    private final Look look;
    /** The colour of what lies between in and out. */
    private final Rectangle between = new Rectangle();
    private FrameRate rate = FrameRate.FILM;
    private Optional<Cut> cut = Optional.empty();

    Ruler(Zoom zoom, Look look) {
        this.zoom = zoom;
        this.look = look;
        getStyleClass().add("fw-ruler");
        ink.getStyleClass().add("fw-ruler-ink");
        ink.setVisible(false);
        ink.setManaged(false);
        canvas.setManaged(false);
        between.getStyleClass().add("fw-ruler-between");
        between.setVisible(false);
        between.setManaged(false);
        getChildren().addAll(canvas, ink, between);
        ink.fillProperty().subscribe(this::requestLayout);
        ink.fontProperty().subscribe(this::requestLayout);
        zoom.scale().subscribe(this::requestLayout);
        zoom.offset().subscribe(this::requestLayout);
    }

    /** Its markers and its in and out are drawn. */
    void show(Optional<Cut> film, FrameRate rate) {
        this.rate = rate;
        cut = film;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        GraphicsContext pen = canvas.getGraphicsContext2D();
        pen.clearRect(0, 0, getWidth(), getHeight());
        cut.ifPresent(film -> range(pen, film.marks(), film.frames()));
        pen.setFont(ink.getFont());
        pen.setFill(ink.getFill());
        double second = Math.round(rate.perSecond()) * zoom.scale().get();
        int step = step(second);
        int parts = step == 1 ? 4 : 5;
        int first = Math.max(0, (int) Math.floor(zoom.offset().get() / second / step) * step);
        for (int at = first; at * second - zoom.offset().get() < getWidth(); at += step) {
            label(pen, at, at * second - zoom.offset().get());
            for (int part = 1; part < parts; part++) {
                tick(pen, (at + (double) step * part / parts) * second - zoom.offset().get(), 4);
            }
        }
        pen.setGlobalAlpha(1);
        cut.ifPresent(film -> film.markers().forEach(marker -> flag(pen, marker)));
    }

    /** From the in point to the out point; where one is missing, to that end of the film. */
    private void range(GraphicsContext pen, Marks marks, int frames) {
        if (marks.in().isPresent() || marks.out().isPresent()) {
            double from = Math.round(zoom.x(marks.in().orElse(0)));
            double to = Math.round(zoom.x(marks.out().orElse(frames)));
            pen.setGlobalAlpha(0.35);
            pen.setFill(between.getFill());
            pen.fillRect(from, look.px(18), to - from, getHeight() - look.px(18));
            pen.setGlobalAlpha(1);
            pen.fillRect(from, look.px(18), look.px(2), getHeight() - look.px(18));
            pen.fillRect(to - look.px(2), look.px(18), look.px(2), getHeight() - look.px(18));
        }
    }

    /** Below the labels, so that it covers none. */
    private void flag(GraphicsContext pen, Marker marker) {
        double x = Math.round(zoom.x(marker.at()));
        double half = look.px(5);
        double top = getHeight() - look.px(13);
        if (x > -half && x < getWidth() + half) {
            pen.setFill(Color.valueOf(marker.colour().name()));
            pen.fillPolygon(new double[]{x - half, x + half, x + half, x, x - half}, new double[]{top, top, top
                    + look.px(8),
                top + look.px(13), top + look.px(8)}, 5);
        }
    }

    private void label(GraphicsContext pen, int second, double x) {
        tick(pen, x, 12);
        pen.setGlobalAlpha(1);
        pen.fillText(clock(second), Math.round(x) + look.px(5), look.px(14));
    }

    private void tick(GraphicsContext pen, double x, double height) {
        pen.setGlobalAlpha(0.5);
        pen.fillRect(Math.round(x), getHeight() - look.px(height), 1, look.px(height));
    }

    private static String clock(int seconds) {
        return String.format(Locale.ROOT, "%02d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }

    /** Seconds between labels, so that they stand at least 96 pixels apart. */
    private int step(double second) {
        for (int step : STEPS) {
            if (step * second >= look.px(96)) {
                return step;
            }
        }
        return STEPS[STEPS.length - 1];
    }
}
