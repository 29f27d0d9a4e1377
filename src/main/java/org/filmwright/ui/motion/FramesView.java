package org.filmwright.ui.motion;

import javafx.scene.layout.Region;
import org.filmwright.base.FrameSize;
import org.filmwright.ui.kit.Look;
import org.filmwright.ui.kit.Picture;
import org.filmwright.ui.kit.PictureBox;
import org.filmwright.ui.motion.MotionDraft.End;

/** The circled picture with both frames of its move. The smaller frame lies over the larger one, so that each can be held. */
final class FramesView extends Region {
    private static final double MARGIN = 16;

    private final MotionModel model;
    private final Look look;
    private final double aspect;
    private final PictureBox box = PictureBox.whole();
    private final FrameBox start;
    private final FrameBox end;

    /** @param size of the picture in pixels */
    FramesView(MotionModel model, Look look, FrameSize size, Picture picture) {
        this.model = model;
        this.look = look;
        aspect = size.aspect();
        setId("frames");
        getStyleClass().addAll("fw-well", "fw-frames");
        start = new FrameBox(End.START, model, look);
        end = new FrameBox(End.END, model, look);
        box.setManaged(false);
        box.setMouseTransparent(true);
        box.show(picture);
        getChildren().addAll(box, start, end);
        model.draft().subscribe(() -> place());
        model.active().subscribe(() -> place());
    }

    FrameBox first() {
        return start;
    }

    private double width() {
        double margin = look.px(MARGIN);
        return Math.max(1, Math.min(getWidth() - 2 * margin, (getHeight() - 2 * margin) * aspect));
    }

    private double left() {
        return (getWidth() - width()) / 2;
    }

    private double top() {
        return (getHeight() - width() / aspect) / 2;
    }

    /** A place in this view, in fractions of the picture's width. */
    double across(double x) {
        return (x - left()) / width();
    }

    double down(double y) {
        return (y - top()) / (width() / aspect);
    }

    @Override
    protected void layoutChildren() {
        box.resizeRelocate(Math.round(left()), Math.round(top()), Math.round(width()), Math.round(width() / aspect));
        place();
    }

    private void place() {
        place(start, End.START);
        place(end, End.END);
        double first = model.draft().get().start().width();
        double last = model.draft().get().end().width();
        boolean startAbove = Math.abs(first - last) < 1e-3 ? model.active().get() == End.START : first < last;
        start.setViewOrder(startAbove ? -1 : 0);
        end.setViewOrder(startAbove ? 0 : -1);
    }

    private void place(FrameBox frame, End which) {
        var region = model.draft().get().frame(which);
        frame.resizeRelocate(Math.round(left() + region.x() * width()), Math.round(top() + region.y() * width()
                / aspect), Math.round(region.width() * width()), Math.round(region.height() * width() / aspect));
    }
}
