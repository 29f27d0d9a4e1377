package org.filmwright.ui.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundImage;
import javafx.scene.layout.BackgroundPosition;
import javafx.scene.layout.BackgroundRepeat;
import javafx.scene.layout.BackgroundSize;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.filmwright.ui.kit.Labels;
import org.filmwright.ui.kit.Look;
import org.filmwright.ui.kit.Picture;
import org.filmwright.ui.kit.Status;
import org.filmwright.ui.kit.StatusGlyph;
import org.filmwright.ui.kit.Words;

/** Something on a lane, from one frame to another. Its words stay visible when its start has left the view. */
final class LaneNode extends Region {
    private static final double LABEL = 20;
    private static final double STRIP = 56;
    private static final double BADGE = 20;
    private static final PseudoClass OVER = PseudoClass.getPseudoClass("over");

    private final Look look;
    private final Label words;
    private final Region pictures = new Region();
    private final Rectangle edge = new Rectangle();
    private final boolean strip;
    private Optional<Button> verb = Optional.empty();
    /** What is to be told of it at the end of its words; nothing where all is well. */
    private final List<Node> told = new ArrayList<>();
    private String tip = "";
    private double cut;
    private final Region line = new Region();

    /** @param strip whether a strip of pictures lies under the words */
    LaneNode(Look look, String text, boolean strip, String... styleClasses) {
        this.look = look;
        this.strip = strip;
        words = Labels.of(text, "fw-lane-words");
        words.setManaged(false);
        pictures.setManaged(false);
        pictures.setVisible(strip);
        getStyleClass().addAll(styleClasses);
        setAccessibleRole(AccessibleRole.BUTTON);
        setAccessibleText(text);
        setManaged(false);
        setMouseTransparent(true); // a hand holds the lane below: this may leave the view while it does
        setClip(edge);
        layoutXProperty().subscribe(() -> { // whoever lies wholly in view has nothing to move
            double now = Math.max(0, -getLayoutX());
            if (now != cut) {
                cut = now;
                requestLayout();
            }
        });
        getChildren().addAll(pictures, words);
    }

    /** With a button below the words, where there is room for it. */
    LaneNode with(Button button) {
        verb = Optional.of(button);
        setMouseTransparent(false);
        button.setManaged(false);
        getChildren().add(button);
        return this;
    }

    /** With a glyph before the words. */
    LaneNode signed(Node glyph) {
        words.setGraphic(glyph);
        return this;
    }

    /** Says what is to be looked at, and whether it is new in its place. */
    LaneNode marked(ClipMarks.Mark mark) {
        if (!mark.alarms().isEmpty()) {
            told.add(new StatusGlyph(Status.WARNING));
        }
        if (mark.updated()) {
            told.add(Labels.fixed(Words.of("timeline.updated"), "fw-lane-updated"));
        }
        told.forEach(each -> each.setManaged(false));
        getChildren().addAll(told);
        tip = Stream.concat(Stream.of(Words.of("timeline.updated.tip")).filter(_ -> mark.updated()),
                mark.alarms().stream()).collect(Collectors.joining("\n"));
        Stream<String> alarms = mark.alarms().isEmpty()
                ? Stream.empty()
                : Stream.concat(Stream.of(Words.of("clip.alarmed")), mark.alarms().stream());
        Stream<String> news = Stream.of(Words.of("timeline.updated")).filter(_ -> mark.updated());
        setAccessibleText(Stream.concat(Stream.of(words.getText()), Stream.concat(news, alarms))
                .collect(Collectors.joining(", ")));
        return this;
    }

    /** What there is to be told of it, in sentences; empty where all is well. */
    String tip() {
        return tip;
    }

    /** Words at the top; below them a line stands for a sound of which nothing is drawn yet. */
    LaneNode heard() {
        line.setManaged(false);
        line.getStyleClass().add("fw-lane-silence");
        getChildren().add(line);
        return this;
    }

    void show(Picture picture) {
        picture.join();
        pictures.backgroundProperty()
                .bind(picture.state().map(state -> picture.image().map(this::paper).orElse(Background.EMPTY)));
    }

    /** The picture again and again, in the height of the strip. */
    private Background paper(Image image) {
        double height = look.px(STRIP);
        double width = Math.round(height * image.getWidth() / image.getHeight());
        return new Background(new BackgroundImage(image, BackgroundRepeat.REPEAT, BackgroundRepeat.NO_REPEAT,
                BackgroundPosition.DEFAULT, new BackgroundSize(width, height, false, false, false, false)));
    }

    @Override
    protected void layoutChildren() {
        double inset = Math.max(0, -getLayoutX());
        double room = getWidth() - inset;
        double pad = Math.clamp((room - words.prefWidth(-1)) / 2, look.px(2), look.px(8));
        boolean sound = line.getParent() == this;
        line.resizeRelocate(1, Math.round((getHeight() + look.px(LABEL)) / 2), Math.max(0, getWidth() - 2), 1);
        double band = strip || sound ? look.px(LABEL) : verb.isPresent() ? getHeight() / 2 : getHeight();
        double end = tell(room, inset, band);
        words.resizeRelocate(inset + pad, 0, Math.max(0, end - pad - look.px(2)), band);
        words.setVisible(words.getWidth() >= look.px(14));
        pictures.resizeRelocate(1, band, Math.max(0, getWidth() - 2), look.px(STRIP));
        verb.ifPresent(button -> place(button, inset, room));
        edge.setWidth(getWidth());
        edge.setHeight(getHeight());
    }

    /** From the end on; an alarm for which the words leave no room lies over the pictures. @return where their room ends */
    private double tell(double room, double inset, double band) {
        double end = room;
        for (Node each : told) {
            double width = Math.ceil(each.prefWidth(-1));
            double start = end - width - look.px(4);
            boolean fits = start >= words.prefWidth(-1) + look.px(10);
            boolean over = !fits && strip && each instanceof StatusGlyph;
            each.pseudoClassStateChanged(OVER, over);
            each.setVisible(fits || over && room >= look.px(BADGE) || each instanceof StatusGlyph && !strip);
            if (over) {
                double side = look.px(BADGE);
                each.resizeRelocate(inset + room - side, band, side, side);
            } else {
                double height = each.prefHeight(-1);
                each.resizeRelocate(inset + start, Math.round((Math.min(band, look.px(LABEL)) - height) / 2), width,
                        height);
                end = fits ? start : end;
            }
        }
        return end;
    }

    private void place(Button button, double inset, double room) {
        double width = button.prefWidth(-1);
        double height = look.px(24);
        button.setVisible(width + look.px(4) <= room);
        double top = Math.min(getHeight() / 2 + look.px(4), getHeight() - height - look.px(5));
        button.resizeRelocate(inset + Math.min(look.px(8), (room - width) / 2), top, width, height);
    }
}
