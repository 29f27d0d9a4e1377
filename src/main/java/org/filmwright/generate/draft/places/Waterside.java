package org.filmwright.generate.draft.places;

import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.List;
import java.util.SplittableRandom;
import org.filmwright.generate.draft.paint.Ink;
import org.filmwright.generate.draft.paint.Plane;
import org.filmwright.generate.draft.paint.Spline;
import org.filmwright.generate.draft.paint.Tone;
import org.filmwright.generate.draft.paint.Wash;
import org.filmwright.generate.draft.stage.Mark;
import org.filmwright.generate.draft.stage.Setup;
import org.filmwright.generate.draft.stage.Stage.Spot;

/** Quays, decks, shores and bridges. */
final class Waterside {
    private static final double WATER = -1.6;

    private Waterside() {}

    static Rig quayLight(Setup setup) {
        Rig rig = Rig.outside(setup, 110);
        return Town.dark(setup)
                ? rig.with(List.of(new Rig.Bulb(new Spot(-3.6, 4.4, 5), 4, setup.palette().lamp()),
                        new Rig.Bulb(new Spot(-3.6, 4.4, 17), 4, setup.palette().lamp())))
                : rig;
    }

    static Rig openLight(Setup setup) {
        return Rig.outside(setup, 160);
    }

    /** Water over the whole board below the horizon. */
    static void sea(Carpenter set) {
        double horizon = set.stage().horizon();
        if (horizon < 760) {
            Ground.water(set, Heavens.rectangle(set, horizon, 860), horizon);
        }
    }

    /** A quay that runs away on the left, water and a moored ship on the right, cranes in the haze. */
    static void harbour(Carpenter set) {
        Heavens.sky(set);
        Heavens.ridge(set, "shore", 420, 16, .5, set.palette().far());
        set.easel().plane(Plane.FAR);
        for (double[] c : new double[][]{{-34, 95}, {24, 150}, {-78, 120}, {64, 190}}) {
            crane(set, c[0] + set.signature().between("crane" + c[0], -8, 8), c[1]);
        }
        sea(set);
        Ground.mist(set, 120, 60);
        double edge = set.signature().between("edge", 2.2, 3.2);
        Ships.moored(set, edge + 1.6, 15, WATER);
        Ground.mist(set, 30);
        quay(set, edge);
        shed(set);
        if (Town.dark(set.setup())) {
            Town.lamp(set, -3.6, 17, 4.4);
            Town.lamp(set, -3.6, 5, 4.4);
        }
        rail(set, edge);
    }

    private static void quay(Carpenter set, double edge) {
        set.easel().plane(Plane.MIDDLE);
        Tone stone = Ground.snowing(set) ? Ground.snow(set) : set.palette().middle();
        set.flat(Flat.side(set.stage(), edge), stone.times(.55), set.eyeZ() + .4, WATER, 60, 0);
        set.level(stone, 0, -60, set.eyeZ() + .4, edge, 60);
        set.level(stone.times(1.12), 0, edge - .35, set.eyeZ() + .4, edge, 60);
        if (!set.soft()) {
            Ground.slabs(set, -11, edge, 50, 2.4);
            set.ink(set.floorLine(edge - .35, set.eyeZ() + .5, edge - .35, 60), 8, .9);
        }
        for (double x : new double[]{-1.9, -1}) {
            set.easel()
                    .wash(set.stage().floor(x, set.eyeZ() + .4, x + .05, 50),
                            Wash.flat(set.palette().ink()).opacity(.8).displace(.5));
        }
        Ground.puddles(set, 7, -6, edge - .6);
        if (Ground.raining(set)) {
            Ground.wet(set, 50, .3);
        }
        for (double z = 6; z < 40; z += 8) {
            bollard(set, edge - .5, z);
        }
    }

    private static void bollard(Carpenter set, double x, double z) {
        Furniture.barrel(set, set.palette().near(), x, z, .17, .5);
        set.post(set.palette().near(), x, z, .26, .38, .5);
    }

    /** A warehouse on the quay; one window burns at night. */
    private static void shed(Carpenter set) {
        set.easel().plane(Plane.FAR);
        Tone wall = set.palette().middle().mix(set.palette().near(), .2);
        double x = -22;
        set.box(wall, x, 0, 30, x + 11, 7, 58);
        Flat front = Flat.back(set.stage(), 30);
        Shape gable = front.poly(x - .5, 7, x + 5.5, 10, x + 11.5, 7);
        set.shape(gable, set.seen(wall.times(.9), front.spot(x, 8), Carpenter.FRONT));
        set.flat(front, set.palette().near(), x + 3.5, 0, x + 7.5, 4);
        if (Town.dark(set.setup())) {
            Fittings.glowing(set, front, x + 8.4, 3, 1.3, 1.6, set.palette().lamp());
        }
    }

    /** A railing under the hands of whoever leans, running from the glass into the distance. */
    private static void rail(Carpenter set, double edge) {
        for (Mark mark : set.setup().marks()) {
            if (mark.support() == Mark.Support.RAIL) {
                double x = mark.x() + .30 * mark.facing();
                railing(set, new Spot(x + .25 * mark.facing(), 0, -1.5),
                        new Spot(Math.min(edge, x - .6 * mark.facing()), 0, 12), 1.6);
            }
        }
    }

    /** Posts and two rails between two spots of the floor. */
    static void railing(Carpenter set, Spot a, Spot b, double gap) {
        double length = Math.hypot(b.x() - a.x(), b.z() - a.z());
        Path2D bars = new Path2D.Double();
        int n = (int) Math.max(1, length / gap);
        for (int i = 0; i <= n; i++) {
            Spot p = Carpenter.between(a, b, (double) i / n);
            set.post(set.palette().near(), p.x(), p.z(), .035, p.y(), p.y() + 1.05);
        }
        for (double h : new double[]{.5, 1.05}) {
            double thick = h > 1 ? .05 : .03;
            bars.append(set.stage()
                    .face(a.x(), a.y() + h - thick, a.z(), b.x(), b.y() + h - thick, b.z(), b.x(), b.y() + h + thick,
                            b.z(), a.x(), a.y() + h + thick, a.z()),
                    false);
        }
        Spot middle = Carpenter.between(a, b, .5);
        Tone iron = set.seen(set.palette().near().mix(set.palette().middle(), .3), middle, Carpenter.UP);
        set.easel().wash(bars, Wash.flat(iron).displace(.8));
        set.easel().rim(set.easel().mask(bars), 0, -1, 3, set.palette().light(), .7);
    }

    /** A cantilever crane: legs, beam, mast, stays. */
    private static void crane(Carpenter set, double x, double z) {
        Flat flat = Flat.back(set.stage(), z);
        Tone tone = set.far(set.palette().middle(), x, z).mix(set.palette().middle(), .25);
        Path2D all = new Path2D.Double();
        for (double leg : new double[]{-6, 6}) {
            all.append(flat.poly(x + leg - .9, 0, x + leg + .9, 0, x + leg * .7 + .8, 27, x + leg * .7 - .8, 27),
                    false);
        }
        all.append(flat.quad(x - 6, 11, x + 6, 12), false);
        all.append(flat.quad(x - 7, 25, x + 7, 27), false);
        int way = set.signature().likely("way" + x, .5) ? 1 : -1;
        all.append(flat.poly(x - way * 16, 27, x + way * 34, 30, x + way * 34, 31.4, x - way * 16, 28.6), false);
        all.append(flat.poly(x - 3, 26, x - .8, 46, x + .8, 46, x + 3, 26), false);
        all.append(flat.quad(x + way * 22 - 2, 17, x + way * 22 + 2, 19), false);
        set.easel()
                .wash(all,
                        Wash.of(tone, tone.mix(set.rig().air().tone(), .35))
                                .displace(.8)
                                .vertical(flat.at(x, 46).getY(), flat.at(x, 0).getY()));
        Path2D stays = new Path2D.Double();
        stays.append(flat.line(x, 46, x + way * 32, 31), false);
        stays.append(flat.line(x, 46, x + way * 16, 30), false);
        stays.append(flat.line(x, 46, x - way * 15, 28.6), false);
        stays.append(flat.line(x + way * 22 - 1, 30, x + way * 22 - 1, 19), false);
        stays.append(flat.line(x + way * 22 + 1, 30, x + way * 22 + 1, 19), false);
        set.easel().ink(stays, Ink.of(tone, 1.6).dry(.02));
    }

    /** The open sea; with people it is seen from a deck along its rail, else the ship itself is the subject. */
    static void openSea(Carpenter set) {
        Heavens.sky(set);
        Heavens.ridge(set, "coast", 900, 26, .4, set.palette().far().mix(set.palette().horizon(), .4));
        sea(set);
        Ground.mist(set, 140, 60);
        if (aboard(set.setup())) {
            Ships.deck(set);
        } else {
            Ships.sailing(set, 70);
        }
    }

    private static boolean aboard(Setup setup) {
        return !setup.staging().people().isEmpty() || setup.words().matches(".*\\b(deck|rail|railing|aboard)\\b.*");
    }

    /** Sand, surf in long lines, the sea, a headland. */
    static void beach(Carpenter set) {
        Heavens.sky(set);
        Heavens.ridge(set, "headland", 600, 60, .3, set.palette().far());
        sea(set);
        set.easel().plane(Plane.MIDDLE);
        double surf = 8;
        Tone sand = Ground.snowing(set)
                ? Ground.snow(set)
                : set.palette().far().mix(Tone.hex(0xE2B878), .6).ofValue(set.palette().far().value());
        Shape shore = shoreLine(set, surf);
        double top = shore.getBounds2D().getMinY();
        set.easel()
                .wash(shore,
                        Wash.of(set.seen(sand.times(.8), new Spot(0, 0, 14), Carpenter.UP),
                                set.seen(sand, new Spot(0, 0, 0), Carpenter.UP))
                                .vertical(top, top + 90)
                                .streak(3, .12)
                                .bloom(.12));
        for (double z : new double[]{13, 19, 30}) {
            foam(set, z);
        }
        Ground.tufts(set, 50, 9, set.far(set.palette().near(), 0, 2));
        Ground.mist(set, 50, 18);
        rocks(set, 5, 4, 8);
    }

    private static Shape shoreLine(Carpenter set, double z) {
        Spline spline = new Spline();
        spline.corner(-2200, 900);
        for (int i = -8; i <= 8; i++) {
            double lean = set.signature().likely("bay", .5) ? 1 : -1;
            Point2D p = set.stage()
                    .at(i * 5, 0, Math.max(3.5, z + lean * i * 1.5) + set.signature().between("surf" + i, -1, 1));
            spline.at(p.getX(), p.getY());
        }
        return spline.corner(3400, 900).closed();
    }

    private static void foam(Carpenter set, double z) {
        Path2D lines = new Path2D.Double();
        for (int i = -9; i < 9; i++) {
            if (!set.signature().likely("foam" + z + i, .3)) {
                Point2D a = set.stage().at(i * z * .25, 0, z + set.signature().between("fa" + i, -1, 1));
                Point2D b = set.stage().at((i + 1.3) * z * .25, 0, z + set.signature().between("fb" + i, -1, 1));
                double high = 60 / z;
                lines.append(Ground.lens((a.getX() + b.getX()) / 2, (a.getY() + b.getY()) / 2,
                        Math.abs(b.getX() - a.getX()) / 2, high), false);
            }
        }
        set.easel()
                .wash(lines,
                        Wash.flat(set.palette()
                                .light()
                                .mix(set.palette().horizon(), set.palette().mood().dark() ? .75 : .3))
                                .opacity(.75)
                                .displace(4));
    }

    /** Boulders at the sides of the stage. */
    static void rocks(Carpenter set, double x, double z0, double z1) {
        SplittableRandom random = set.setup().place();
        for (int i = 0; i < 6; i++) {
            double rx = (i % 2 == 0 ? 1 : -1) * (x + random.nextDouble(0, 4));
            double rz = z0 + (z1 - z0) * (5 - i) / 6;
            rock(set, rx, rz, random.nextDouble(.5, 1.3), random);
        }
    }

    static void rock(Carpenter set, double x, double z, double r, SplittableRandom random) {
        if (set.stage().depth(x, z) < .8) {
            return;
        }
        set.shadow(x - r, z - r * .4, x + r, z + r * .4, r);
        Point2D foot = set.stage().at(x, 0, z);
        double m = r * set.stage().metre(x, z);
        Shape stone = new Spline().corner(foot.getX() - 1.1 * m, foot.getY())
                .at(foot.getX() - m, foot.getY() - m * random.nextDouble(.3, .6))
                .at(foot.getX() - .3 * m, foot.getY() - m * random.nextDouble(.8, 1.1))
                .at(foot.getX() + .5 * m, foot.getY() - m * random.nextDouble(.6, .9))
                .at(foot.getX() + 1.05 * m, foot.getY() - m * .3)
                .corner(foot.getX() + 1.1 * m, foot.getY())
                .closed();
        Tone light = set.seen(set.palette().middle(), new Spot(x, r, z), Rig.unit(set.rig().from().x(), 1, -.4));
        Tone dark = set.far(set.palette().near(), x, z);
        double side = Math.signum(set.rig().from().x());
        set.easel()
                .wash(stone, Wash.of(light, dark)
                        .along(foot.getX() + side * m, foot.getY() - m, foot.getX() - side * m, foot.getY()));
        set.contour(stone, set.stage().depth(x, z));
    }

    /** A bridge underfoot, its railings and lamps running to the far bank; towers or arches above. */
    static void bridge(Carpenter set) {
        Heavens.sky(set);
        set.easel().plane(Plane.FAR);
        Skyline.city(set, 130, 26);
        sea(set);
        Ground.mist(set, 110, 55);
        set.easel().plane(Plane.MIDDLE);
        double half = 3.4;
        double far = 55;
        Tone deck = Ground.snowing(set) ? Ground.snow(set) : set.palette().middle();
        tower(set, half, 30);
        set.level(deck, 0, -half, set.eyeZ() + .4, half, far);
        Ground.slabs(set, -half, half, far, 1.7);
        if (Ground.raining(set)) {
            Ground.wet(set, far, .3);
        }
        cables(set, half, 30);
        for (double x : new double[]{-half, half}) {
            parapet(set, x, far);
        }
        gate(set, half);
        for (double z = 26; z > 2; z -= 11) {
            Town.lamp(set, -half + .3, z, 3.8);
            Town.lamp(set, half - .3, z, 3.8);
        }
        Ground.mist(set, 24, 9);
    }

    private static void parapet(Carpenter set, double x, double far) {
        Tone iron = set.palette().near().mix(set.palette().middle(), .25);
        double z0 = set.eyeZ() + .5;
        set.flat(Flat.side(set.stage(), x), iron, z0, .98, far, 1.12);
        set.flat(Flat.side(set.stage(), x), iron, z0, .08, far, .2);
        Path2D bars = new Path2D.Double();
        for (double z = Math.ceil(z0); z < 24 && !set.soft(); z += .34) {
            bars.append(set.line(new Spot(x, .1, z), new Spot(x, 1.05, z)), false);
        }
        set.ink(bars, 5, .9);
    }

    private static void tower(Carpenter set, double half, double z) {
        Tone stone = set.palette().middle().mix(set.palette().far(), .4);
        for (double x : new double[]{-half - 1.3, half}) {
            set.box(stone, x, -6, z, x + 1.3, 16, z + 2);
        }
        Flat flat = Flat.back(set.stage(), z);
        set.flat(flat, stone, -half - 1.3, 12.6, half + 1.3, 15);
        set.shape(flat.poly(-half - 1.6, 16, 0, 18.5, half + 1.6, 16), set.far(stone.times(.85), 0, z));
        set.flat(flat, stone.times(.9), -half - 1.5, 15, half + 1.5, 16);
    }

    private static void cables(Carpenter set, double half, double z) {
        Path2D lines = new Path2D.Double();
        for (double x : new double[]{-half - .4, half + .4}) {
            for (int i = 0; i < 9; i++) {
                double a = z * (1 - i / 9.0);
                double b = z * (1 - (i + 1) / 9.0);
                lines.append(set.line(new Spot(x, sag(a, z), a), new Spot(x, sag(b, z), b)), false);
                lines.append(set.line(new Spot(x, 1, b), new Spot(x, sag(b, z), b)), false);
            }
        }
        set.easel().ink(lines, Ink.of(set.far(set.palette().near(), 0, 14), 2));
    }

    private static double sag(double z, double tower) {
        double t = z / tower;
        return 3 + 12 * t * t;
    }

    /** A barred gate across the far end when the script speaks of one. */
    private static void gate(Carpenter set, double half) {
        if (!set.setup().words().matches(".*\\b(gate|gates|barrier)\\b.*")) {
            return;
        }
        double z = 3.2;
        Path2D bars = new Path2D.Double();
        Flat flat = Flat.back(set.stage(), z);
        for (double u = -half; u <= half; u += .22) {
            bars.append(flat.quad(u - .02, 0, u + .02, 2.5), false);
        }
        for (double v : new double[]{.2, 1.3, 2.4}) {
            bars.append(flat.quad(-half, v - .04, half, v + .04), false);
        }
        set.easel().wash(bars, Wash.flat(set.far(set.palette().ink(), 0, z)).displace(.7));
        Point2D lock = flat.at(0, 1.2);
        double r = .12 * set.stage().metre(0, z);
        set.easel()
                .wash(new Ellipse2D.Double(lock.getX() - r, lock.getY() - r, 2 * r, 2.4 * r),
                        Wash.flat(set.palette().near()));
    }
}
