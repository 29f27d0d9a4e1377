package org.filmwright.generate.draft.paint;

import java.awt.Shape;
import java.awt.geom.FlatteningPathIterator;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Turns paths into stroke shapes (README technique 6). */
final class Pen {
    private static final double STEP = 7.5;

    private Pen() {}

    static List<Shape> strokes(Shape path, Ink ink, SplittableRandom random) {
        List<Shape> out = new ArrayList<>();
        for (List<Point2D> line : lines(path)) {
            List<Point2D> points = resampled(line, STEP);
            if (points.size() > 1) {
                out.add(stroke(overshot(points, ink.overshoot()), ink, random));
            }
        }
        return out;
    }

    static List<Shape> contour(Shape path, Ink ink, double lightX, double lightY, SplittableRandom random) {
        List<Shape> out = new ArrayList<>();
        double length = Math.max(1e-6, Math.hypot(lightX, lightY));
        for (List<Point2D> line : lines(path)) {
            List<Point2D> points = resampled(line, 6);
            double facing = area(points) > 0 ? 1 : -1;
            List<Point2D> run = new ArrayList<>();
            int left = random.nextInt(4, 17);
            for (int i = 0; i + 1 < points.size(); i++) {
                Point2D a = points.get(i);
                Point2D b = points.get(i + 1);
                double d = Math.max(1e-6, a.distance(b));
                double nx = facing * (b.getY() - a.getY()) / d;
                double ny = -facing * (b.getX() - a.getX()) / d;
                boolean lit = (nx * lightX + ny * lightY) / length > .55;
                run.add(a);
                if (lit || --left <= 0) {
                    flush(run, ink, out, random);
                    left = random.nextInt(4, 17);
                    i += lit ? 0 : random.nextInt(3);
                }
            }
            flush(run, ink, out, random);
        }
        return out;
    }

    private static void flush(List<Point2D> run, Ink ink, List<Shape> out, SplittableRandom random) {
        if (run.size() > 2) {
            out.add(stroke(run, ink, random));
        }
        run.clear();
    }

    /** Positive when the points run clockwise on screen. */
    private static double area(List<Point2D> points) {
        double sum = 0;
        for (int i = 0; i < points.size(); i++) {
            Point2D a = points.get(i);
            Point2D b = points.get((i + 1) % points.size());
            sum += a.getX() * b.getY() - b.getX() * a.getY();
        }
        return sum;
    }

    private static Shape stroke(List<Point2D> points, Ink ink, SplittableRandom random) {
        int n = points.size();
        double[] left = new double[2 * n];
        double[] right = new double[2 * n];
        double[] wobble = wobble(n, ink.wobble(), random);
        double swell = random.nextDouble(.75, 1.25);
        for (int i = 0; i < n; i++) {
            Point2D p = points.get(i);
            Point2D a = points.get(Math.max(0, i - 1));
            Point2D b = points.get(Math.min(n - 1, i + 1));
            double d = Math.max(1e-6, a.distance(b));
            double nx = -(b.getY() - a.getY()) / d;
            double ny = (b.getX() - a.getX()) / d;
            double along = (i + .35) / (n - .3);
            double half = ink.width() * swell / 2 * Math.max(.22, Math.pow(Math.sin(Math.PI * along), .6));
            left[2 * i] = p.getX() + nx * (wobble[i] + half);
            left[2 * i + 1] = p.getY() + ny * (wobble[i] + half);
            right[2 * i] = p.getX() + nx * (wobble[i] - half);
            right[2 * i + 1] = p.getY() + ny * (wobble[i] - half);
        }
        return ribbon(left, right);
    }

    private static Shape ribbon(double[] left, double[] right) {
        Path2D path = new Path2D.Double();
        path.moveTo(left[0], left[1]);
        for (int i = 2; i < left.length; i += 2) {
            path.lineTo(left[i], left[i + 1]);
        }
        for (int i = right.length - 2; i >= 0; i -= 2) {
            path.lineTo(right[i], right[i + 1]);
        }
        path.closePath();
        return path;
    }

    /** Random offsets every five samples, smooth between. */
    private static double[] wobble(int n, double amount, SplittableRandom random) {
        double[] knots = new double[n / 5 + 3];
        for (int i = 0; i < knots.length; i++) {
            knots[i] = random.nextDouble(-amount, amount + 1e-9);
        }
        double[] out = new double[n];
        for (int i = 0; i < n; i++) {
            double t = i % 5 / 5.0;
            double s = t * t * (3 - 2 * t);
            out[i] = knots[i / 5] * (1 - s) + knots[i / 5 + 1] * s;
        }
        return out;
    }

    private static List<Point2D> overshot(List<Point2D> points, double by) {
        if (by <= 0) {
            return points;
        }
        List<Point2D> out = new ArrayList<>(points);
        out.addFirst(beyond(points.get(1), points.getFirst(), by));
        out.addLast(beyond(points.get(points.size() - 2), points.getLast(), by));
        return out;
    }

    private static Point2D beyond(Point2D from, Point2D to, double by) {
        double k = by / Math.max(1e-6, from.distance(to));
        return new Point2D.Double(to.getX() + (to.getX() - from.getX()) * k, to.getY() + (to.getY() - from.getY()) * k);
    }

    private static List<Point2D> resampled(List<Point2D> line, double step) {
        List<Point2D> out = new ArrayList<>();
        out.add(line.getFirst());
        double rest = step;
        for (int i = 1; i < line.size(); i++) {
            Point2D a = line.get(i - 1);
            Point2D b = line.get(i);
            double d = a.distance(b);
            double at = rest;
            for (; at <= d; at += step) {
                out.add(new Point2D.Double(a.getX() + (b.getX() - a.getX()) * at / d,
                        a.getY() + (b.getY() - a.getY()) * at / d));
            }
            rest = at - d;
        }
        if (out.getLast().distance(line.getLast()) > step * .3 || out.size() == 1) {
            out.add(line.getLast());
        }
        return out;
    }

    private static List<List<Point2D>> lines(Shape shape) {
        List<List<Point2D>> out = new ArrayList<>();
        PathIterator path = new FlatteningPathIterator(shape.getPathIterator(null), .4);
        double[] at = new double[6];
        for (; !path.isDone(); path.next()) {
            switch (path.currentSegment(at)) {
                case PathIterator.SEG_MOVETO -> {
                    out.add(new ArrayList<>());
                    out.getLast().add(new Point2D.Double(at[0], at[1]));
                }
                case PathIterator.SEG_LINETO -> out.getLast().add(new Point2D.Double(at[0], at[1]));
                case PathIterator.SEG_CLOSE -> out.getLast().add(out.getLast().getFirst());
                default -> throw new IllegalStateException("A flattened path holds lines only.");
            }
        }
        out.removeIf(line -> line.size() < 2);
        return out;
    }
}
