package org.filmwright.ui.timeline;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.filmwright.timeline.Item;
import org.filmwright.timeline.Splicer;
import org.filmwright.ui.kit.Look;

/**
 * The mouse on the lanes. A press on an item selects it, and pulling moves it; at an edge it trims. With Shift an edge rolls
 * and an item slides, with Ctrl an item slips; Ctrl while it is pulled turns snapping off. The middle button moves the view.
 */
final class LaneHands {
    private final Node area;
    private final TimelineModel model;
    private final Splicing splicing;
    private final Zoom zoom;
    private final Look look;
    private final Gestures gestures;
    private Bands bands = Bands.usual();
    private Optional<Gesture> gesture = Optional.empty();
    private double raised;

    /** @param area whose left edge is that of the visible part of the film */
    LaneHands(Node area, TimelineModel model, Splicing splicing, Zoom zoom, Look look) {
        this.area = area;
        this.model = model;
        this.splicing = splicing;
        this.zoom = zoom;
        this.look = look;
        gestures = new Gestures(model, splicing, zoom, look);
        area.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        area.addEventHandler(MouseEvent.MOUSE_DRAGGED, at -> {
            gesture.ifPresent(held -> held.drag(at));
            at.consume();
        });
        area.addEventHandler(MouseEvent.MOUSE_RELEASED, at -> let(Gesture::drop));
        area.addEventHandler(MouseEvent.MOUSE_MOVED, at -> area.setCursor(cursor(touch(at), at)));
    }

    void show(Bands lanes) {
        bands = lanes;
    }

    /** The lanes are moved up that far below the ruler, in pixels. */
    void raise(double pixels) {
        raised = pixels;
    }

    /** How far below the top of the lanes, in pixels of the 100 % design; the ruler stays where it is. */
    private double down(MouseEvent at) {
        double seen = (at.getY() - raised) / look.scale().get();
        return seen < bands.of(Bands.Kind.RULER).bottom() ? seen : at.getY() / look.scale().get();
    }

    Gestures.Bringing bring(Item.Clip clip) {
        return gestures.bring(clip);
    }

    /** Hears keys first: while a hand holds something, Esc lets it go as if it had not been touched. */
    void key(KeyEvent key) {
        if (key.getCode() == KeyCode.ESCAPE && gesture.isPresent()) {
            let(Gesture::cancel);
            key.consume();
        } else if (key.getCode() == KeyCode.ESCAPE && key.getEventType() == KeyEvent.KEY_PRESSED && leaves()) {
            key.consume();
        }
    }

    /** Whether there was a mode to leave. */
    private boolean leaves() {
        if (splicing.tool().get() == Splicing.Tool.BLADE) {
            splicing.tool().set(Splicing.Tool.SELECT);
            return true;
        }
        boolean had = splicing.selected().get().isPresent();
        splicing.select(Optional.empty());
        return had;
    }

    private void let(Consumer<Gesture> how) {
        Optional<Gesture> held = gesture;
        gesture = Optional.empty();
        held.ifPresent(how);
    }

    private void press(MouseEvent at) {
        area.getParent().requestFocus();
        let(Gesture::cancel);
        switch (at.getButton()) {
            case PRIMARY -> gesture = model.reel().get().map(reel -> take(reel, at));
            case MIDDLE -> gesture = Optional.of(gestures.pan(at));
            case SECONDARY -> touched(touch(at));
            default -> {
            }
        }
        at.consume();
    }

    private Touch touch(MouseEvent at) {
        return model.reel()
                .get()
                .flatMap(reel -> bands.at(down(at))
                        .map(band -> Touch.at(reel, zoom.view(), band, at.getX(), look.px(Touch.EDGE))))
                .orElseGet(Touch.Moment::new);
    }

    private Gesture take(Reel reel, MouseEvent at) {
        return switch (touch(at)) {
            case Touch.Moment _ -> {
                if (down(at) >= bands.of(Bands.Kind.SCENES).top()) {
                    splicing.select(Optional.empty());
                }
                yield scrub(at);
            }
            case Touch.OnScene(Reel.SceneSpan scene) -> {
                model.seek(zoom.frameAt(at.getX()));
                yield gestures.carry(reel, scene, at);
            }
            case Touch.OnItem(Reel.Span span, _) when span.track() > 0 -> {
                splicing.select(Optional.of(span));
                yield gestures.nothing();
            }
            case Touch.OnItem(Reel.Span span, _) when splicing.tool().get() == Splicing.Tool.BLADE -> cut(span, at);
            case Touch.OnItem(Reel.Span span, Touch.Part part) -> {
                splicing.select(Optional.of(span));
                if (at.getClickCount() > 1) {
                    model.seek(zoom.frameAt(at.getX()));
                }
                yield taken(reel, span, part, at);
            }
        };
    }

    private Gesture scrub(MouseEvent at) {
        model.seek(zoom.frameAt(at.getX()));
        return gestures.scrub();
    }

    private Gesture taken(Reel reel, Reel.Span span, Touch.Part part, MouseEvent at) {
        return switch (part) {
            case HEAD, TAIL -> gestures.pull(at.isShiftDown()
                    ? Pull.Kind.ROLL
                    : part == Touch.Part.HEAD ? Pull.Kind.TRIM_HEAD : Pull.Kind.TRIM_TAIL, reel, span, at);
            case BODY -> at.isShiftDown()
                    ? gestures.pull(Pull.Kind.SLIDE, reel, span, at)
                    : at.isShortcutDown()
                            ? gestures.pull(Pull.Kind.SLIP, reel, span, at)
                            : gestures.carry(reel, span, at);
        };
    }

    /** The blade cuts where it is put down; it snaps to the playhead. */
    private Gesture cut(Reel.Span span, MouseEvent at) {
        int frame = splicing.snapped(zoom.view().frame(at.getX()), IntStream.empty(), at.isShortcutDown(), look.px(
                Splicing.NEAR) / zoom.scale().get());
        splicing.record(cut -> Splicer.split(cut, frame), OptionalInt.of(span.index()));
        return gestures.nothing();
    }

    /** Verbs under the right button mean what lies there. */
    private void touched(Touch touch) {
        if (touch instanceof Touch.OnItem(Reel.Span span, _)) {
            splicing.select(Optional.of(span));
        }
    }

    private Cursor cursor(Touch touch, MouseEvent at) {
        return switch (touch) {
            case Touch.Moment _ -> Cursor.DEFAULT;
            case Touch.OnScene _ -> Cursor.HAND;
            case Touch.OnItem _ when splicing.tool().get() == Splicing.Tool.BLADE -> Cursor.CROSSHAIR;
            case Touch.OnItem(_, Touch.Part part) -> switch (part) {
                case BODY -> at.isShiftDown() || at.isShortcutDown() ? Cursor.H_RESIZE : Cursor.HAND;
                case HEAD -> at.isShiftDown() ? Cursor.H_RESIZE : Cursor.W_RESIZE;
                case TAIL -> at.isShiftDown() ? Cursor.H_RESIZE : Cursor.E_RESIZE;
            };
        };
    }
}
