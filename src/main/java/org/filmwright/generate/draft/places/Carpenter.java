package org.filmwright.generate.draft.places;

import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import org.filmwright.generate.draft.paint.Easel;
import org.filmwright.generate.draft.paint.Ink;
import org.filmwright.generate.draft.paint.Tone;
import org.filmwright.generate.draft.paint.Wash;
import org.filmwright.generate.draft.stage.Palette;
import org.filmwright.generate.draft.stage.Setup;
import org.filmwright.generate.draft.stage.Stage;
import org.filmwright.generate.draft.stage.Stage.Spot;

/** Builds a set: turns surfaces measured in metres into washes and ink, each in the light that falls on it. */
record Carpenter(Easel easel, Setup setup, Stage stage, Palette palette, Rig rig, Signature signature) {
    static final Spot UP = new Spot(0, 1, 0);
    static final Spot FRONT = new Spot(0, 0, -1);
    private static final double SMALLEST = 2.5;

    Carpenter(Easel easel, Setup setup, Rig rig) {
        this(easel, setup, setup.stage(), setup.palette(), rig, new Signature(setup.geography()));
    }

    /** That paint, lit and seen through the air. */
    Tone seen(Tone paint, Spot at, Spot normal) {
        return rig.through(rig.on(paint, at, normal), beyond(at.x(), at.z()));
    }

    /** The same with no light on it but seen through the air: shadow sides, silhouettes. */
    Tone far(Tone paint, double x, double z) {
        return rig.through(paint, beyond(x, z));
    }

    /** Metres behind the mark: the air begins there, so the stage keeps its full values in every shot size. */
    private double beyond(double x, double z) {
        return stage.depth(x, z) - stage.distance() * .9;
    }

    void quad(Tone paint, double streak, Spot a, Spot b, Spot c, Spot d) {
        quad(paint, new Grain(streak, .12), a, b, c, d);
    }

    /** Direction and strength of the brush. */
    record Grain(double degrees, double strength) {}

    /** A flat four-sided surface, corners in order; washed along whichever way its light changes more. */
    void quad(Tone paint, Grain grain, Spot a, Spot b, Spot c, Spot d) {
        Path2D path = stage.face(xyz(a, b, c, d));
        if (!shows(path)) {
            return;
        }
        Spot normal = towardsCamera(a, b, c);
        Spot[] edges = {middle(a, b), middle(b, c), middle(c, d), middle(d, a)};
        Tone[] tones = Arrays.stream(edges).map(spot -> seen(paint, ahead(spot), normal)).toArray(Tone[]::new);
        int from = apart(tones[0], tones[2]) >= apart(tones[1], tones[3]) ? 0 : 1;
        Point2D p = at(ahead(edges[from]));
        Point2D q = at(ahead(edges[from + 2]));
        easel.wash(path,
                Wash.of(tones[from], tones[from + 2])
                        .along(p.getX(), p.getY(), q.getX(), q.getY())
                        .streak(grain.degrees(), grain.strength()));
    }

    /** An upright surface along a flat. */
    void flat(Flat flat, Tone paint, double u0, double v0, double u1, double v1) {
        flat(flat, paint, new Grain(90, .12), u0, v0, u1, v1);
    }

    void flat(Flat flat, Tone paint, Grain grain, double u0, double v0, double u1, double v1) {
        quad(paint, grain, flat.spot(u0, v0), flat.spot(u0, v1), flat.spot(u1, v1), flat.spot(u1, v0));
    }

    /** A level surface: floor, table top, ceiling. */
    void level(Tone paint, double y, double x0, double z0, double x1, double z1) {
        quad(paint, 2, new Spot(x0, y, z0), new Spot(x0, y, z1), new Spot(x1, y, z1), new Spot(x1, y, z0));
    }

    /** A box on its shadow, with its edges inked where the light does not eat them. */
    void box(Tone paint, double x0, double y0, double z0, double x1, double y1, double z1) {
        double depth = stage.depth((x0 + x1) / 2, z0);
        if (depth < .4) {
            return;
        }
        boolean above = stage.cameraHeight() > y1;
        if (above || stage.cameraHeight() < y0) {
            level(paint, above ? y1 : y0, x0, z0, x1, z1);
        }
        double eye = eyeX();
        if (eye < x0 || eye > x1) {
            flat(Flat.side(stage, eye > x1 ? x1 : x0), paint, z0, y0, z1, y1);
        }
        flat(Flat.back(stage, z0), paint, x0, y0, x1, y1);
        edges(stage.box(new Spot(x0, y0, z0), new Spot(x1, y1, z1)), depth);
    }

    /** A box standing on the floor, with its contact and cast shadow. */
    void standing(Tone paint, double x0, double z0, double x1, double z1, double height) {
        shadow(x0, z0, x1, z1, height);
        box(paint, x0, 0, z0, x1, height, z1);
    }

    private void edges(Iterable<Path2D> faces, double depth) {
        for (Path2D face : faces) {
            if (shows(face)) {
                contour(face, depth);
            }
        }
    }

    /** The shadow on the floor of something of that height: dark at the foot, thrown away from the nearest light. */
    void shadow(double x0, double z0, double x1, double z1, double height) {
        Spot from = lightAt((x0 + x1) / 2, (z0 + z1) / 2);
        double throwX = -from.x() * Math.min(1.6, height * .7);
        double throwZ = -from.z() * Math.min(1.6, height * .7);
        double metre = stage.metre((x0 + x1) / 2, z0);
        Path2D cast = stage.floor(Math.min(x0, x0 + throwX), Math.min(z0, z0 + throwZ), Math.max(x1, x1 + throwX),
                Math.max(z1, z1 + throwZ));
        easel.shade(cast, Tone.BLACK, Math.min(20, .10 * metre), .22 + .2 * rig.hardness());
        easel.shade(stage.floor(x0 - .05, z0 - .06, x1 + .05, z1), Tone.BLACK, Math.min(9, .04 * metre), .5);
    }

    private Spot lightAt(double x, double z) {
        return rig.bulbs()
                .stream()
                .map(bulb -> Rig.unit(bulb.at().x() - x, bulb.at().y(), bulb.at().z() - z))
                .findFirst()
                .orElse(rig.from());
    }

    /** An upright round post; lighter on the side of the light. */
    void post(Tone paint, double x, double z, double radius, double y0, double y1) {
        Path2D path = stage.wall(x - radius, y0, x + radius, y1, z);
        Point2D p = stage.at(x - radius, y0, z);
        Point2D q = stage.at(x + radius, y0, z);
        if (!shows(path) || stage.depth(x, z) < .3) {
            return;
        }
        Tone left = seen(paint, new Spot(x, y0, z), Rig.unit(-1, 0, -.6));
        Tone right = seen(paint, new Spot(x, y0, z), Rig.unit(1, 0, -.6));
        easel.wash(path, Wash.of(left, right).along(p.getX(), 0, q.getX(), 0).streak(90, .12));
        contour(path, stage.depth(x, z));
    }

    /** A shape already on the board, in one lit tone going darker downwards. */
    void shape(Shape path, Tone tone) {
        Extent bounds = Extent.of(path);
        easel.wash(path, Wash.of(tone.times(1.06), tone.times(.9)).vertical(bounds.top(), bounds.bottom()));
    }

    /** Ink along an outline where it does not face the light; nothing in the far plane. */
    void contour(Shape path, double depth) {
        double width = inkWidth(depth);
        if (width > 0) {
            easel.contour(path, Ink.of(inkTone(depth), width), rig.from().x(), -rig.from().y());
        }
    }

    /** Single strokes. */
    void ink(Shape path, double depth, double strength) {
        double width = inkWidth(depth) * strength;
        if (width > 0) {
            easel.ink(path, Ink.of(inkTone(depth), width).overshoot(depth < 8 ? 3 : 0));
        }
    }

    private Tone inkTone(double depth) {
        return rig.through(palette.ink(), depth - stage.distance());
    }

    private double inkWidth(double depth) {
        double metre = stage.focal() / Math.max(.3, depth);
        return metre < 14 || setup.close() > .55 && depth > 2.5 ? 0 : Math.clamp(.9 + metre / 190, 1, 2.8);
    }

    /** A straight line in the set, cut before the camera; empty when wholly behind it. */
    Path2D line(Spot a, Spot b) {
        double da = stage.depth(a.x(), a.z()) - .35;
        double db = stage.depth(b.x(), b.z()) - .35;
        Path2D path = new Path2D.Double();
        if (da <= 0 && db <= 0) {
            return path;
        }
        Point2D p = at(da > 0 ? a : between(b, a, db / (db - da)));
        Point2D q = at(db > 0 ? b : between(a, b, da / (da - db)));
        path.moveTo(p.getX(), p.getY());
        path.lineTo(q.getX(), q.getY());
        return path;
    }

    Path2D floorLine(double x0, double z0, double x1, double z1) {
        return line(new Spot(x0, 0, z0), new Spot(x1, 0, z1));
    }

    /** Whether any of it lies on the board and is large enough to be worth a brush. */
    boolean shows(Shape path) {
        Extent b = Extent.of(path);
        return b.right() > -60 && b.left() < easel.width() + 60 && b.bottom() > -60 && b.top() < 780
                && Math.max(b.right() - b.left(), b.bottom() - b.top()) > SMALLEST;
    }

    Point2D at(Spot spot) {
        return stage.at(spot.x(), spot.y(), spot.z());
    }

    /** Where the camera stands across the place: what it sees the left side of. */
    double eyeX() {
        return (stage.vanishX() - stage.markX()) * stage.distance() / stage.focal() * Math.cos(stage.yaw())
                + stage.distance() * Math.sin(stage.yaw());
    }

    /** How far before the mark the camera stands. */
    double eyeZ() {
        return -stage.distance() * Math.cos(stage.yaw());
    }

    /** Whether shots so close that nothing small in the background survives the lens. */
    boolean soft() {
        return setup.close() > .55;
    }

    private Spot towardsCamera(Spot a, Spot b, Spot c) {
        double ux = b.x() - a.x();
        double uy = b.y() - a.y();
        double uz = b.z() - a.z();
        double vx = c.x() - a.x();
        double vy = c.y() - a.y();
        double vz = c.z() - a.z();
        Spot n = Rig.unit(uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx);
        double facing = n.x() * (eyeX() - a.x()) + n.y() * (stage.cameraHeight() - a.y()) + n.z() * (eyeZ() - a.z());
        return facing >= 0 ? n : new Spot(-n.x(), -n.y(), -n.z());
    }

    /** The spot itself, or the one beside it that still lies before the camera. */
    private Spot ahead(Spot spot) {
        double missing = .5 - stage.depth(spot.x(), spot.z());
        return missing <= 0
                ? spot
                : new Spot(spot.x() - missing * Math.sin(stage.yaw()), spot.y(),
                        spot.z() + missing * Math.cos(stage.yaw()));
    }

    private static double[] xyz(Spot... spots) {
        return Arrays.stream(spots).flatMapToDouble(s -> Arrays.stream(new double[]{s.x(), s.y(), s.z()})).toArray();
    }

    private static Spot middle(Spot a, Spot b) {
        return between(a, b, .5);
    }

    static Spot between(Spot a, Spot b, double t) {
        return new Spot(a.x() + (b.x() - a.x()) * t, a.y() + (b.y() - a.y()) * t, a.z() + (b.z() - a.z()) * t);
    }

    private static double apart(Tone a, Tone b) {
        return Math.abs(a.value() - b.value());
    }

    /** Bounds as edges. */
    record Extent(double left, double top, double right, double bottom) {
        static Extent of(Shape shape) {
            Rectangle2D b = shape.getBounds2D();
            return new Extent(b.getMinX(), b.getMinY(), b.getMaxX(), b.getMaxY());
        }
    }
}
