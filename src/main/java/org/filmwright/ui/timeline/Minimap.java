package org.filmwright.ui.timeline;

import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Paint;
import javafx.scene.shape.Rectangle;
import org.filmwright.timeline.Item;
import org.filmwright.ui.kit.Look;
import org.filmwright.ui.kit.Words;

/**
 * The whole film by scene, and which part of it the lanes show. A press goes there; arrows, Page up and down, Home and End
 * move the part while it has the focus.
 */
final class Minimap extends Region {
    private final TimelineModel model;
    private final Shortage shortage;
    private final Zoom zoom;
    private final Look look;
    private final Canvas canvas = new Canvas();
    private final Region window = new Region();
    private final Rectangle even = ink("fw-map-scene");
    private final Rectangle odd = ink("fw-map-other");
    private final Rectangle gap = ink("fw-map-gap");
    private final Rectangle lost = ink("fw-map-lost");
    private final Region head = new Region();
    private boolean stale = true;

    Minimap(TimelineModel model, Shortage shortage, Zoom zoom, Look look) {
        this.model = model;
        this.shortage = shortage;
        this.zoom = zoom;
        this.look = look;
        setId("minimap");
        getStyleClass().add("fw-minimap");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.SCROLL_BAR);
        setAccessibleText(Words.of("timeline.minimap"));
        canvas.setManaged(false);
        window.setManaged(false);
        window.setMouseTransparent(true);
        window.getStyleClass().add("fw-map-window");
        head.setManaged(false);
        head.setMouseTransparent(true);
        head.getStyleClass().add("fw-playhead");
        getChildren().addAll(canvas, window, head, even, odd, gap, lost);
        model.reel().subscribe(this::redraw);
        shortage.lost().subscribe(this::redraw);
        even.fillProperty().subscribe(this::redraw);
        widthProperty().subscribe(this::redraw);
        heightProperty().subscribe(this::redraw);
        model.frame().subscribe(this::requestLayout);
        zoom.scale().subscribe(this::requestLayout);
        zoom.offset().subscribe(this::requestLayout);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::go);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::go);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    private static Rectangle ink(String styleClass) {
        Rectangle ink = new Rectangle();
        ink.getStyleClass().add(styleClass);
        ink.setVisible(false);
        ink.setManaged(false);
        return ink;
    }

    /** Thousands of scenes are drawn only when they are others. */
    private void redraw() {
        stale = true;
        requestLayout();
    }

    private View whole() {
        return new View(getWidth() / Math.max(1, model.frames()), 0);
    }

    /** What was pressed comes to lie in the middle. */
    private void go(MouseEvent at) {
        zoom.centre(whole().frame(at.getX()));
        at.consume();
    }

    private void key(KeyEvent key) {
        double page = zoom.width().get();
        switch (key.getCode()) {
            case LEFT -> zoom.scrollTo(zoom.offset().get() - page / 10);
            case RIGHT -> zoom.scrollTo(zoom.offset().get() + page / 10);
            case PAGE_UP -> zoom.scrollTo(zoom.offset().get() - page);
            case PAGE_DOWN -> zoom.scrollTo(zoom.offset().get() + page);
            case HOME -> zoom.scrollTo(0);
            case END -> zoom.scrollTo(zoom.length());
            default -> {
                return;
            }
        }
        key.consume();
    }

    @Override
    protected void layoutChildren() {
        if (stale) {
            stale = false;
            canvas.setWidth(getWidth());
            canvas.setHeight(getHeight());
            GraphicsContext pen = canvas.getGraphicsContext2D();
            pen.clearRect(0, 0, getWidth(), getHeight());
            model.reel().get().ifPresent(reel -> draw(pen, reel));
        }
        View view = whole();
        double from = view.x(zoom.view().frame(0));
        double to = Math.min(getWidth(), view.x(zoom.view().frame(zoom.width().get())));
        double least = look.px(8);
        window.resizeRelocate(Math.clamp(Math.round(from), 0, Math.max(0, getWidth() - least)), 0, Math.max(least, Math
                .round(to - from)), getHeight());
        head.resizeRelocate(Math.round(view.x(model.frame().get())), 0, Math.max(1, look.px(1)), getHeight());
    }

    private void draw(GraphicsContext pen, Reel reel) {
        double top = look.px(3);
        double height = getHeight() - 2 * top;
        View view = whole();
        for (Reel.SceneSpan span : reel.scenes()) {
            bar(pen, span.scene().number() % 2 == 0 ? even.getFill() : odd.getFill(), view, span.start(), span.end(),
                    top, height);
        }
        for (Reel.Span span : reel.spans()) {
            if (span.item() instanceof Item.Clip clip && shortage.isLost(clip.media())) {
                bar(pen, lost.getFill(), view, span.start(), span.end(), top, height);
            } else if (!(span.item() instanceof Item.Clip) && shortage.at(span).isPresent()) {
                bar(pen, gap.getFill(), view, span.start(), span.end(), top, height);
            }
        }
    }

    private static void bar(GraphicsContext pen, Paint ink, View view, int start, int end, double top, double height) {
        double left = Math.round(view.x(start));
        pen.setFill(ink);
        pen.fillRect(left, top, Math.max(1, Math.round(view.x(end)) - left - 1), height);
    }
}
