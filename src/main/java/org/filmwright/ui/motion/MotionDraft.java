package org.filmwright.ui.motion;

import org.filmwright.base.CameraMove;
import org.filmwright.base.CameraMove.Easing;
import org.filmwright.base.FrameRate;
import org.filmwright.base.Region;
import org.filmwright.clips.MotionPlan;
import org.filmwright.story.CameraFrames;

/**
 * A camera move as it is being framed. Both frames have the film's shape and stay inside the picture. Pure.
 *
 * @param ratio height of a frame by its width, both in fractions of the picture: 1 where picture and film have one shape
 */
record MotionDraft(CameraMove move, Region start, Region end, Easing easing, double seconds, double ratio) {
    /** A narrower frame shows fewer than two fifths of the picture's width: no picture has the pixels for that. */
    static final double NARROWEST = 0.4;

    /** The first frame or the last. */
    enum End {
        START, END
    }

    /** @param right whether it is on the right @param low whether it is below */
    record Corner(boolean right, boolean low) {}

    /** As planned; what a plan's window has more than the film's shape is cropped, as the camera does. */
    static MotionDraft of(MotionPlan plan, double seconds, double ratio) {
        return new MotionDraft(plan.move(), shaped(plan.start(), ratio), shaped(plan.end(), ratio), plan.easing(),
                seconds, ratio);
    }

    private static Region shaped(Region window, double ratio) {
        double width = Math.min(window.width(), window.height() / ratio);
        return frame(window.centreX(), window.centreY(), width, ratio);
    }

    /** The nearest frame that is inside the picture and neither too narrow nor too wide. */
    private static Region frame(double centreX, double centreY, double wanted, double ratio) {
        double widest = Math.min(1, 1 / ratio);
        double width = Math.clamp(wanted, Math.min(NARROWEST, widest), widest);
        double height = Math.min(1, width * ratio);
        double x = Math.clamp(centreX - width / 2, 0, Math.max(0, 1 - width));
        double y = Math.clamp(centreY - height / 2, 0, Math.max(0, 1 - height));
        return new Region(x, y, width, height);
    }

    Region frame(End which) {
        return which == End.START ? start : end;
    }

    /** @param dx in fractions of the picture */
    MotionDraft moved(End which, double dx, double dy) {
        Region now = frame(which);
        return with(which, frame(now.centreX() + dx, now.centreY() + dy, now.width(), ratio));
    }

    /** About its middle, as far as the picture lets it. */
    MotionDraft sized(End which, double factor) {
        Region now = frame(which);
        return with(which, frame(now.centreX(), now.centreY(), now.width() * factor, ratio));
    }

    /** A corner follows the hand, the one across from it stays; the frame keeps its shape. */
    MotionDraft pulled(End which, Corner corner, double x, double y) {
        Region now = frame(which);
        double fixedX = corner.right() ? now.x() : now.x() + now.width();
        double fixedY = corner.low() ? now.y() : now.y() + now.height();
        double across = corner.right() ? x - fixedX : fixedX - x;
        double down = corner.low() ? y - fixedY : fixedY - y;
        double roomX = corner.right() ? 1 - fixedX : fixedX;
        double roomY = corner.low() ? 1 - fixedY : fixedY;
        double most = Math.min(roomX, roomY / ratio);
        double width = Math.min(Math.max(NARROWEST, Math.max(across, down / ratio)), most);
        if (width < Math.min(NARROWEST, 1 / ratio)) {
            return this;
        }
        double middleX = fixedX + (corner.right() ? width : -width) / 2;
        double middleY = fixedY + (corner.low() ? width : -width) * ratio / 2;
        return with(which, frame(middleX, middleY, width, ratio));
    }

    MotionDraft lasting(double length) {
        return new MotionDraft(move, start, end, easing, length, ratio);
    }

    MotionDraft eased(Easing other) {
        return new MotionDraft(move, start, end, other, seconds, ratio);
    }

    private MotionDraft with(End which, Region frame) {
        return which == End.START
                ? new MotionDraft(move, frame, end, easing, seconds, ratio)
                : new MotionDraft(move, start, frame, easing, seconds, ratio);
    }

    MotionPlan plan(FrameRate rate) {
        return new MotionPlan(move, start, end, easing, rate.frames(seconds), "");
    }

    CameraFrames frames() {
        return new CameraFrames(start, end, easing);
    }

    /** The same move to the eye: what is less than a thousandth of the picture or a frame of time is not seen. */
    boolean isLike(MotionDraft other) {
        return move == other.move && easing == other.easing && Math.abs(seconds - other.seconds) < 0.04
                && near(start, other.start) && near(end, other.end);
    }

    private static boolean near(Region a, Region b) {
        return Math.abs(a.x() - b.x()) < 1e-3 && Math.abs(a.y() - b.y()) < 1e-3
                && Math.abs(a.width() - b.width()) < 1e-3 && Math.abs(a.height() - b.height()) < 1e-3;
    }

    /** How much closer the last frame is than the first, as a factor. */
    double zoom() {
        return start.width() / end.width();
    }

    /** How fast what is seen gets larger or smaller, as a share a second. */
    double zoomASecond() {
        return Math.abs(Math.log(zoom())) / seconds;
    }

    /** How fast the picture slides, in widths of the frame a second. */
    double slideASecond() {
        double across = (end.centreX() - start.centreX()) / Math.min(start.width(), end.width());
        double down = (end.centreY() - start.centreY()) / Math.min(start.height(), end.height());
        return Math.hypot(across, down) / seconds;
    }
}
