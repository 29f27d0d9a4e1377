package org.filmwright.ui.timeline;

import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.filmwright.ui.kit.Labels;
import org.filmwright.ui.kit.Look;
import org.filmwright.ui.kit.Words;

/** The film as lanes: ruler, scenes, pictures, subtitles. Only what is in view is a node. */
final class Lanes extends Region {
    private static final double HEAD = 128;
    private static final double RULER = 32;

    private final TimelineModel model;
    private final Look look;
    private final Zoom zoom;
    private final Ruler ruler;
    private final Pane area = new Pane();
    private final LaneItems items;
    private final Region head = new Region();
    private final Region line = new Region();
    private final Label[] heads = {head("timeline.scenes"), head("timeline.pictures", "fw-lane-head-main"),
        head("timeline.subtitles")};
    private final ScrollBar bar = new ScrollBar();
    private final Rectangle clip = new Rectangle();
    private final Region[] beds = {new Region(), new Region(), new Region()};

    Lanes(ClipPictures pictures, TimelineModel model, Zoom zoom, Look look) {
        this.model = model;
        this.look = look;
        this.zoom = zoom;
        items = new LaneItems(zoom, look, pictures);
        ruler = new Ruler(zoom, look);
        setId("lanes");
        setFocusTraversable(true);
        setAccessibleText(Words.of("timeline.lanes"));
        getStyleClass().add("fw-lanes");
        line.getStyleClass().add("fw-playhead");
        head.getStyleClass().add("fw-playhead-head");
        for (Region bed : beds) {
            bed.getStyleClass().add("fw-lane");
            bed.setManaged(false);
        }
        for (Region unmanaged : new Region[]{ruler, line, head}) {
            unmanaged.setManaged(false);
        }
        line.setMouseTransparent(true);
        head.setMouseTransparent(true);
        area.setClip(clip);
        area.getChildren().addAll(ruler, items, line, head);
        getChildren().addAll(beds);
        getChildren().addAll(heads);
        getChildren().addAll(area, bar);
        listen();
    }

    private static Label head(String words, String... styleClasses) {
        Label head = Labels.of(Words.of(words), styleClasses);
        head.getStyleClass().add("fw-lane-head");
        return head;
    }

    private void listen() {
        area.visibleProperty().bind(model.reel().map(Optional::isPresent));
        model.reel().subscribe(this::reload);
        model.frame().subscribe(this::movePlayhead);
        zoom.scale().subscribe(this::requestLayout);
        zoom.offset().subscribe(this::requestLayout);
        bar.valueProperty().subscribe(value -> zoom.scrollTo(value.doubleValue()));
        area.addEventHandler(MouseEvent.MOUSE_PRESSED, this::scrub);
        area.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::scrub);
        addEventFilter(ScrollEvent.SCROLL, this::turn);
        bar.addEventFilter(KeyEvent.ANY, KeyEvent::consume);
        bar.setFocusTraversable(false);
    }

    private void reload() {
        boolean fits = zoom.level() < 0.001;
        zoom.setFrames(model.frames());
        ruler.setRate(model.rate());
        items.show(model.reel().get());
        if (zoom.width().get() > 1 && fits) { // who looks at a part goes on looking at it
            zoom.fit();
        }
        requestLayout();
    }

    private void scrub(MouseEvent event) {
        requestFocus();
        model.seek(zoom.frameAt(event.getX()));
        event.consume();
    }

    private void turn(ScrollEvent event) {
        if (event.isShortcutDown()) {
            zoom.by(Math.pow(1.002, event.getDeltaY()), event.getX() - look.px(HEAD));
        } else {
            zoom.scrollTo(zoom.offset().get() - event.getDeltaX() - event.getDeltaY());
        }
        event.consume();
    }

    private void movePlayhead() {
        zoom.follow(model.frame().get());
        placePlayhead();
        items.mark(model.current());
    }

    private void placePlayhead() {
        double x = Math.round(zoom.x(model.frame().get() + 0.5));
        double width = Math.max(2, look.px(2));
        line.resizeRelocate(x - width / 2, look.px(RULER - 12), width, area.getHeight() - look.px(RULER - 12));
        head.resizeRelocate(x - look.px(6), look.px(RULER - 13), look.px(12), look.px(13));
    }

    @Override
    protected void layoutChildren() {
        double left = look.px(HEAD);
        double width = Math.max(1, getWidth() - left);
        double scrollBar = look.px(10);
        boolean first = zoom.width().get() <= 1;
        boolean resized = zoom.width().get() != width && zoom.offset().get() == 0 && zoom.level() < 0.001;
        zoom.width().set(width);
        if (first || resized) {
            zoom.fit();
        }
        area.resizeRelocate(left, 0, width, getHeight() - scrollBar);
        clip.setWidth(width);
        clip.setHeight(area.getHeight());
        ruler.resizeRelocate(0, 0, width, look.px(RULER));
        items.resizeRelocate(0, look.px(RULER), width, area.getHeight() - look.px(RULER));
        bar.resizeRelocate(left, getHeight() - scrollBar, width, scrollBar);
        bar.setMax(Math.max(0, zoom.length() - width * 0.9));
        bar.setVisibleAmount(bar.getMax() * width / Math.max(width, zoom.length()));
        bar.setValue(zoom.offset().get());
        bar.setVisible(bar.getMax() > 0 && zoom.length() > width);
        beds();
        items.place(width);
        movePlayhead();
    }

    private void beds() {
        double[] tops = {RULER, RULER + LaneItems.SCENES, RULER + LaneItems.SCENES + LaneItems.PICTURES};
        double[] heights = {LaneItems.SCENES, LaneItems.PICTURES, LaneItems.SUBTITLES};
        for (int i = 0; i < beds.length; i++) {
            beds[i].resizeRelocate(0, look.px(tops[i]), getWidth(), look.px(heights[i]));
            heads[i].resizeRelocate(0, look.px(tops[i]), look.px(HEAD), look.px(heights[i]));
        }
    }
}
