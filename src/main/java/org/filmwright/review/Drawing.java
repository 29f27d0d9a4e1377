package org.filmwright.review;

import java.util.List;
import java.util.Optional;

/**
 * Where a note points in its picture, and what was drawn there. In fractions of the picture, so it lies right on a take of
 * any size: 0,0 is the top left corner, 1,1 the bottom right.
 */
public record Drawing(Optional<Point> pin, List<Stroke> strokes) {
    /** More is no note; it would fill the journal. */
    public static final int MOST_POINTS = 4_000;
    public static final Drawing NONE = new Drawing(Optional.empty(), List.of());

    public Drawing {
        strokes = List.copyOf(strokes);
    }

    public static Drawing at(double x, double y) {
        return new Drawing(Optional.of(new Point(x, y)), List.of());
    }

    public int points() {
        return strokes.stream().mapToInt(stroke -> stroke.points().size()).sum();
    }

    /** To a ten-thousandth of the picture. */
    public record Point(double x, double y) {
        public Point {
            if (!(x >= 0 && x <= 1 && y >= 0 && y <= 1)) {
                throw new IllegalArgumentException("A point lies in its picture: " + x + ", " + y);
            }
            x = Math.round(x * 1e4) / 1e4;
            y = Math.round(y * 1e4) / 1e4;
        }
    }

    /** A line through its points. @param width a share of the picture's width @param colour number of a pen, from 0 */
    public record Stroke(List<Point> points, double width, int colour) {
        public static final int PENS = 8;

        public Stroke {
            points = List.copyOf(points);
            if (points.isEmpty() || !(width > 0 && width <= 0.1) || colour < 0 || colour >= PENS) {
                throw new IllegalArgumentException("Not a stroke of a pen: " + points.size() + " points, width " + width
                        + ", colour " + colour);
            }
        }
    }
}
