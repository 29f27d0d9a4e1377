package org.filmwright.clips;

import java.util.Locale;
import org.filmwright.base.CameraMove;
import org.filmwright.base.CameraMove.Easing;
import org.filmwright.base.FrameRate;
import org.filmwright.base.Region;

/**
 * Turns a camera move into windows over a picture, by the amounts of film.md 5.1. The subject's box and 5 % around it
 * stay in view from the first frame to the last; where a move cannot keep it, the move gets smaller. Of a camera that
 * travels they are the windows of one depth: the nearest of a truck, the farthest of an orbit and a dolly zoom, the
 * subject's of a dolly; every other depth sees less of the way, so that nothing ever leaves the picture. Pure.
 *
 * @param pictureAspect width by height of the picture
 * @param frameAspect width by height of the film
 */
public record MotionPlanner(double pictureAspect, double frameAspect, FrameRate rate) {
    /** Room around the subject's box, as a fraction of the box. */
    private static final double ROOM = 0.05;
    /** Eyes and face lie in the upper part of a subject's box. */
    private static final double FACE = 0.35;
    /** Tries at a smaller move before the smallest one is taken as it is. */
    private static final int TRIES = 8;

    public MotionPlanner {
        if (!(pictureAspect > 0.01 && pictureAspect < 100 && frameAspect > 0.01 && frameAspect < 100)) {
            throw new IllegalArgumentException("No aspect ratio: " + pictureAspect + ", " + frameAspect);
        }
    }

    /**
     * A move that was planned, and how far it goes.
     *
     * @param wished share of the frame that was wanted; {@code amount} is less where the subject would have left the view
     */
    public record Measured(MotionPlan plan, double wished, double amount) {
        public Measured eased(Easing easing) {
            return new Measured(new MotionPlan(plan.move(), plan.start(), plan.end(), easing, plan.frames(), plan
                    .reason()), wished, amount);
        }
    }

    /** @param subject where the eye should land, in fractions of the picture; @param why the reason of the move */
    public MotionPlan plan(CameraMove move, Region subject, double seconds, String why) {
        return measured(move, subject, seconds, why, amount(move, seconds)).plan();
    }

    /** @param wished how far it should go, as a share of the frame */
    public Measured measured(CameraMove move, Region subject, double seconds, String why, double wished) {
        Region kept = roomAround(subject);
        int frames = rate.frames(seconds);
        double amount = wished;
        Leg leg = leg(move, subject, amount).keeping(kept);
        for (int i = 1; i < TRIES && !leg.keeps(kept); i++) {
            amount *= 0.8;
            leg = leg(move, subject, amount).keeping(kept);
        }
        MotionPlan plan = new MotionPlan(move, leg.start, leg.end, frames, reason(move, amount, seconds, why));
        return new Measured(plan, wished, amount);
    }

    /** How far: share of zoom for pushes, of the frame's width or height for slides. */
    public static double amount(CameraMove move, double seconds) {
        return switch (move) {
            case STATIC -> 0;
            case PUSH_IN, PULL_OUT -> Math.clamp(0.03 * seconds, 0.08, 0.15);
            case PAN_LEFT, PAN_RIGHT -> Math.clamp(0.025 * seconds, 0.06, 0.12);
            case TILT_UP, TILT_DOWN -> Math.clamp(0.025 * seconds, 0.06, 0.10);
            case TRACK_LEFT, TRACK_RIGHT -> Math.clamp(0.035 * seconds, 0.08, 0.14);
            case CRANE_UP, CRANE_DOWN -> Math.clamp(0.025 * seconds, 0.06, 0.10);
            case HANDHELD -> 0.05;
            case TRUCK_LEFT, TRUCK_RIGHT -> Math.clamp(0.04 * seconds, 0.10, 0.20);
            case ORBIT_LEFT, ORBIT_RIGHT -> Math.clamp(0.04 * seconds, 0.10, 0.18);
            case DOLLY_IN, DOLLY_OUT -> Math.clamp(0.04 * seconds, 0.10, 0.20);
            case DOLLY_ZOOM -> Math.clamp(0.05 * seconds, 0.15, 0.20);
        };
    }

    private Leg leg(CameraMove move, Region subject, double amount) {
        return switch (move) {
            case STATIC -> new Leg(home(subject, 1), home(subject, 1));
            case HANDHELD -> new Leg(towards(subject, 1 + amount), towards(subject, 1 + amount));
            case PUSH_IN, DOLLY_IN, DOLLY_ZOOM -> new Leg(home(subject, 1), towards(subject, 1 + amount));
            case PULL_OUT, DOLLY_OUT -> new Leg(towards(subject, 1 + amount), home(subject, 1));
            case PAN_RIGHT, TRACK_RIGHT, TRUCK_RIGHT, ORBIT_LEFT -> slide(subject, amount, 0);
            case PAN_LEFT, TRACK_LEFT, TRUCK_LEFT, ORBIT_RIGHT -> slide(subject, -amount, 0);
            case TILT_DOWN -> slide(subject, 0, amount);
            case TILT_UP -> slide(subject, 0, -amount);
            case CRANE_UP -> crane(subject, amount);
            case CRANE_DOWN -> crane(subject, amount).reversed();
        };
    }

    /** A window of constant zoom, just close enough to leave room for the way, slides by a share of its side. */
    private Leg slide(Region subject, double x, double y) {
        double zoom = Math.max(1.1, 1 + Math.max(Math.abs(x), Math.abs(y)));
        Region window = home(subject, zoom);
        double dx = x * window.width() / 2;
        double dy = y * window.height() / 2;
        return new Leg(inside(moved(window, -dx, -dy)), inside(moved(window, dx, dy)));
    }

    /** Rises by a share of the height while the view widens. */
    private Leg crane(Region subject, double rise) {
        Region near = home(subject, 1 + 1.5 * rise);
        Region far = home(subject, 1.02);
        double way = rise * near.height() / 2;
        return new Leg(inside(moved(near, 0, way)), inside(moved(far, 0, -way)));
    }

    /** A window of the film's shape: the largest one that holds the subject best, divided by a zoom about its middle. */
    private Region home(Region subject, double zoom) {
        double width = Math.min(1, frameAspect / pictureAspect);
        double height = Math.min(1, pictureAspect / frameAspect);
        Region whole = inside(centred(subject.centreX(), subject.centreY(), width, height));
        return centred(whole.centreX(), whole.centreY(), width / zoom, height / zoom);
    }

    /** The same, drifted towards the subject's face as far as the picture allows. */
    private Region towards(Region subject, double zoom) {
        Region window = home(subject, zoom);
        double face = subject.y() + FACE * subject.height();
        return inside(centred(subject.centreX(), face, window.width(), window.height()));
    }

    private static Region centred(double x, double y, double width, double height) {
        return new Region(x - width / 2, y - height / 2, width, height);
    }

    private static Region roomAround(Region subject) {
        double x = ROOM * subject.width();
        double y = ROOM * subject.height();
        double left = Math.clamp(subject.x() - x, 0, 0.999);
        double top = Math.clamp(subject.y() - y, 0, 0.999);
        double right = Math.clamp(subject.x() + subject.width() + x, left + 0.001, 1);
        double bottom = Math.clamp(subject.y() + subject.height() + y, top + 0.001, 1);
        return new Region(left, top, right - left, bottom - top);
    }

    private static Region moved(Region window, double dx, double dy) {
        return new Region(window.x() + dx, window.y() + dy, window.width(), window.height());
    }

    private static Region inside(Region window) {
        return new Region(Math.clamp(window.x(), 0, 1 - window.width()), Math.clamp(window.y(), 0, 1 - window.height()),
                window.width(), window.height());
    }

    private static String reason(CameraMove move, double amount, double seconds, String why) {
        String figure = move == CameraMove.STATIC
                ? move.word()
                : String.format(Locale.ROOT, "%s %.0f %% in %.1f s", move.word(), 100 * amount, seconds);
        return why.isBlank() ? figure : why + " (" + figure + ")";
    }

    /** Both ends of a move. */
    private record Leg(Region start, Region end) {
        Leg reversed() {
            return new Leg(end, start);
        }

        boolean keeps(Region subject) {
            return start.contains(subject) && end.contains(subject);
        }

        /** Shifts both windows by the same least way, inside the picture, so that they hold the subject if they can. */
        Leg keeping(Region subject) {
            double dx = shift(start.x(), start.width(), end.x(), end.width(), subject.x(), subject.width());
            double dy = shift(start.y(), start.height(), end.y(), end.height(), subject.y(), subject.height());
            return new Leg(inside(moved(start, dx, dy)), inside(moved(end, dx, dy)));
        }

        private static double shift(double a, double aLength, double b, double bLength, double s, double sLength) {
            double least = Math.max(s + sLength - a - aLength, s + sLength - b - bLength);
            double most = Math.min(s - a, s - b);
            double wanted = least > most ? (least + most) / 2 : Math.clamp(0, least, most);
            double lowest = Math.max(-a, -b);
            double highest = Math.min(1 - a - aLength, 1 - b - bLength);
            return lowest > highest ? 0 : Math.clamp(wanted, lowest, highest);
        }
    }
}
