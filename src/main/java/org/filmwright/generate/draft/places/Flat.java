package org.filmwright.generate.draft.places;

import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import org.filmwright.generate.draft.stage.Stage;
import org.filmwright.generate.draft.stage.Stage.Spot;

/**
 * An upright flat of the set, as stage builders call it: {@code u} metres along it, {@code v} metres up. Everything that
 * hangs on a wall is measured on its flat, so it converges with it.
 *
 * @param ux,uz unit direction of u on the floor
 */
record Flat(Stage stage, Spot origin, double ux, double uz) {
    /** Parallel to the back wall, at depth {@code z}; u is x. */
    static Flat back(Stage stage, double z) {
        return new Flat(stage, new Spot(0, 0, z), 1, 0);
    }

    /** Along the depth, at {@code x}; u is z. */
    static Flat side(Stage stage, double x) {
        return new Flat(stage, new Spot(x, 0, 0), 0, 1);
    }

    Spot spot(double u, double v) {
        return new Spot(origin.x() + u * ux, origin.y() + v, origin.z() + u * uz);
    }

    Point2D at(double u, double v) {
        Spot s = spot(u, v);
        return stage.at(s.x(), s.y(), s.z());
    }

    double depth(double u) {
        Spot s = spot(u, 0);
        return stage.depth(s.x(), s.z());
    }

    Path2D quad(double u0, double v0, double u1, double v1) {
        return poly(u0, v0, u1, v0, u1, v1, u0, v1);
    }

    /** A closed shape through u, v pairs. */
    Path2D poly(double... uv) {
        double[] xyz = new double[uv.length / 2 * 3];
        for (int i = 0; i < uv.length / 2; i++) {
            Spot s = spot(uv[2 * i], uv[2 * i + 1]);
            xyz[3 * i] = s.x();
            xyz[3 * i + 1] = s.y();
            xyz[3 * i + 2] = s.z();
        }
        return stage.face(xyz);
    }

    /** The upper part round as a portal: an arch from {@code v0} to {@code v1}. */
    Path2D arch(double u0, double v0, double u1, double v1) {
        int steps = 9;
        double radius = (u1 - u0) / 2;
        double[] uv = new double[2 * (steps + 3)];
        uv[0] = u1;
        uv[1] = v0;
        for (int i = 0; i <= steps; i++) {
            double turn = Math.PI * i / steps;
            uv[2 * i + 2] = (u0 + u1) / 2 + radius * Math.cos(turn);
            uv[2 * i + 3] = Math.max(v0, v1 - Math.abs(radius)) + Math.min(v1 - v0, Math.abs(radius)) * Math.sin(turn);
        }
        uv[2 * steps + 4] = u0;
        uv[2 * steps + 5] = v0;
        return poly(uv);
    }

    /** A line drawn on the flat. */
    Path2D line(double u0, double v0, double u1, double v1) {
        Path2D path = new Path2D.Double();
        Point2D a = at(u0, v0);
        Point2D b = at(u1, v1);
        path.moveTo(a.getX(), a.getY());
        path.lineTo(b.getX(), b.getY());
        return path;
    }

    /** Upright: u and v stay, the origin moves by that much along the flat's normal (towards smaller z or x). */
    Flat out(double metres) {
        return new Flat(stage, new Spot(origin.x() - uz * metres, origin.y(), origin.z() - ux * metres), ux, uz);
    }
}
