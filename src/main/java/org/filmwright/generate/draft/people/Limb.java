package org.filmwright.generate.draft.people;

import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;

/** Tapering limbs as one smooth outline along their joints. */
final class Limb {
    private static final int STEPS = 8;
    private static final int CAP = 14;

    private Limb() {}

    /** @param joints x, y, radius triples from the trunk outwards */
    static Path2D along(double... joints) {
        List<double[]> line = smooth(joints);
        List<Point2D> left = new ArrayList<>();
        List<Point2D> right = new ArrayList<>();
        for (int i = 0; i < line.size(); i++) {
            double[] p = line.get(i);
            double[] a = line.get(Math.max(0, i - 1));
            double[] b = line.get(Math.min(line.size() - 1, i + 1));
            double d = Math.max(1e-6, Math.hypot(b[0] - a[0], b[1] - a[1]));
            double nx = -(b[1] - a[1]) / d * p[2];
            double ny = (b[0] - a[0]) / d * p[2];
            left.add(new Point2D.Double(p[0] + nx, p[1] + ny));
            right.addFirst(new Point2D.Double(p[0] - nx, p[1] - ny));
        }
        Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO);
        trace(path, left, line.getLast(), line.get(line.size() - 2));
        trace(path, right, line.getFirst(), line.get(1));
        path.closePath();
        return path;
    }

    /** The side, then a round end. */
    private static void trace(Path2D path, List<Point2D> side, double[] end, double[] before) {
        for (Point2D p : side) {
            if (path.getCurrentPoint() == null) {
                path.moveTo(p.getX(), p.getY());
            } else {
                path.lineTo(p.getX(), p.getY());
            }
        }
        double out = Math.atan2(end[1] - before[1], end[0] - before[0]);
        for (int i = 1; i < CAP; i++) {
            double a = out + Math.PI / 2 - Math.PI * i / CAP;
            path.lineTo(end[0] + Math.cos(a) * end[2], end[1] + Math.sin(a) * end[2]);
        }
    }

    private static List<double[]> smooth(double[] j) {
        int n = j.length / 3;
        List<double[]> out = new ArrayList<>();
        for (int i = 0; i + 1 < n; i++) {
            for (int s = 0; s < STEPS; s++) {
                out.add(between(j, n, i, (double) s / STEPS));
            }
        }
        out.add(new double[]{j[3 * n - 3], j[3 * n - 2], j[3 * n - 1]});
        return out;
    }

    private static double[] between(double[] j, int n, int i, double t) {
        double[] p = new double[3];
        for (int c = 0; c < 3; c++) {
            double a = j[3 * i + c];
            double b = j[3 * i + 3 + c];
            double before = i == 0 ? a : j[3 * i - 3 + c];
            double after = i + 2 == n ? b : j[3 * i + 6 + c];
            double m0 = (b - before) * .30;
            double m1 = (after - a) * .30;
            double t2 = t * t;
            double t3 = t2 * t;
            p[c] = (2 * t3 - 3 * t2 + 1) * a + (t3 - 2 * t2 + t) * m0 + (-2 * t3 + 3 * t2) * b + (t3 - t2) * m1;
        }
        return p;
    }
}
