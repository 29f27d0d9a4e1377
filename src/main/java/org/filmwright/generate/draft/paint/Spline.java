package org.filmwright.generate.draft.paint;

import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;

/** Smooth shapes through points (Catmull-Rom, tangents .36 of the segment), with marked corners. */
public final class Spline {
    private record Knot(double x, double y, boolean corner) {}

    private static final double TENSION = .36;
    private final List<Knot> knots = new ArrayList<>();

    /** A smooth closed shape through x, y pairs. */
    public static Path2D blob(double... xy) {
        return through(xy).closed();
    }

    /** A smooth open line through x, y pairs. */
    public static Path2D line(double... xy) {
        return through(xy).open();
    }

    /** A closed shape with straight sides. */
    public static Path2D poly(double... xy) {
        Path2D path = new Path2D.Double();
        path.moveTo(xy[0], xy[1]);
        for (int i = 2; i < xy.length; i += 2) {
            path.lineTo(xy[i], xy[i + 1]);
        }
        path.closePath();
        return path;
    }

    private static Spline through(double... xy) {
        Spline spline = new Spline();
        for (int i = 0; i < xy.length; i += 2) {
            spline.at(xy[i], xy[i + 1]);
        }
        return spline;
    }

    public Spline at(double x, double y) {
        knots.add(new Knot(x, y, false));
        return this;
    }

    /** A sharp corner: nose tip, hem, brim. */
    public Spline corner(double x, double y) {
        knots.add(new Knot(x, y, true));
        return this;
    }

    public Path2D closed() {
        Path2D path = path(knots.size(), true);
        path.closePath();
        return path;
    }

    public Path2D open() {
        return path(knots.size() - 1, false);
    }

    private Path2D path(int segments, boolean around) {
        Path2D path = new Path2D.Double();
        path.moveTo(knots.getFirst().x, knots.getFirst().y);
        for (int i = 0; i < segments; i++) {
            Knot a = knot(i, around);
            Knot b = knot(i + 1, around);
            Knot before = a.corner ? a : knot(i - 1, around);
            Knot after = b.corner ? b : knot(i + 2, around);
            double length = Math.hypot(b.x - a.x, b.y - a.y);
            double[] leave = tangent(before, b, length, a.corner);
            double[] arrive = tangent(a, after, length, b.corner);
            path.curveTo(a.x + leave[0], a.y + leave[1], b.x - arrive[0], b.y - arrive[1], b.x, b.y);
        }
        return path;
    }

    private static double[] tangent(Knot from, Knot to, double length, boolean corner) {
        double dx = to.x - from.x;
        double dy = to.y - from.y;
        double k = (corner ? .28 : TENSION) * length / Math.max(1e-9, Math.hypot(dx, dy));
        return new double[]{dx * k, dy * k};
    }

    private Knot knot(int i, boolean around) {
        int n = knots.size();
        return knots.get(around ? Math.floorMod(i, n) : Math.clamp(i, 0, n - 1));
    }
}
