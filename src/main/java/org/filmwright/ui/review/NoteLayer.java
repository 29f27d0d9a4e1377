package org.filmwright.ui.review;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.Cursor;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.filmwright.base.TakeId;
import org.filmwright.review.Drawing;
import org.filmwright.review.Note;
import org.filmwright.review.NoteId;
import org.filmwright.ui.kit.Labels;
import org.filmwright.ui.kit.Typing;
import org.filmwright.ui.kit.Words;

/**
 * The notes over a picture: pins and lines that stay on their places while it is zoomed and moved. While somebody draws,
 * a press pins, a drag draws; arrows move the point and Space puts the pen down, so a mouse is not needed.
 */
final class NoteLayer extends Region implements Typing {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final PseudoClass CARRIED = PseudoClass.getPseudoClass("carried");
    private static final PseudoClass RESOLVED = PseudoClass.getPseudoClass("resolved");
    private static final PseudoClass DOWN = PseudoClass.getPseudoClass("down");
    /** Shares of the picture. */
    private static final double STEP = 0.02;
    private static final double SMALL_STEP = 0.005;
    /** Points of a line lie so far apart at least, in pixels. */
    private static final double APART = 3;

    private final NotesModel notes;
    private final ObservableValue<Bounds> place;
    private final Runnable toWords;
    private final Runnable left;
    private final List<Ink> inks = new ArrayList<>();
    private final Map<NoteId, Button> pins = new HashMap<>();
    private final Map<Node, Drawing.Point> places = new HashMap<>();
    private final Group lines = new Group();
    private final Region nib = new Region();
    private final Label begun = Labels.of("+", "fw-pin");
    private final List<Drawing.Point> line = new ArrayList<>();
    private Drawing.Point point = new Drawing.Point(0.5, 0.5);
    private Optional<TakeId> seen = Optional.empty();
    private boolean penDown;

    /**
     * @param place where the picture lies in this layer
     * @param toWords brings the keys to the field for the words
     * @param left brings them back to where they came from
     */
    NoteLayer(NotesModel notes, ObservableValue<Bounds> place, Runnable toWords, Runnable left) {
        this.notes = notes;
        this.place = place;
        this.toWords = toWords;
        this.left = left;
        getStyleClass().add("fw-notes");
        nib.getStyleClass().add("fw-nib");
        nib.setMouseTransparent(true);
        begun.setId("pin-new");
        begun.setMouseTransparent(true);
        begun.pseudoClassStateChanged(CHOSEN, true);
        lines.setManaged(false);
        getChildren().add(lines);
        place.subscribe(this::requestLayout);
        notes.shown().subscribe(this::refresh);
        notes.chosen().subscribe(this::refresh);
        notes.sketch().subscribe(this::refresh);
        notes.drawing().subscribe(this::turn);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        addEventHandler(MouseEvent.MOUSE_RELEASED, this::release);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        addEventHandler(KeyEvent.KEY_TYPED, this::typed);
    }

    /** Which take the picture shows; while that is not the one that notes are shown of, there are none to see. */
    void show(TakeId take) {
        seen = Optional.of(take);
        refresh();
    }

    /** Taking back a line is not taking back what was done before. */
    @Override
    public boolean needs(KeyEvent key) {
        return notes.drawing().get() && takesBack(key);
    }

    /** Ctrl+Z alone; with Shift it does again what was taken back. */
    static boolean takesBack(KeyEvent key) {
        return key.isShortcutDown() && !key.isShiftDown() && !key.isAltDown() && key.getCode() == KeyCode.Z;
    }

    private void turn() {
        boolean drawing = notes.drawing().get();
        setPickOnBounds(drawing);
        setFocusTraversable(drawing);
        setCursor(drawing ? Cursor.CROSSHAIR : null);
        setAccessibleText(Words.of(drawing ? "spoken.drawing" : "images.notes"));
        penDown = false;
        line.clear();
        point = notes.sketch().get().drawing().pin().orElse(new Drawing.Point(0.5, 0.5));
        refresh();
    }

    private void refresh() {
        inks.clear();
        places.clear();
        boolean here = seen.isPresent() && seen.equals(notes.looked());
        List<NotesModel.Pinned> there = here ? notes.shown().get().stream().filter(this::isSeen).toList() : List.of();
        there.forEach(this::add);
        if (here && notes.drawing().get()) {
            addSketch(notes.sketch().get());
        }
        lines.getChildren().setAll(inks);
        pins.values().removeIf(pin -> !places.containsKey(pin));
        getChildren().removeIf(node -> node != lines && !places.containsKey(node));
        places.keySet().stream().filter(node -> node.getParent() == null).forEach(getChildren()::add);
        requestLayout();
    }

    private void addSketch(Sketch sketch) {
        sketch.drawing().strokes().forEach(stroke -> inks.add(new Ink(stroke)));
        if (!line.isEmpty()) {
            inks.add(new Ink(new Drawing.Stroke(line, Sketch.WIDTH, sketch.pen())));
        }
        sketch.drawing().pin().ifPresent(pin -> places.put(begun, pin));
        nib.pseudoClassStateChanged(DOWN, penDown);
        places.put(nib, point);
    }

    /** What is done with is only shown where somebody asks for it; so is what was drawn on another take. */
    private boolean isSeen(NotesModel.Pinned each) {
        return !each.note().resolved() || isChosen(each);
    }

    private boolean isChosen(NotesModel.Pinned each) {
        return notes.chosen().get().filter(each.note().id()::equals).isPresent();
    }

    private void add(NotesModel.Pinned each) {
        Note note = each.note();
        if (!each.carried() || isChosen(each)) {
            note.drawing().strokes().forEach(stroke -> inks.add(new Ink(stroke)));
        }
        note.drawing().pin().ifPresent(at -> {
            Button pin = pins.computeIfAbsent(note.id(), this::pin);
            dress(pin, each);
            places.put(pin, at);
        });
    }

    private Button pin(NoteId note) {
        Button pin = new Button();
        pin.getStyleClass().setAll("fw-pin");
        pin.setOnAction(press -> notes.choose(note));
        return pin;
    }

    private void dress(Button pin, NotesModel.Pinned each) {
        pin.setText(Integer.toString(each.number()));
        pin.setId("pin-" + each.number());
        pin.setAccessibleText(NoteCard.spoken(each));
        pin.setMouseTransparent(notes.drawing().get());
        pin.setFocusTraversable(!notes.drawing().get());
        pin.pseudoClassStateChanged(CHOSEN, isChosen(each));
        pin.pseudoClassStateChanged(CARRIED, each.carried());
        pin.pseudoClassStateChanged(RESOLVED, each.note().resolved());
    }

    @Override
    protected void layoutChildren() {
        Bounds picture = place.getValue();
        inks.forEach(ink -> ink.lay(picture));
        places.forEach((node, at) -> {
            node.autosize();
            double x = picture.getMinX() + at.x() * picture.getWidth();
            double y = picture.getMinY() + at.y() * picture.getHeight();
            node.relocate(Math.round(x - node.getLayoutBounds().getWidth() / 2),
                    Math.round(y - node.getLayoutBounds().getHeight() / 2));
            node.setVisible(picture.getWidth() > 0);
        });
    }

    private boolean draws(MouseEvent event) {
        return notes.drawing().get() && event.getButton() == MouseButton.PRIMARY && place.getValue().getWidth() > 0;
    }

    private void press(MouseEvent press) {
        if (draws(press)) {
            requestFocus();
            point = at(press);
            line.clear();
            line.add(point);
            press.consume();
        }
    }

    private void drag(MouseEvent drag) {
        if (draws(drag) && !line.isEmpty()) {
            Drawing.Point next = at(drag);
            double across = (next.x() - point.x()) * place.getValue().getWidth();
            double down = (next.y() - point.y()) * place.getValue().getHeight();
            if (Math.hypot(across, down) >= APART) {
                point = next;
                line.add(next);
                refresh();
            }
            drag.consume();
        }
    }

    private void release(MouseEvent release) {
        if (draws(release) && !line.isEmpty()) {
            if (line.size() == 1) {
                line.clear();
                notes.draw(notes.sketch().get().pinned(point));
            } else {
                keepLine();
            }
            toWords.run();
            release.consume();
        }
    }

    private void keepLine() {
        List<Drawing.Point> drawn = List.copyOf(line);
        line.clear();
        notes.draw(notes.sketch().get().drawn(drawn));
    }

    private Drawing.Point at(MouseEvent event) {
        Bounds picture = place.getValue();
        return inside((event.getX() - picture.getMinX()) / picture.getWidth(),
                (event.getY() - picture.getMinY()) / picture.getHeight());
    }

    private static Drawing.Point inside(double x, double y) {
        return new Drawing.Point(Math.clamp(x, 0, 1), Math.clamp(y, 0, 1));
    }

    private void key(KeyEvent key) {
        if (!notes.drawing().get() || key.isShortcutDown() && !needs(key)) {
            return;
        }
        if (key.isShortcutDown()) {
            notes.draw(notes.sketch().get().back());
            key.consume();
            return;
        }
        double step = key.isShiftDown() ? SMALL_STEP : STEP;
        switch (key.getCode()) {
            case LEFT -> move(-step, 0);
            case RIGHT -> move(step, 0);
            case UP -> move(0, -step);
            case DOWN -> move(0, step);
            case SPACE -> turnPen();
            case BACK_SPACE, DELETE -> notes.draw(notes.sketch().get().back());
            case ENTER -> finish();
            case ESCAPE -> {
                notes.leave();
                left.run();
            }
            default -> {
                return;
            }
        }
        key.consume();
    }

    private void finish() {
        if (penDown) {
            turnPen();
        }
        if (notes.sketch().get().isNote()) {
            notes.send();
            left.run();
        } else {
            toWords.run();
        }
    }

    /** With the pen up the point is the pin, until something is drawn. */
    private void move(double across, double down) {
        point = inside(point.x() + across, point.y() + down);
        if (penDown) {
            line.add(point);
            refresh();
        } else if (notes.sketch().get().drawing().strokes().isEmpty()) {
            notes.draw(notes.sketch().get().pinned(point));
        } else {
            refresh();
        }
    }

    private void turnPen() {
        penDown = !penDown;
        if (penDown) {
            line.clear();
            line.add(point);
            refresh();
        } else {
            keepLine();
        }
    }

    /** What is typed over the picture is the beginning of the words. */
    private void typed(KeyEvent key) {
        String sign = key.getCharacter();
        if (notes.drawing().get() && !key.isShortcutDown() && !key.isAltDown() && !sign.isBlank()
                && !sign.equals(KeyEvent.CHAR_UNDEFINED) && !Character.isISOControl(sign.codePointAt(0))) {
            notes.draw(notes.sketch().get().saying(notes.sketch().get().text() + sign));
            toWords.run();
            key.consume();
        }
    }
}
