package org.filmwright.generate.draft.places;

import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import org.filmwright.generate.draft.paint.Ink;
import org.filmwright.generate.draft.paint.Plane;
import org.filmwright.generate.draft.paint.Spline;
import org.filmwright.generate.draft.paint.Tone;
import org.filmwright.generate.draft.paint.Wash;
import org.filmwright.generate.draft.stage.Stage.Spot;

/** Ships: moored beside a quay, far out on the water, and the deck underfoot. */
final class Ships {
    private Ships() {}

    private static boolean ferry(Carpenter set) {
        return set.setup().words().matches(".*\\b(ferry|liner|steamer|cruise)\\b.*");
    }

    /** A ship lying along the depth at x, bow to the camera's far left: hull in perspective, bridge with lit windows. */
    static void moored(Carpenter set, double x, double z, double water) {
        set.easel().plane(Plane.MIDDLE);
        Flat side = new Flat(set.stage(), new Spot(x, water, z), .78, .62);
        Tone hull = set.palette().middle().mix(set.palette().near(), .35);
        Path2D body = side.poly(2.2, 0, 1, 3, -1.2, 7.2, 8, 6, 46, 6, 46, 0);
        double depth = side.depth(12);
        Tone dark = set.seen(hull, side.spot(2, 3), Rig.unit(-.6, 0, -.8));
        Tone pale = set.seen(hull, side.spot(40, 3), Rig.unit(-.6, 0, -.8));
        Point2D bow = side.at(0, 3);
        Point2D stern = side.at(46, 3);
        house(set, side);
        set.easel().wash(body, Wash.of(dark, pale).along(bow.getX(), 0, stern.getX(), 0).streak(90, .16));
        set.easel()
                .wash(side.poly(2.2, 0, 1.9, .9, 46, .9, 46, 0),
                        Wash.flat(set.far(Tone.hex(0x6E3B34).ofValue(hull.value() * .8), x, z)).opacity(.7));
        set.contour(body, depth);
        set.ink(side.line(-.8, 6.5, 8, 5.4), depth, 1);
        set.ink(side.line(8, 5.4, 46, 5.4), depth, .8);
        Point2D eye = side.at(1.6, 4.6);
        double r = .35 * set.stage().metre(x, z);
        set.easel()
                .wash(new Ellipse2D.Double(eye.getX() - r * .7, eye.getY() - r, 1.4 * r, 2 * r),
                        Wash.flat(set.palette().near()));
        Point2D quay = set.stage().at(x - 5, .3, 5);
        set.easel()
                .ink(Spline.line(eye.getX(), eye.getY(), (eye.getX() + quay.getX()) / 2,
                        (eye.getY() + quay.getY()) / 2 + 26, quay.getX(), quay.getY()),
                        Ink.of(set.palette().ink(), 3.4).dry(.1));
        waterline(set, side);
    }

    private static void waterline(Carpenter set, Flat side) {
        Path2D foot = side.poly(1.5, -.8, 1.5, .25, 46, .25, 46, -2.4);
        set.easel().shade(foot, Tone.BLACK, 9, .45);
        if (set.palette().mood().dark()) {
            for (int i = 0; i < 5; i++) {
                Spot at = side.spot(11 + i * 5, 0);
                Ground.streaks(set, at.x(), at.z(), set.palette().lamp().times(.9));
            }
        }
    }

    private static void house(Carpenter set, Flat side) {
        Tone white = set.palette().far().mix(set.palette().light(), set.palette().mood().dark() ? .05 : .3);
        double base = 6;
        int decks = ferry(set) ? 3 : 4;
        double start = ferry(set) ? 9 : 24;
        for (int i = 0; i < decks; i++) {
            double u0 = start + i * (ferry(set) ? 2.2 : 1.4);
            double v0 = base + i * 2.6;
            set.flat(side, white.times(1 - .04 * i), u0, v0, 46, v0 + 2.6);
            set.flat(side.out(.1), white.times(.72), u0 - .6, v0 + 2.4, 46, v0 + 2.65);
            windows(set, side, u0 + 1, v0 + .9, i == decks - 1);
        }
        double funnel = base + decks * 2.6;
        set.flat(side, set.palette().near(), 33, funnel, 38, funnel + 4);
        set.ink(side.line(start + 8, funnel, start + 8, funnel + 5), 20, 1);
        if (!ferry(set)) {
            cargo(set, side);
        }
    }

    private static void cargo(Carpenter set, Flat side) {
        for (int i = 0; i < 5; i++) {
            Tone box = Interiors.tinted(set, set.palette().middle(), "cargo" + i);
            double u = 8 + i % 3 * 4.6;
            double v = i < 3 ? 6 : 8.2;
            set.flat(side, box, u, v, u + 4.4, v + 2.1);
        }
    }

    private static void windows(Carpenter set, Flat side, double u0, double v, boolean wheelhouse) {
        Path2D lit = new Path2D.Double();
        Path2D dim = new Path2D.Double();
        boolean night = set.palette().mood().dark();
        int n = 0;
        for (double u = u0; u < 45; u += wheelhouse ? 1.3 : 1.8, n++) {
            boolean on = night
                    ? !set.signature().likely("port" + v + n, .12)
                    : set.signature().likely("port" + v + n, .08);
            (on ? lit : dim).append(side.out(.1).quad(u, v, u + .9, v + 1), false);
        }
        set.easel().wash(dim, Wash.flat(set.far(set.palette().near(), side.origin().x(), side.origin().z())));
        if (lit.getCurrentPoint() != null) {
            Tone warm = set.palette().lamp();
            set.easel().wash(lit, Wash.flat(warm));
            set.easel().lift(lit, warm, night ? 14 : 5, night ? .6 : .3);
        }
    }

    /** A ship out on the water, small and dark against the light, with its wake. */
    static void sailing(Carpenter set, double z) {
        set.easel().plane(Plane.MIDDLE);
        double way = set.signature().likely("way", .5) ? 1 : -1;
        Flat flat = new Flat(set.stage(), new Spot(set.signature().between("ship", -2, 5), 0, z), way, 0);
        Tone dark = set.far(set.palette().near(), 0, z * .6);
        Path2D all = new Path2D.Double();
        all.append(flat.poly(-16, 0, -18, 4.4, -14, 4, 17, 3.6, 20, 5.2, 16, 0), false);
        all.append(flat.quad(-14, 3.6, 12, 6.4), false);
        all.append(flat.quad(-12, 6.4, 9, 9), false);
        all.append(flat.quad(0, 9, 8, 11.4), false);
        all.append(flat.poly(-6, 9, -5.6, 13.6, -2.2, 13.6, -1.8, 9), false);
        all.append(flat.quad(5.8, 11, 6.1, 16), false);
        Point2D foot = flat.at(0, 0);
        set.easel()
                .wash(all, Wash.of(dark, dark.mix(set.rig().air().tone(), .25))
                        .vertical(flat.at(0, 14).getY(), foot.getY()));
        smoke(set, flat);
        Path2D windows = new Path2D.Double();
        for (int i = 0; i < 14; i++) {
            windows.append(flat.quad(-12.5 + i * 1.7, 4.4, -11.6 + i * 1.7, 5.4), false);
            if (i < 11) {
                windows.append(flat.quad(-11 + i * 1.75, 7, -10.1 + i * 1.75, 8), false);
            }
        }
        set.easel().wash(windows, Wash.flat(set.palette().lamp()).opacity(set.palette().mood().dark() ? .95 : .5));
        double m = set.stage().metre(0, z);
        set.easel()
                .shade(new Ellipse2D.Double(foot.getX() - 19 * m, foot.getY() - m * .2, 38 * m, 2.6 * m), Tone.BLACK, 4,
                        .4);
        Path2D wake = new Path2D.Double();
        for (int i = 0; i < 7; i++) {
            double u = -16 - i * 6;
            Point2D a = flat.at(u, -.5 - i * .5);
            wake.append(new Ellipse2D.Double(a.getX() - 4 * m, a.getY(), 8 * m, Math.max(1.4, .3 * m)), false);
        }
        set.easel().wash(wake, Wash.flat(set.palette().light()).opacity(.6).displace(2));
    }

    private static void smoke(Carpenter set, Flat flat) {
        Point2D a = flat.at(-4, 13.8);
        Point2D b = flat.at(-14, 17);
        Point2D c = flat.at(-28, 19);
        Shape plume = Spline.blob(a.getX(), a.getY(), b.getX(), b.getY() - 6, c.getX(), c.getY() - 8, c.getX(),
                c.getY() + 6, b.getX(), b.getY() + 8);
        set.easel().wash(plume, Wash.flat(set.palette().middle()).blur(8).opacity(.4).displace(8));
    }

    /** Planks underfoot, the rail before the sea, a lifeboat and the wall of the deckhouse. */
    static void deck(Carpenter set) {
        set.easel().plane(Plane.MIDDLE);
        Tone wood = set.palette().far().mix(set.palette().middle(), .45);
        double edge = 1.1;
        set.level(wood, 0, -40, set.eyeZ() + .3, 40, edge);
        Path2D planks = new Path2D.Double();
        for (double z = Math.ceil(set.eyeZ() + 1); z < edge && !set.soft(); z += .3) {
            planks.append(set.floorLine(-12, z, 12, z), false);
        }
        set.ink(planks, 10, .6);
        set.easel().wash(Flat.back(set.stage(), edge).quad(-40, 0, 40, .14), Wash.flat(set.palette().near()));
        if (set.setup().close() < .7) {
            Waterside.railing(set, new Spot(-14, 0, .6), new Spot(14, 0, .6), 1.7);
        }
        double x = set.setup().idea().third() < 0 ? 3.4 : -5.6;
        Tone wall = set.palette().far().mix(set.palette().light(), .2);
        set.box(wall, x, 0, .9, x + 2.2, 3.4, 1);
        lifeRing(set, x + 1.1);
    }

    private static void lifeRing(Carpenter set, double x) {
        Point2D p = set.stage().at(x, 1.6, .85);
        double r = .38 * set.stage().metre(x, .85);
        java.awt.geom.Area ring = new java.awt.geom.Area(
                new Ellipse2D.Double(p.getX() - r, p.getY() - r, 2 * r, 2 * r));
        ring.subtract(
                new java.awt.geom.Area(new Ellipse2D.Double(p.getX() - r * .55, p.getY() - r * .55, 1.1 * r, 1.1 * r)));
        set.easel()
                .wash(ring,
                        Wash.flat(set.palette()
                                .light()
                                .mix(Tone.hex(0xB4513C), .45)
                                .times(set.palette().mood().dark() ? .4 : .9)));
        set.contour(ring, 2);
    }
}
