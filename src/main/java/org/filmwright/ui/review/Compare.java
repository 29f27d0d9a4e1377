package org.filmwright.ui.review;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import javafx.util.Subscription;
import org.filmwright.base.MediaRef;
import org.filmwright.images.ImageTake;
import org.filmwright.ui.kit.Glyphs;
import org.filmwright.ui.kit.Labels;
import org.filmwright.ui.kit.Look;
import org.filmwright.ui.kit.Picture;
import org.filmwright.ui.kit.Segments;
import org.filmwright.ui.kit.ShotState;
import org.filmwright.ui.kit.TakePictures;
import org.filmwright.ui.kit.Words;

/** Two takes that zoom and move together: side by side, one wiped over the other, or only what differs. */
final class Compare extends VBox {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

    private final ReviewModel model;
    private final Comparison comparison;
    private final TakePictures pictures;
    private final ObjectProperty<Zoom> zoom;
    private final ObjectProperty<Way> way = new SimpleObjectProperty<>(Way.SIDES);
    private final Side left;
    private final Side right;
    private final ZoomView under;
    private final ZoomView over;
    private final StackPane both;
    private final Rectangle wiped = new Rectangle();
    private final Region edge = new Region();
    private Subscription arrivals = Subscription.EMPTY;
    private double wipe = 0.5;

    Compare(Look look, ReviewModel model, Comparison comparison, TakePictures pictures, ObjectProperty<Zoom> zoom) {
        this.model = model;
        this.comparison = comparison;
        this.pictures = pictures;
        this.zoom = zoom;
        setId("compare");
        setFocusTraversable(true);
        getStyleClass().add("fw-compare");
        left = new Side(look, true);
        right = new Side(look, false);
        under = new ZoomView(zoom);
        over = new ZoomView(zoom);
        over.setMouseTransparent(true);
        edge.getStyleClass().add("fw-compare-edge");
        edge.setManaged(false);
        edge.setMouseTransparent(true);
        both = new StackPane(under, over, edge);
        new Surrounding(both, look);
        both.addEventHandler(MouseEvent.MOUSE_PRESSED, this::wipeTo);
        both.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::wipeTo);
        both.setId("compare-both");
        HBox sides = new HBox(left, right);
        HBox.setHgrow(left, Priority.ALWAYS);
        HBox.setHgrow(right, Priority.ALWAYS);
        StackPane stage = new StackPane(sides, both);
        VBox.setVgrow(stage, Priority.ALWAYS);
        HBox ways = new HBox(new Segments<>("compare", List.of(Way.values()), way, way::set));
        ways.getStyleClass().add("fw-compare-ways");
        ways.setAlignment(Pos.CENTER);
        getChildren().addAll(stage, ways);
        sides.visibleProperty().bind(way.map(now -> now == Way.SIDES));
        both.visibleProperty().bind(way.map(now -> now != Way.SIDES));
        way.subscribe(this::lay);
        way.subscribe(this::show);
        both.widthProperty().subscribe(this::lay);
        both.heightProperty().subscribe(this::lay);
        comparison.pair().subscribe(this::show);
        model.view().subscribe(this::show);
        model.current().subscribe(this::show);
        model.strip().subscribe(this::show);
        comparison.blink().subscribe(this::show);
    }

    /** How two pictures are held against each other. */
    enum Way {
        SIDES, WIPE, DIFFERENCE
    }

    /** Side by side, wipe, difference, and again. */
    void nextWay() {
        way.set(Way.values()[(way.get().ordinal() + 1) % Way.values().length]);
    }

    private void show() {
        if (model.view().get() != ReviewView.COMPARE) {
            return;
        }
        Optional<Frame> first = comparison.pair().get().flatMap(pair -> model.frame(pair.left()));
        Optional<Frame> second = comparison.pair().get().flatMap(pair -> model.frame(pair.right()));
        boolean onLeft = first.isPresent() && model.current().get().equals(first.map(Frame::id));
        boolean blinking = comparison.blink().get();
        left.show(blinking && onLeft ? second : first, onLeft);
        right.show(blinking && !onLeft ? first : second, !onLeft);
        arrivals.unsubscribe();
        if (way.get() == Way.DIFFERENCE && !blinking) {
            first.ifPresent(one -> second.ifPresent(two -> differ(one.take(), two.take())));
        } else {
            put(under, blinking ? second : first);
        }
        put(over, blinking ? first : second);
        setAccessibleText(Words.of("spoken.compare", "left", first.map(Frame::spoken).orElse(""), "right", second.map(
                Frame::spoken).orElse(""), "side", Words.of(onLeft ? "images.left" : "images.right")));
    }

    private Picture picture(Optional<Frame> frame) {
        return frame.map(shown -> pictures.whole(shown.take())).orElseGet(Picture::none);
    }

    /** Two pictures whose difference is kept: worked out once, not with each verdict about them. */
    private record Between(MediaRef one, MediaRef other) {}

    /** As soon as both are there. */
    private void differ(ImageTake one, ImageTake other) {
        Picture first = pictures.whole(one);
        Picture second = pictures.whole(other);
        Runnable shown = () -> first.image().ifPresent(from -> second.image().ifPresent(to -> {
            Picture difference = pictures.made(new Between(one.media(), other.media()), () -> Difference.of(from, to));
            under.show(difference, () -> difference);
        }));
        arrivals = first.state().subscribe(shown).and(second.state().subscribe(shown));
        shown.run();
    }

    private void put(ZoomView view, Optional<Frame> frame) {
        view.show(picture(frame),
                () -> frame.map(shown -> pictures.original(shown.take())).orElseGet(Picture::none));
    }

    private void lay() {
        over.setVisible(way.get() == Way.WIPE);
        edge.setVisible(way.get() == Way.WIPE);
        edge.resizeRelocate(Math.round(both.getWidth() * wipe) - 1, 0, 2, both.getHeight());
        wiped.setX(both.getWidth() * wipe);
        wiped.setWidth(both.getWidth() * (1 - wipe));
        wiped.setHeight(both.getHeight());
        over.uncover(way.get() == Way.WIPE ? Optional.of(wiped) : Optional.empty());
    }

    private void wipeTo(MouseEvent event) {
        if (way.get() == Way.WIPE && zoom.get().size() == Zoom.Size.FIT) {
            wipe = Math.clamp(event.getX() / Math.max(1, both.getWidth()), 0, 1);
            lay();
        }
    }

    /** One of the two, and the line that says which. */
    private final class Side extends VBox {
        private final ZoomView view = new ZoomView(zoom);
        private final Label name = Labels.of("", "fw-mono");
        private final Label marks = Labels.fixed("", "fw-muted");
        private final StackPane glyph = new StackPane();
        private final boolean isLeft;

        Side(Look look, boolean isLeft) {
            this.isLeft = isLeft;
            setId(isLeft ? "compare-left" : "compare-right");
            getStyleClass().add("fw-compare-side");
            StackPane well = new StackPane(view);
            new Surrounding(well, look);
            VBox.setVgrow(well, Priority.ALWAYS);
            look.scale().subscribe(scale -> view.setMargin(look.px(8)));
            HBox line = new HBox(name, glyph, marks);
            line.getStyleClass().add("fw-compare-line");
            getChildren().addAll(well, line);
            setMinWidth(0);
            setPrefWidth(Region.USE_COMPUTED_SIZE);
            addEventFilter(MouseEvent.MOUSE_PRESSED, press -> {
                Compare.this.requestFocus();
                comparison.pickSide(this.isLeft);
            });
        }

        void show(Optional<Frame> frame, boolean current) {
            pseudoClassStateChanged(CURRENT, current);
            put(view, frame);
            name.setText(frame.map(shown -> shown.shot().label() + "  " + Words.of("images.card", "number", shown.take()
                    .number())).orElse(""));
            marks.setText(frame.map(shown -> "★".repeat(shown.marks().stars())).orElse(""));
            glyph.getChildren()
                    .setAll(frame.map(shown -> Glyphs.of(ShotState.of(shown.ruling()))).stream().toList());
        }
    }
}
