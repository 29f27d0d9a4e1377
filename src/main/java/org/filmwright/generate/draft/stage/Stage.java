package org.filmwright.generate.draft.stage;

import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;

/**
 * The camera. The place is measured in metres from the <b>mark</b>, the spot on the floor where the action is: x right,
 * y up, z away from the camera. The camera stands {@code distance} before the mark and orbits it by {@code yaw}, so the
 * place keeps its geography whatever the shot. Verticals stay vertical (shift lens).
 *
 * @param frame where horizon, vanishing point and mark lie on the board
 * @param focal length in board units: .5 of the width is wide, 1.3 is long
 * @param cameraHeight metres above the floor
 * @param distance metres from camera to mark
 * @param yaw radians the camera orbits the mark, positive sees more of the right-hand wall's inside
 */
public record Stage(Frame frame, double focal, double cameraHeight, double distance, double yaw) {
    /**
     * The board in units (the height is 720).
     *
     * @param width 1280 for 16:9
     * @param horizon eye level from the top; may lie outside
     * @param vanishX where lines straight away from an unturned camera meet
     * @param markX where the mark stands
     */
    public record Frame(double width, double horizon, double vanishX, double markX) {}

    private static final double NEAR = .12;

    /** A point of the place in metres. */
    public record Spot(double x, double y, double z) {}

    public double width() {
        return frame.width;
    }

    public double horizon() {
        return frame.horizon;
    }

    public double vanishX() {
        return frame.vanishX;
    }

    public double markX() {
        return frame.markX;
    }

    /** How far before the camera a floor point lies, metres; below 0 is behind it. */
    public double depth(double x, double z) {
        return distance + z * Math.cos(yaw) - x * Math.sin(yaw);
    }

    /** Board units a metre takes there. */
    public double metre(double x, double z) {
        return focal / Math.max(NEAR, depth(x, z));
    }

    /** Where a point of the place shows on the board; points behind the camera are pulled before it. */
    public Point2D at(double x, double y, double z) {
        double depth = Math.max(NEAR, depth(x, z));
        double across = x * Math.cos(yaw) + z * Math.sin(yaw);
        double shift = (frame.vanishX - frame.markX) * distance / focal;
        return new Point2D.Double(frame.vanishX + (across - shift) * focal / depth,
                frame.horizon - (y - cameraHeight) * focal / depth);
    }

    /** A flat polygon in the place, cut at the glass; x, y, z triples. Empty when wholly behind the camera. */
    public Path2D face(double... xyz) {
        List<Spot> spots = new ArrayList<>();
        for (int i = 0; i < xyz.length; i += 3) {
            spots.add(new Spot(xyz[i], xyz[i + 1], xyz[i + 2]));
        }
        return path(cut(spots));
    }

    /** A rectangle lying on the floor. */
    public Path2D floor(double x0, double z0, double x1, double z1) {
        return face(x0, 0, z0, x1, 0, z0, x1, 0, z1, x0, 0, z1);
    }

    /** A rectangle standing parallel to the back wall, at depth z. */
    public Path2D wall(double x0, double y0, double x1, double y1, double z) {
        return face(x0, y0, z, x1, y0, z, x1, y1, z, x0, y1, z);
    }

    /** A rectangle standing along the depth (a side wall), at x. */
    public Path2D side(double x, double y0, double z0, double y1, double z1) {
        return face(x, y0, z0, x, y0, z1, x, y1, z1, x, y1, z0);
    }

    /** The three faces of a box that the camera sees, far to near: top or underside, a side, the front. */
    public List<Path2D> box(Spot low, Spot high) {
        List<Path2D> out = new ArrayList<>();
        boolean above = cameraHeight > high.y();
        double y = above ? high.y() : low.y();
        out.add(face(low.x(), y, low.z(), high.x(), y, low.z(), high.x(), y, high.z(), low.x(), y, high.z()));
        double eyeX = (frame.vanishX - frame.markX) * distance / focal * Math.cos(yaw) + distance * Math.sin(yaw);
        double x = eyeX > high.x() ? high.x() : low.x();
        out.add(side(x, low.y(), low.z(), high.y(), high.z()));
        out.add(wall(low.x(), low.y(), high.x(), high.y(), low.z()));
        return out;
    }

    private List<Spot> cut(List<Spot> spots) {
        List<Spot> out = new ArrayList<>();
        for (int i = 0; i < spots.size(); i++) {
            Spot a = spots.get(i);
            Spot b = spots.get((i + 1) % spots.size());
            double da = depth(a.x, a.z) - NEAR;
            double db = depth(b.x, b.z) - NEAR;
            if (da >= 0) {
                out.add(a);
            }
            if (da >= 0 != db >= 0) {
                double t = da / (da - db);
                out.add(new Spot(a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t, a.z + (b.z - a.z) * t));
            }
        }
        return out;
    }

    private Path2D path(List<Spot> spots) {
        Path2D path = new Path2D.Double();
        for (int i = 0; i < spots.size(); i++) {
            Point2D p = at(spots.get(i).x, spots.get(i).y, spots.get(i).z);
            if (i == 0) {
                path.moveTo(p.getX(), p.getY());
            } else {
                path.lineTo(p.getX(), p.getY());
            }
        }
        if (!spots.isEmpty()) {
            path.closePath();
        }
        return path;
    }
}
