package org.filmwright.generate.draft.places;

import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.SplittableRandom;
import org.filmwright.base.Weather;
import org.filmwright.generate.draft.paint.Ink;
import org.filmwright.generate.draft.paint.Plane;
import org.filmwright.generate.draft.paint.Spline;
import org.filmwright.generate.draft.paint.Tone;
import org.filmwright.generate.draft.paint.Wash;
import org.filmwright.generate.draft.stage.Setup;
import org.filmwright.generate.draft.stage.Stage.Spot;

/** Landscapes: forest, field, hill, mountain, desert, garden, cave. */
final class Country {
    private Country() {}

    static Rig wideLight(Setup setup) {
        return Rig.outside(setup, 220);
    }

    static Rig closeLight(Setup setup) {
        return Rig.outside(setup, 48);
    }

    static Tone grass(Carpenter set) {
        Tone base = set.palette().middle().mix(set.palette().far(), .35);
        return base.lit(Tone.hsv(set.signature().between("grass", 58, 105), .2, 1)).ofValue(base.value());
    }

    /** Trunks one behind the other into the haze, roots and ferns, light falling through. */
    static void forest(Carpenter set) {
        Heavens.sky(set);
        Heavens.ridge(set, "wood", 320, 46, 1.2, Trees.leaves(set));
        Ground.open(set, grass(set).times(.8));
        set.easel().plane(Plane.FAR);
        Trees.Habit habit = Trees.habit(set);
        SplittableRandom random = set.setup().place();
        for (double z = 44; z > 2; z -= z > 20 ? 2.6 : z > 8 ? 1.7 : 1.5) {
            if (z < 14) {
                set.easel().plane(Plane.MIDDLE);
            }
            if (Math.abs(z - 22) < 1.4 || Math.abs(z - 12) < .9) {
                haze(set, z);
            }
            double side = random.nextBoolean() ? 1 : -1;
            double x = side * (z < 9 ? random.nextDouble(1.7, 5) : random.nextDouble(.5, z * .75));
            if (z > 16) {
                Trees.tree(set, x, z, random.nextDouble(11, 17), habit);
                Trees.tree(set, -x * random.nextDouble(.7, 1.6), z, random.nextDouble(11, 17), habit);
            } else {
                trunk(set, x, z, random.nextDouble(.16, .34));
                trunk(set, -x * random.nextDouble(.8, 1.5), z + .4, random.nextDouble(.14, .3));
            }
        }
        canopy(set);
        shafts(set);
        Ground.tufts(set, 110, 9, set.far(set.palette().near(), 0, 3));
        Ground.mist(set, 16, 7);
    }

    private static void haze(Carpenter set, double z) {
        double y = set.stage().at(0, 1, z).getY();
        set.easel()
                .fog(set.easel().width() * .5, y, set.easel().width() * .8, 110,
                        set.rig().air().tone().mix(set.palette().light(), .15), .3);
    }

    /** A tall trunk that leaves the frame. */
    private static void trunk(Carpenter set, double x, double z, double r) {
        if (set.stage().depth(x, z) < 1.2) {
            return;
        }
        Point2D foot = set.stage().at(x, 0, z);
        double w = r * set.stage().metre(x, z);
        double lean = set.signature().between("lean" + x, -.05, .05) * 700;
        Shape shape = new Spline().corner(foot.getX() - w * 2, foot.getY() + w * .2)
                .at(foot.getX() - w * 1.05, foot.getY() - w * 1.6)
                .corner(foot.getX() - w * .7 + lean, -120)
                .corner(foot.getX() + w * .7 + lean, -120)
                .at(foot.getX() + w * 1.05, foot.getY() - w * 1.6)
                .corner(foot.getX() + w * 2, foot.getY() + w * .2)
                .closed();
        set.shadow(x - r * 2, z - r, x + r * 2, z + r, 1.6);
        Tone bark = set.palette().near().mix(set.palette().middle(), .35);
        Tone lit = set.seen(bark.times(1.2), new Spot(x, 2, z), Rig.unit(set.rig().from().x(), 0, -.4));
        Tone dark = set.far(bark.times(.6), x, z);
        double side = set.rig().from().x() < 0 ? -1 : 1;
        set.easel()
                .wash(shape,
                        Wash.of(lit, dark).along(foot.getX() + side * w, 0, foot.getX() - side * w, 0).streak(88, .22));
        set.contour(shape, set.stage().depth(x, z));
    }

    private static void canopy(Carpenter set) {
        SplittableRandom random = set.setup().place();
        double top = Math.min(190, set.stage().horizon() * .5);
        Area mass = new Area();
        for (int i = 0; i < 26; i++) {
            double x = -80 + i * 58;
            double r = random.nextDouble(50, 105);
            mass.add(new Area(Spline.blob(x - r, -20, x - r * .6, top * random.nextDouble(.1, .5), x,
                    top * random.nextDouble(.2, .8), x + r * .7, top * random.nextDouble(.1, .5), x + r, -20, x,
                    -160)));
        }
        Tone leaf = set.far(Trees.leaves(set).times(.6), 0, 12);
        set.easel().wash(mass, Wash.of(leaf.times(.7), leaf).vertical(-20, top).displace(7).bloom(.2).opacity(.9));
    }

    private static void shafts(Carpenter set) {
        if (set.rig().hardness() < .3 || set.setup().staging().place().weather() == Weather.FOG) {
            return;
        }
        double side = Math.signum(set.rig().from().x());
        for (int i = 0; i < 3; i++) {
            double x = set.easel().width() * (.5 + side * .2) + (i - 1) * 240;
            set.easel()
                    .lift(Spline.poly(x, -80, x + 60, -80, x + 60 - side * 330, 640, x - 60 - side * 330, 640),
                            set.palette().light(), 30, set.palette().mood().dark() ? .05 : .11);
        }
    }

    /** Furrows running to the horizon, a tree or two, a fence, a far line of woods. */
    static void field(Carpenter set) {
        Heavens.sky(set);
        Heavens.ridge(set, "woods", 340, 22, 1.3, set.palette().middle());
        Tone crop = grass(set).lit(Tone.hex(0xFFF0C4));
        Ground.open(set, crop);
        set.easel().plane(Plane.MIDDLE);
        Path2D rows = new Path2D.Double();
        for (double x = -40; x <= 40 && !Ground.snowing(set); x += 1.3) {
            rows.append(set.floorLine(x, Math.max(set.eyeZ() + 1, -6), x * 1.6, 130), false);
        }
        set.easel().ink(rows, Ink.of(set.far(crop.times(.7), 0, 10), 2.4).opacity(.5).dry(.35));
        Trees.Habit habit = Trees.habit(set);
        Trees.tree(set, set.signature().between("lone", -13, -7), 30, 8, habit);
        Trees.tree(set, set.signature().between("other", 9, 22), 48, 9, habit);
        Ground.mist(set, 60, 22);
        double side = set.signature().likely("fence side", .5) ? 1 : -1;
        Trees.fence(set, side > 0 ? 1.8 : -18, side > 0 ? 18 : -1.8, 7);
        Ground.tufts(set, 130, 8, set.far(set.palette().near().mix(crop, .3), 0, 3));
    }

    /** Round hills one behind the other, a path, a tree at the top; graves where the words ask for them. */
    static void hill(Carpenter set) {
        Heavens.sky(set);
        Heavens.ridge(set, "far", 700, 120, .25, set.palette().far());
        Heavens.ridge(set, "hill", 330, 62, .2, set.palette().far().mix(grass(set), .5));
        Heavens.ridge(set, "near", 150, 24, .15, grass(set));
        Ground.open(set, grass(set));
        set.easel().plane(Plane.MIDDLE);
        path(set, set.signature().between("bend", -6, 6));
        Trees.Habit habit = Trees.habit(set);
        Trees.tree(set, set.signature().between("tree", 5, 9), 22, 8, habit);
        Trees.tree(set, set.signature().between("tree2", -16, -9), 34, 7, habit);
        if (set.setup().words().matches(".*(cemetery|graveyard|grave).*")) {
            graves(set);
        }
        Ground.mist(set, 60, 24, 10);
        Ground.tufts(set, 120, 9, set.far(set.palette().near(), 0, 3));
    }

    private static void path(Carpenter set, double bend) {
        Spline left = new Spline();
        int steps = 9;
        for (int i = 0; i <= steps; i++) {
            double z = Math.max(set.eyeZ() + 1, -3) + i * i * .9;
            Point2D p = set.stage().at(-.9 + bend * Math.sin(z * .09), 0, z);
            left.at(p.getX(), p.getY());
        }
        for (int i = steps; i >= 0; i--) {
            double z = Math.max(set.eyeZ() + 1, -3) + i * i * .9;
            Point2D p = set.stage().at(.9 + bend * Math.sin(z * .09), 0, z);
            left.at(p.getX(), p.getY());
        }
        Tone earth = Ground.snowing(set) ? Ground.snow(set).times(.85) : set.palette().far().lit(Tone.hex(0xFFE9C8));
        set.easel()
                .wash(left.closed(),
                        Wash.flat(set.seen(earth, new Spot(0, 0, 4), Carpenter.UP)).streak(2, .14).opacity(.85));
    }

    private static void graves(Carpenter set) {
        Tone stone = set.palette().far().mix(set.palette().middle(), .5);
        for (int row = 3; row >= 0; row--) {
            for (int i = -4; i <= 4; i++) {
                double x = i * 1.9 + set.signature().between("grave" + row + i, -.4, .4);
                double z = 3 + row * 3.2;
                if (Math.abs(x) > .9 && set.signature().likely("there" + row + i, .75)) {
                    set.shadow(x - .3, z, x + .3, z + .15, .8);
                    double h = set.signature().between("high" + row + i, .7, 1.1);
                    Flat flat = Flat.back(set.stage(), z);
                    set.shape(flat.arch(x - .3, 0, x + .3, h), set.seen(stone, flat.spot(x, .5), Carpenter.FRONT));
                    set.contour(flat.arch(x - .3, 0, x + .3, h), set.stage().depth(x, z));
                }
            }
        }
    }

    /** A lawn, a gravel path, flower beds, hedges, a house with windows at the end. */
    static void garden(Carpenter set) {
        Heavens.sky(set);
        set.easel().plane(Plane.FAR);
        Trees.Habit habit = Trees.habit(set);
        Ground.open(set, grass(set));
        Town.frontHouse(set, set.signature().between("house", -9, 1), 9, 26, 6, "garden house");
        for (double x = -22; x < 24; x += 5.5) {
            Trees.tree(set, x + set.signature().between("row" + x, -1.5, 1.5), 32 - Math.abs(x) * .3, 8, habit);
        }
        set.easel().plane(Plane.MIDDLE);
        path(set, set.signature().between("bend", -2, 2));
        Tone hedge = Trees.leaves(set);
        set.standing(hedge, -9, 12, -2.2, 13, 1.5);
        set.standing(hedge, 2.2, 12, 9, 13, 1.5);
        Ground.mist(set, 18, 8);
        Trees.tree(set, set.signature().between("tree", 4, 6), 7.5, 6, habit);
        beds(set);
        Furniture.bench(set, set.palette().near().mix(set.palette().middle(), .4), -3.4, 4.4, 1.7);
        Ground.tufts(set, 70, 8, set.far(set.palette().near().mix(grass(set), .4), 0, 3));
    }

    private static void beds(Carpenter set) {
        SplittableRandom random = set.setup().place();
        for (int side = -1; side <= 1; side += 2) {
            for (int i = 0; i < 60 && !Ground.snowing(set); i++) {
                double z = random.nextDouble(2, 11);
                double x = side * (1.5 + random.nextDouble(0, .6) + Math.abs(z - 5) * .05);
                Point2D p = set.stage().at(x, random.nextDouble(.15, .5), z);
                double r = .06 * set.stage().metre(x, z);
                Tone bloom = Tone.hsv(random.nextInt(3) * 24 + 330, .35, .9).ofValue(set.palette().far().value());
                if (set.stage().depth(x, z) > 1.2) {
                    set.easel()
                            .wash(Spline.blob(p.getX() - r, p.getY(), p.getX(), p.getY() - r, p.getX() + r, p.getY(),
                                    p.getX(), p.getY() + r),
                                    Wash.flat(i % 3 == 0 ? set.far(bloom, x, z) : set.far(Trees.leaves(set), x, z))
                                            .pool(0));
                }
            }
        }
    }
}
