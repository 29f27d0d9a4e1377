package org.filmwright.ui.motion;

import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.filmwright.ui.kit.Labels;
import org.filmwright.ui.kit.Look;
import org.filmwright.ui.kit.Words;
import org.filmwright.ui.motion.MotionDraft.Corner;
import org.filmwright.ui.motion.MotionDraft.End;

/**
 * The first or the last frame over the picture: moved by hand or by arrows, resized at its corners or by plus and minus.
 * Tab goes from one to the other, as they are two stops.
 */
final class FrameBox extends Region {
    private static final PseudoClass ACTIVE = PseudoClass.getPseudoClass("active");
    private static final double HANDLE = 24;
    private static final double STEP = 0.01;
    private static final double FAR = 0.05;
    private static final double GROW = 1.02;

    private final End end;
    private final MotionModel model;
    private final Look look;
    private final Label name;
    private final List<Region> handles = new ArrayList<>();
    /** Where the hand took hold, in fractions of the picture. */
    private double heldX;
    private double heldY;

    FrameBox(End end, MotionModel model, Look look) {
        this.end = end;
        this.model = model;
        this.look = look;
        setId(end == End.START ? "frame-start" : "frame-end");
        getStyleClass().addAll("fw-camera-frame", end == End.START ? "fw-camera-start" : "fw-camera-end");
        setManaged(false);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.SLIDER);
        name = Labels.of(Words.of("motion.end", end), "fw-camera-name");
        name.setManaged(false);
        name.setMouseTransparent(true);
        getChildren().add(name);
        for (boolean right : new boolean[]{false, true}) {
            for (boolean low : new boolean[]{false, true}) {
                handles.add(handle(new Corner(right, low)));
            }
        }
        getChildren().addAll(handles);
        setCursor(Cursor.MOVE);
        model.active().subscribe(active -> pseudoClassStateChanged(ACTIVE, active == end));
        focusedProperty().subscribe(focused -> {
            if (focused) {
                model.active().set(end);
            }
        });
        setOnMousePressed(this::hold);
        setOnMouseDragged(this::drag);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        model.draft().subscribe(this::tell);
    }

    private Region handle(Corner corner) {
        Region handle = new Region();
        handle.getStyleClass().add("fw-camera-handle");
        handle.setManaged(false);
        handle.setUserData(corner);
        handle.setCursor(corner.right() == corner.low() ? Cursor.SE_RESIZE : Cursor.SW_RESIZE);
        handle.setOnMousePressed(press -> {
            requestFocus();
            press.consume();
        });
        handle.setOnMouseDragged(drag -> {
            model.change(model.draft().get().pulled(end, corner, across(drag), down(drag)));
            drag.consume();
        });
        return handle;
    }

    private FramesView picture() {
        return (FramesView) getParent();
    }

    private double across(MouseEvent at) {
        return picture().across(picture().sceneToLocal(at.getSceneX(), at.getSceneY()).getX());
    }

    private double down(MouseEvent at) {
        return picture().down(picture().sceneToLocal(at.getSceneX(), at.getSceneY()).getY());
    }

    private void hold(MouseEvent press) {
        requestFocus();
        heldX = across(press) - model.draft().get().frame(end).centreX();
        heldY = down(press) - model.draft().get().frame(end).centreY();
        press.consume();
    }

    private void drag(MouseEvent drag) {
        MotionDraft now = model.draft().get();
        model.change(now.moved(end, across(drag) - heldX - now.frame(end).centreX(), down(drag) - heldY
                - now.frame(end).centreY()));
        drag.consume();
    }

    private void key(KeyEvent key) {
        double step = key.isShiftDown() ? FAR : STEP;
        model.active().set(end);
        switch (key.getCode()) {
            case LEFT -> model.nudge(-step, 0);
            case RIGHT -> model.nudge(step, 0);
            case UP -> model.nudge(0, -step);
            case DOWN -> model.nudge(0, step);
            case PLUS, ADD, EQUALS -> model.size(GROW);
            case MINUS, SUBTRACT -> model.size(1 / GROW);
            default -> {
                return;
            }
        }
        key.consume();
    }

    /** Where it lies, for a screen reader. */
    private void tell() {
        var frame = model.draft().get().frame(end);
        setAccessibleText(
                Words.of("motion.spoken", "name", Words.of("motion.end", end), "width", percent(frame.width()),
                        "left", percent(frame.x()), "top", percent(frame.y())));
        notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }

    private static long percent(double share) {
        return Math.round(100 * share);
    }

    @Override
    protected void layoutChildren() {
        double side = look.px(HANDLE);
        for (Region handle : handles) {
            Corner corner = (Corner) handle.getUserData();
            handle.resizeRelocate((corner.right() ? getWidth() : 0) - side / 2, (corner.low() ? getHeight() : 0)
                    - side / 2, side, side);
        }
        name.autosize();
        double inset = look.px(10);
        name.relocate(end == End.START ? inset : getWidth() - name.getWidth() - inset, end == End.START
                ? inset
                : getHeight() - name.getHeight() - inset);
    }
}
