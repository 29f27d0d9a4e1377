package org.filmwright.media;

import org.filmwright.base.CameraMove;
import org.filmwright.base.FrameSize;

/**
 * The way of a camera that travels, as every depth sees it. The windows of {@code path} are those of one depth: the
 * nearest of a truck, the subject of a dolly, the farthest of an orbit and of a dolly zoom. All others follow from a
 * pinhole camera: a shift sideways moves what hangs at nearness q by q times the way, a way forward of Z makes its window
 * (1 - Z q) as wide. Every depth's window stays inside the picture where those of the path do.
 *
 * @param range how near its glasses hang
 */
public record DepthPath(CameraPath path, CameraMove move, Range range) {
    /** No window becomes narrower than this share of its widest: a glass nearer than that has passed the camera. */
    private static final double NARROWEST = 0.3;
    /** A dolly zoom needs something behind what it holds: at least this share of the whole depth. */
    private static final double BEHIND = 0.25;

    public DepthPath {
        if (!move.travels()) {
            throw new IllegalArgumentException("The camera does not travel in a " + move.word());
        }
    }

    /**
     * Nearness, 1 / distance.
     *
     * @param far of the farthest glass @param subject of what the camera holds @param near of the nearest glass
     */
    public record Range(double far, double subject, double near) {
        public Range {
            if (!(0 < far && far <= subject && subject <= near)) {
                throw new IllegalArgumentException("No range of depths: " + far + ", " + subject + ", " + near);
            }
        }

        boolean isFlat() {
            return near - far < 1e-9;
        }
    }

    /** The window through which what hangs at nearness {@code q} is seen in frame {@code n}. */
    CameraPath.Window window(int n, double q, FrameSize picture, double aspect) {
        CameraPath.Window now = at(n, picture, aspect);
        if (range.isFlat()) {
            return now;
        }
        CameraPath.Window first = at(0, picture, aspect);
        CameraPath.Window last = at(path.frames() - 1, picture, aspect);
        CameraPath.Window seen = switch (move) {
            case TRUCK_LEFT, TRUCK_RIGHT -> sideways(now, between(first, last), q / range.near, aspect);
            case ORBIT_LEFT, ORBIT_RIGHT -> sideways(now, between(first, last), swing(q), aspect);
            case DOLLY_OUT -> forward(now, last, q / range.subject, aspect);
            case DOLLY_ZOOM -> zoomed(now, last, q, aspect);
            default -> forward(now, first, q / range.subject, aspect);
        };
        return seen.inside(picture.width(), picture.height());
    }

    private CameraPath.Window at(int n, FrameSize picture, double aspect) {
        return path.window(n, picture.width(), picture.height(), aspect);
    }

    /** What is behind the subject passes with the window, what is before it against it; the most of both all the way. */
    private double swing(double q) {
        return (range.subject - q) / Math.max(range.subject - range.far, range.near - range.subject);
    }

    private static CameraPath.Window sideways(CameraPath.Window now, CameraPath.Window rest, double share,
            double aspect) {
        return new CameraPath.Window(mix(rest.x(), now.x(), share), mix(rest.y(), now.y(), share), now.width(),
                now.width() / aspect, 0);
    }

    private static CameraPath.Window forward(CameraPath.Window now, CameraPath.Window rest, double share,
            double aspect) {
        double width = Math.max(NARROWEST * rest.width(), mix(rest.width(), now.width(), share));
        double reached = rest.width() == now.width()
                ? share
                : (rest.width() - width) / (rest.width() - now.width());
        return new CameraPath.Window(mix(rest.x(), now.x(), reached), mix(rest.y(), now.y(), reached), width,
                width / aspect, 0);
    }

    /** The lens undoes for the subject what the way does: (1 - Z q) / (1 - Z q of the subject). */
    private CameraPath.Window zoomed(CameraPath.Window now, CameraPath.Window rest, double q, double aspect) {
        double held = Math.max(range.subject, range.far + BEHIND * (range.near - range.far));
        double farther = now.width() / rest.width();
        double way = (farther - 1) / (farther * held - range.far);
        double width = rest.width() * Math.max(NARROWEST, (1 - way * q) / (1 - way * held));
        double share = (held - q) / (held - range.far);
        return new CameraPath.Window(mix(rest.x(), now.x(), share), mix(rest.y(), now.y(), share), width,
                width / aspect, 0);
    }

    private static CameraPath.Window between(CameraPath.Window a, CameraPath.Window b) {
        return new CameraPath.Window(mix(a.x(), b.x(), 0.5), mix(a.y(), b.y(), 0.5), mix(a.width(), b.width(), 0.5),
                mix(a.height(), b.height(), 0.5), 0);
    }

    private static double mix(double a, double b, double t) {
        return a + (b - a) * t;
    }
}
