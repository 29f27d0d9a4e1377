package org.filmwright.media;

import org.filmwright.base.CameraMove;
import org.filmwright.base.CameraMove.Easing;
import org.filmwright.base.FrameRate;
import org.filmwright.base.FrameSize;
import org.filmwright.base.Region;

/**
 * A camera move over a picture: which window of it each frame shows.
 *
 * @param start window of the first frame, in fractions of the picture
 * @param end window of the last frame
 * @param frames length, 1 or more
 */
public record CameraPath(Region start, Region end, Easing easing, Shake shake, int frames, FrameRate rate) {
    public CameraPath {
        if (frames < 1 || !Region.WHOLE.contains(start) || !Region.WHOLE.contains(end)) {
            throw new IllegalArgumentException("A path has frames and stays inside the picture: " + start + ", " + end);
        }
    }

    /** The path of a planned move that starts and stops softly. */
    public static CameraPath of(CameraMove move, Region start, Region end, int frames, FrameRate rate, long seed) {
        return of(move, start, end, Easing.SOFT, frames, rate, seed);
    }

    /** The path of a planned move: shaken if it is hand-held. */
    public static CameraPath of(CameraMove move, Region start, Region end, Easing easing, int frames, FrameRate rate,
            long seed) {
        return new CameraPath(start, end, easing, Shake.of(move, seed), frames, rate);
    }

    /** Whether all frames show the same window. */
    public boolean still() {
        return start.equals(end) && shake.amplitude() == 0 && shake.degrees() == 0;
    }

    /**
     * The window of frame {@code n}, for an output of {@code aspect} from a picture of {@code width} x {@code height}
     * pixels. From the absolute frame number, without accumulation; zoom exponential, centre on a straight line, both
     * through the same easing; first and last frame are exactly start and end (film.md 4.2).
     */
    Window window(int n, double width, double height, double aspect) {
        double e = easing.at(frames == 1 ? 0 : (double) n / (frames - 1));
        Window a = Window.covering(start, width, height, aspect);
        Window b = Window.covering(end, width, height, aspect);
        double w = a.width() * Math.pow(b.width() / a.width(), e);
        double t = rate.seconds(n);
        double x = mix(a.x(), b.x(), e) + shake.x(t) * w;
        double y = mix(a.y(), b.y(), e) + shake.y(t) * w;
        return new Window(x, y, w, w / aspect, shake.angle(t)).inside(width, height);
    }

    /** Where frame {@code n} shows the picture's point (x, y): pixels of the frame, its corner at (0, 0). */
    public Point onScreen(int n, FrameSize picture, FrameSize frame, double x, double y) {
        Window window = window(n, picture.width(), picture.height(), frame.aspect());
        double scale = frame.width() / window.width();
        double dx = (x - window.x()) * scale;
        double dy = (y - window.y()) * scale;
        double cos = Math.cos(window.angle());
        double sin = Math.sin(window.angle());
        return new Point(frame.width() / 2.0 + cos * dx + sin * dy, frame.height() / 2.0 - sin * dx + cos * dy);
    }

    /** A place in pixels. */
    public record Point(double x, double y) {}

    private static double mix(double a, double b, double t) {
        return a + (b - a) * t;
    }

    /** Centre, sides and rotation (radians) of the camera's frame, in pixels of the picture. */
    record Window(double x, double y, double width, double height, double angle) {
        /** The largest window of an aspect inside a region, around its centre: what does not fit is cropped. */
        static Window covering(Region region, double width, double height, double aspect) {
            double w = Math.min(region.width() * width, region.height() * height * aspect);
            return new Window(region.centreX() * width, region.centreY() * height, w, w / aspect, 0);
        }

        /** Width of the upright box around the turned window. */
        double boxWidth() {
            return width * Math.cos(angle) + height * Math.abs(Math.sin(angle));
        }

        double boxHeight() {
            return height * Math.cos(angle) + width * Math.abs(Math.sin(angle));
        }

        /** This window moved, and if needed made smaller, so that no corner leaves the picture: never a black edge. */
        Window inside(double w, double h) {
            double fit = Math.min(1, Math.min(w / boxWidth(), h / boxHeight()));
            Window fitted = new Window(x, y, width * fit, height * fit, angle);
            double halfW = Math.min(w, fitted.boxWidth()) / 2;
            double halfH = Math.min(h, fitted.boxHeight()) / 2;
            return new Window(Math.clamp(x, halfW, w - halfW), Math.clamp(y, halfH, h - halfH), fitted.width,
                    fitted.height, angle);
        }
    }
}
