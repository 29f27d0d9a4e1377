package org.filmwright.ui.review;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.event.Event;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.filmwright.production.Job;
import org.filmwright.ui.kit.CardGrid;
import org.filmwright.ui.kit.Glyphs;
import org.filmwright.ui.kit.Labels;
import org.filmwright.ui.kit.Look;
import org.filmwright.ui.kit.Picture;
import org.filmwright.ui.kit.PictureBox;
import org.filmwright.ui.kit.ShotState;
import org.filmwright.ui.kit.TakePictures;
import org.filmwright.ui.kit.Words;

/** A take in the grid: the picture, the glyph of its verdict, one line with shot, number and stars. */
final class TakeCard extends Region implements CardGrid.Card<Tile> {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final PseudoClass PICKED = PseudoClass.getPseudoClass("picked");
    private static final double CAPTION = 28;
    private static final double BADGE = 20;

    private final TakePictures pictures;
    private final Predicate<Frame> stale;
    private final Look look;
    private final PictureBox picture = PictureBox.filling();
    private final Label shot = Labels.of("", "fw-mono", "fw-caption");
    private final Label take = Labels.of("", "fw-caption", "fw-card-take");
    private final Label marks = Labels.fixed("", "fw-caption", "fw-card-marks");
    private final StackPane badge = new StackPane();
    private final Region outline = new Region();
    private final ComingFace coming;
    private Optional<MissingFace> missing = Optional.empty();
    private Subscription arrival = Subscription.EMPTY;
    private Tile shown;
    private boolean old;

    /** @param again does a failed job once more */
    TakeCard(TakePictures pictures, Predicate<Frame> stale, Look look, Consumer<Job> again) {
        this.pictures = pictures;
        this.stale = stale;
        this.look = look;
        coming = new ComingFace(false, again);
        getStyleClass().add("fw-take-card");
        picture.getStyleClass().add("fw-picture");
        badge.getStyleClass().add("fw-card-badge");
        outline.getStyleClass().add("fw-card-outline");
        outline.setMouseTransparent(true);
        setAccessibleRole(AccessibleRole.LIST_ITEM);
        addEventFilter(MouseEvent.MOUSE_PRESSED, this::keepOff);
        addEventFilter(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::keepOff);
        getChildren().addAll(picture, coming, shot, take, marks, badge, outline);
    }

    /** Where a picture is on its way there is nothing to decide yet; its button is pressed all the same. */
    private void keepOff(Event event) {
        boolean button = Stream.iterate((Node) event.getTarget(), Objects::nonNull, Node::getParent)
                .takeWhile(node -> node != this)
                .anyMatch(ButtonBase.class::isInstance);
        if (shown instanceof Coming && !button) {
            event.consume();
        }
    }

    @Override
    public Region node() {
        return this;
    }

    @Override
    public void show(Tile tile, boolean current, boolean picked) {
        pseudoClassStateChanged(CURRENT, current);
        pseudoClassStateChanged(PICKED, picked);
        boolean now = tile instanceof Frame frame && stale.test(frame);
        if (tile.equals(shown) && now == old) {
            return;
        }
        Tile before = shown;
        shown = tile;
        old = now;
        boolean there = tile instanceof Frame;
        picture.setVisible(there);
        badge.setVisible(there);
        coming.setVisible(!there);
        shot.setText(tile.shot().label());
        switch (tile) {
            case Frame frame -> show(frame, before instanceof Frame other && other.take().equals(frame.take()));
            case Coming place -> show(place);
        }
        notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
        requestLayout();
    }

    private void show(Frame frame, boolean same) {
        if (!same) {
            look(frame);
        }
        take.setText(Words.of("images.card", "number", frame.take().number()));
        marks.setText("★".repeat(frame.marks().stars()) + (old ? " " + Words.of("images.stale.short") : ""));
        Node glyph = Glyphs.of(ShotState.of(frame.ruling()));
        badge.getChildren().setAll(glyph);
        setAccessibleText(old ? Words.of("spoken.stale", "take", frame.spoken()) : frame.spoken());
    }

    private void look(Frame frame) {
        Picture thumb = pictures.thumb(frame.take());
        picture.show(thumb);
        arrival.unsubscribe();
        arrival = thumb.state().subscribe(state -> miss(frame, state instanceof Picture.State.Broken));
    }

    private void miss(Frame frame, boolean gone) {
        missing.ifPresent(face -> getChildren().remove(face));
        missing = gone
                ? Optional.of(new MissingFace(() -> {
                    pictures.forget(frame.take());
                    look(frame);
                }))
                : Optional.empty();
        missing.ifPresent(face -> {
            getChildren().add(getChildren().indexOf(coming), face);
            // Where cards are being laid out, a request to be laid out too is lost on the way up.
            layoutChildren();
            face.applyCss();
            face.layout();
        });
    }

    /** No picture, and none that could be missing. */
    private void leave() {
        arrival.unsubscribe();
        missing.ifPresent(face -> getChildren().remove(face));
        missing = Optional.empty();
        picture.show(Picture.none());
    }

    private void show(Coming place) {
        leave();
        coming.show(place);
        take.setText(Words.of("images.card", "number", place.number()));
        marks.setText("");
        setAccessibleText(place.spoken());
    }

    @Override
    public void clear() {
        shown = null;
        leave();
    }

    @Override
    protected void layoutChildren() {
        double caption = look.px(CAPTION);
        double size = look.px(BADGE);
        double gap = look.px(4);
        double side = look.px(8);
        double width = getWidth();
        double height = getHeight() - caption;
        picture.resizeRelocate(0, 0, width, height);
        coming.resizeRelocate(0, 0, width, height);
        missing.ifPresent(face -> face.resizeRelocate(0, 0, width, height));
        badge.resizeRelocate(width - size - gap, gap, size, size);
        double room = width - 2 * side;
        double label = Math.min(room, shot.prefWidth(-1));
        shot.resizeRelocate(side, height, label, caption);
        double end = Math.min(room - label, marks.prefWidth(-1));
        marks.resizeRelocate(width - side - end, height, end, caption);
        take.resizeRelocate(side + label + side, height, Math.max(0, room - label - side - end), caption);
        outline.resizeRelocate(0, 0, width, getHeight());
    }
}
