package org.filmwright.generate.draft.places;

import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.SplittableRandom;
import org.filmwright.generate.draft.paint.Ink;
import org.filmwright.generate.draft.paint.Spline;
import org.filmwright.generate.draft.paint.Tone;
import org.filmwright.generate.draft.paint.Wash;
import org.filmwright.generate.draft.stage.Stage.Spot;

/** Trees of four habits, hedges and fences. */
final class Trees {
    /** How a tree grows. */
    enum Habit {
        ROUND, PINE, POPLAR, BARE
    }

    private Trees() {}

    /** The tree of this place: the same in every shot. */
    static Habit habit(Carpenter set) {
        Habit[] all = Habit.values();
        return all[set.signature().pick("trees", Ground.snowing(set) ? 2 : all.length)];
    }

    static Tone leaves(Carpenter set) {
        double hue = set.signature().between("leaf", 62, 130);
        Tone base = set.palette().middle().mix(set.palette().near(), .25);
        return base.lit(Tone.hsv(hue, .2, 1)).ofValue(base.value());
    }

    /** A tree on the ground at x, z. */
    static void tree(Carpenter set, double x, double z, double high, Habit habit) {
        double depth = set.stage().depth(x, z);
        if (depth < 1.5) {
            return;
        }
        Point2D foot = set.stage().at(x, 0, z);
        double m = set.stage().metre(x, z) * high;
        if (foot.getX() + m < -80 || foot.getX() - m > set.easel().width() + 80) {
            return;
        }
        SplittableRandom random = new SplittableRandom(Double.hashCode(x * 31 + z) ^ set.signature().seed());
        set.shadow(x - high * .12, z - .2, x + high * .12, z + .2, high * .3);
        trunk(set, foot, m, x, z, habit);
        switch (habit) {
            case ROUND -> crown(set, foot, m, x, z, random, new double[]{.62, .34, .26});
            case POPLAR -> crown(set, foot, m, x, z, random, new double[]{.55, .13, .42});
            case PINE -> pine(set, foot, m, x, z, random);
            case BARE -> branches(set, foot, m, x, z, random);
        }
    }

    private static void trunk(Carpenter set, Point2D foot, double m, double x, double z, Habit habit) {
        double w = m * (habit == Habit.PINE ? .022 : .034);
        double top = foot.getY() - m * (habit == Habit.BARE ? .62 : .55);
        Shape trunk = new Spline().corner(foot.getX() - w * 1.9, foot.getY())
                .at(foot.getX() - w, foot.getY() - m * .12)
                .corner(foot.getX() - w * .6, top)
                .corner(foot.getX() + w * .6, top)
                .at(foot.getX() + w, foot.getY() - m * .12)
                .corner(foot.getX() + w * 1.9, foot.getY())
                .closed();
        Tone bark = set.palette().near().mix(set.palette().middle(), .25);
        Tone lit = set.seen(bark, new Spot(x, 2, z), Rig.unit(set.rig().from().x(), 0, -.5));
        Tone dark = set.far(bark.times(.7), x, z);
        double side = set.rig().from().x() < 0 ? -1 : 1;
        set.easel()
                .wash(trunk,
                        Wash.of(lit, dark).along(foot.getX() + side * w, 0, foot.getX() - side * w, 0).streak(90, .15));
        set.contour(trunk, set.stage().depth(x, z));
    }

    private static void crown(Carpenter set, Point2D foot, double m, double x, double z, SplittableRandom random,
            double[] form) {
        Tone leaf = Ground.snowing(set) ? Ground.snow(set).mix(leaves(set), .35) : leaves(set);
        Tone lit = set.seen(leaf.times(1.18), new Spot(x, 4, z), Rig.unit(set.rig().from().x(), .8, -.4));
        Tone dark = set.far(leaf.times(.62), x, z);
        double cy = foot.getY() - m * form[0];
        Area mass = new Area();
        int n = 9;
        for (int i = 0; i < n; i++) {
            double turn = 2 * Math.PI * i / n;
            double px = foot.getX() + form[1] * m * .62 * Math.cos(turn) * random.nextDouble(.7, 1.1);
            double py = cy + form[2] * m * .68 * Math.sin(turn) * random.nextDouble(.7, 1.1);
            mass.add(new Area(clump(px, py, form[1] * m * .48, form[2] * m * .42, random)));
        }
        mass.add(new Area(clump(foot.getX(), cy, form[1] * m * .7, form[2] * m * .7, random)));
        double side = set.rig().from().x() < 0 ? -1 : 1;
        Point2D from = new Point2D.Double(foot.getX() + side * form[1] * m * .7, cy - form[2] * m * .6);
        Point2D to = new Point2D.Double(foot.getX() - side * form[1] * m * .6, cy + form[2] * m * .7);
        set.easel()
                .wash(mass,
                        Wash.of(lit.mix(dark, .35), dark)
                                .along(from.getX(), from.getY(), to.getX(), to.getY())
                                .displace(4)
                                .bloom(.16)
                                .streak(70, .06));
        set.contour(mass, set.stage().depth(x, z));
        int clumps = set.stage().depth(x, z) < 24 && !set.soft() ? 8 : 3;
        for (int i = clumps - 1; i >= 0; i--) {
            double across = random.nextDouble(-.62, .62) * form[1] * m;
            double up = (.55 - 1.1 * i / clumps) * form[2] * m + random.nextDouble(-.1, .1) * m * form[2];
            double facing = .5 + .5 * (side * across / (form[1] * m) - up / (form[2] * m));
            Tone top = dark.mix(lit.times(1.1), Math.clamp(facing, .1, 1));
            double rx = form[1] * m * random.nextDouble(.2, .34);
            double ry = form[2] * m * random.nextDouble(.16, .26);
            double px = foot.getX() + across;
            double py = cy + up;
            set.easel()
                    .wash(clump(px, py, rx, ry, random),
                            Wash.of(top, top.mix(dark, .75))
                                    .along(px + side * rx, py - ry, px - side * rx, py + ry)
                                    .displace(3)
                                    .streak(70, .05)
                                    .opacity(.85));
        }
    }

    private static Shape clump(double x, double y, double rx, double ry, SplittableRandom random) {
        Spline spline = new Spline();
        for (int i = 0; i < 8; i++) {
            double turn = 2 * Math.PI * i / 8;
            double far = random.nextDouble(.8, 1.15);
            spline.at(x + rx * far * Math.cos(turn), y + ry * far * Math.sin(turn));
        }
        return spline.closed();
    }

    private static void pine(Carpenter set, Point2D foot, double m, double x, double z, SplittableRandom random) {
        Tone leaf = leaves(set).times(.8);
        Path2D all = new Path2D.Double();
        int tiers = 6;
        for (int i = 0; i < tiers; i++) {
            double low = foot.getY() - m * (.14 + .13 * i);
            double half = m * (.2 - .026 * i);
            Spline tier = new Spline().corner(foot.getX(), low - m * .24);
            for (int k = 0; k <= 6; k++) {
                double t = 1 - k / 3.0;
                tier.corner(foot.getX() + half * t,
                        low + (k % 2 == 0 ? m * .02 : -m * .015) + random.nextDouble(-.01, .01) * m);
            }
            all.append(tier.closed(), false);
        }
        Tone lit = set.seen(leaf, new Spot(x, 4, z), Rig.unit(set.rig().from().x(), .4, -.6));
        Tone dark = set.far(leaf.times(.6), x, z);
        double side = set.rig().from().x() < 0 ? -1 : 1;
        set.easel()
                .wash(all,
                        Wash.of(lit, dark)
                                .along(foot.getX() + side * m * .15, 0, foot.getX() - side * m * .15, 0)
                                .displace(2));
        if (Ground.snowing(set)) {
            set.easel().rim(set.easel().mask(all), side * .4, -1, 6, Ground.snow(set), .9);
        }
        set.contour(all, set.stage().depth(x, z) * 1.4);
    }

    private static void branches(Carpenter set, Point2D foot, double m, double x, double z, SplittableRandom random) {
        Tone tone = set.far(set.palette().near(), x, z);
        Path2D all = new Path2D.Double();
        grow(all, foot.getX(), foot.getY() - m * .5, -90, m * .24, 4, random);
        set.easel().ink(all, Ink.of(tone, Math.clamp(m * .012, 1.2, 6)).dry(.02));
    }

    private static void grow(Path2D all, double x, double y, double degrees, double length, int left,
            SplittableRandom random) {
        if (left == 0) {
            return;
        }
        for (int i = 0; i < 3; i++) {
            double turn = Math.toRadians(degrees + (i - 1) * random.nextDouble(22, 42));
            double nx = x + length * Math.cos(turn) * random.nextDouble(.7, 1.1);
            double ny = y + length * Math.sin(turn) * random.nextDouble(.7, 1.1);
            all.append(Spline.line(x, y, (x + nx) / 2 + length * .06, (y + ny) / 2, nx, ny), false);
            grow(all, nx, ny, Math.toDegrees(turn), length * .66, left - 1, random);
        }
    }

    /** A wooden fence across the place at depth z. */
    static void fence(Carpenter set, double x0, double x1, double z) {
        Tone wood = set.palette().near().mix(set.palette().middle(), .5);
        Flat flat = Flat.back(set.stage(), z);
        set.flat(flat, wood, x0, .35, x1, .45);
        set.flat(flat, wood, x0, .8, x1, .9);
        for (double x = x0; x <= x1; x += 1.6) {
            double lean = set.signature().between("post" + x, -.06, .06);
            set.post(wood.times(.9), x + lean, z - .05, .06, 0, 1.15);
        }
    }
}
