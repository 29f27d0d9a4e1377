package org.filmwright.ui.timeline;

import java.util.Locale;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.filmwright.base.FrameRate;
import org.filmwright.ui.kit.Look;

/** The time over the lanes: labels above, ticks below. */
final class Ruler extends Region {
    private static final int[] STEPS = {1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1800, 3600};

    private final Canvas canvas = new Canvas();
    /** Never seen; the style sheet gives it the ink and type that the canvas draws with. */
    private final Text ink = new Text();
    private final Zoom zoom;
    private final Look look;
    private FrameRate rate = FrameRate.FILM;

    Ruler(Zoom zoom, Look look) {
        this.zoom = zoom;
        this.look = look;
        getStyleClass().add("fw-ruler");
        ink.getStyleClass().add("fw-ruler-ink");
        ink.setVisible(false);
        ink.setManaged(false);
        canvas.setManaged(false);
        getChildren().addAll(canvas, ink);
        ink.fillProperty().subscribe(this::requestLayout);
        ink.fontProperty().subscribe(this::requestLayout);
        zoom.scale().subscribe(this::requestLayout);
        zoom.offset().subscribe(this::requestLayout);
    }

    void setRate(FrameRate rate) {
        this.rate = rate;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        GraphicsContext pen = canvas.getGraphicsContext2D();
        pen.clearRect(0, 0, getWidth(), getHeight());
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
