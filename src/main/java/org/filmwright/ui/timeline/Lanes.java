package org.filmwright.ui.timeline;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import org.filmwright.timeline.Item;
import org.filmwright.timeline.Subtitle;
import org.filmwright.timeline.Transition;
import org.filmwright.ui.kit.Glyphs;
import org.filmwright.ui.kit.Labels;
import org.filmwright.ui.kit.Look;
import org.filmwright.ui.kit.Words;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** The film as lanes: ruler, scenes, pictures, subtitles. Only what is in view is a node. */
final class Lanes extends Region {
    private static final double HEAD = 128;
    private static final double RULER = 32;
    private static final double SCENES = 28;
    private static final double PICTURES = 88;
    private static final double SUBTITLES = 36;

    private final TimelineModel model;
    private final Look look;
    private final ClipPictures pictures;
    private final Zoom zoom;
    private final Ruler ruler;
    private final Pane area = new Pane();
    private final Pane items = new Pane();
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
        this.pictures = pictures;
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
        for (Region unmanaged : new Region[]{ruler, line, head, items}) {
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
        zoom.setFrames(model.frames());
        ruler.setRate(model.rate());
        if (zoom.width().get() > 1) {
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
        items.getChildren()
                .forEach(
                        node -> node.pseudoClassStateChanged(Current.CLASS, node.getUserData() instanceof Reel.Span span
                                && model.current().equals(Optional.of(span))));
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
        items.resizeRelocate(0, 0, width, area.getHeight());
        bar.resizeRelocate(left, getHeight() - scrollBar, width, scrollBar);
        bar.setMax(Math.max(0, zoom.length() - width * 0.9));
        bar.setVisibleAmount(bar.getMax() * width / Math.max(width, zoom.length()));
        bar.setValue(zoom.offset().get());
        bar.setVisible(bar.getMax() > 0 && zoom.length() > width);
        beds();
        fill();
        movePlayhead();
    }

    private void beds() {
        double[] tops = {RULER, RULER + SCENES, RULER + SCENES + PICTURES};
        double[] heights = {SCENES, PICTURES, SUBTITLES};
        for (int i = 0; i < beds.length; i++) {
            beds[i].resizeRelocate(0, look.px(tops[i]), getWidth(), look.px(heights[i]));
            heads[i].resizeRelocate(0, look.px(tops[i]), look.px(HEAD), look.px(heights[i]));
        }
    }

    private void fill() {
        items.getChildren().clear();
        model.reel().get().ifPresent(reel -> {
            reel.scenes().forEach(this::scene);
            reel.spans().forEach(this::item);
            reel.cut().transitions().forEach(transition -> dissolve(reel, transition));
            reel.cut().subtitles().forEach(this::subtitle);
        });
    }

    private void scene(Reel.SceneSpan span) {
        LaneNode node = new LaneNode(look, Words.of("timeline.scene", "number", span.scene().label(), "heading", span
                .scene()
                .heading()), false, "fw-lane-scene");
        place(node, span.start(), span.end(), RULER + 3, SCENES - 6);
    }

    private void item(Reel.Span span) {
        LaneNode node = switch (span.item()) {
            case Item.Clip shot -> clip(shot);
            case Item.Gap gap -> new LaneNode(look, Words.of("timeline.gap"), false, "fw-lane-gap");
            case Item.Title title -> new LaneNode(look, title.lines().stream().findFirst().orElse(""), false,
                    "fw-lane-title");
        };
        node.setUserData(span);
        node.getStyleClass().add("fw-lane-clip");
        place(node, span.start(), span.end(), RULER + SCENES + 4, PICTURES - 8);
    }

    private LaneNode clip(Item.Clip shot) {
        LaneNode node = new LaneNode(look, shot.label(), true, "fw-lane-shot");
        pictures.of(shot.shot()).ifPresent(node::show);
        return node;
    }

    private void dissolve(Reel reel, Transition transition) {
        if (transition.at() >= 1 && transition.at() < reel.spans().size()) {
            double x = zoom.x(reel.spans().get(transition.at()).start());
            StackPane badge = new StackPane(Glyphs.icon(MaterialDesignS.SET_CENTER));
            badge.getStyleClass().add("fw-lane-dissolve");
            badge.setManaged(false);
            badge.setAccessibleText(Words.count("timeline.dissolve", transition.inOffset() + transition.outOffset()));
            double size = look.px(20);
            badge.resizeRelocate(Math.round(x - size / 2), look.px(RULER + SCENES + 4 + 20 + 18), size, size);
            items.getChildren().add(badge);
        }
    }

    private void subtitle(Subtitle subtitle) {
        LaneNode node = new LaneNode(look, subtitle.text().replace('\n', ' '), false, "fw-lane-subtitle");
        place(node, subtitle.start(), subtitle.end(), RULER + SCENES + PICTURES + 4, SUBTITLES - 8);
    }

    /** Adds a node when any of it is in view; two pixels stay free between neighbours. */
    private void place(LaneNode node, int start, int end, double top, double height) {
        double x = Math.round(zoom.x(start));
        double width = Math.round(zoom.x(end)) - x - look.px(2);
        if (x < area.getWidth() && x + width > 0) {
            node.place(x, look.px(top), width, look.px(height));
            items.getChildren().add(node);
        }
    }

    /** The pseudo-class of the item under the playhead. */
    private static final class Current {
        private static final PseudoClass CLASS = PseudoClass.getPseudoClass("current");
    }
}
