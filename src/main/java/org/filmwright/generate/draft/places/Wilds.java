package org.filmwright.generate.draft.places;

import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.SplittableRandom;
import org.filmwright.generate.draft.paint.Ink;
import org.filmwright.generate.draft.paint.Plane;
import org.filmwright.generate.draft.paint.Spline;
import org.filmwright.generate.draft.paint.Tone;
import org.filmwright.generate.draft.paint.Wash;
import org.filmwright.generate.draft.stage.Setup;
import org.filmwright.generate.draft.stage.Stage.Spot;

/** Where nobody lives: mountains, desert, caves. */
final class Wilds {
    private Wilds() {}

    /** The mouth of the cave is its lamp. */
    static Rig mouthLight(Setup setup) {
        Tone day = setup.palette().mood().dark() ? Tone.hex(0x6E8AC0) : setup.palette().light();
        return Rig.inside(setup, 26).with(new Rig.Bulb(new Spot(.6, 1.8, 8), 4.2, day));
    }

    /** Peaks with snow, their shadow side blue, boulders at the foot. */
    static void mountain(Carpenter set) {
        Heavens.sky(set);
        set.easel().plane(Plane.FAR);
        peaks(set, 1500, 620, "back", .7);
        peaks(set, 800, 330, "front", .3);
        Heavens.ridge(set, "foot", 240, 44, 1.2, set.palette().middle());
        Ground.open(set, set.palette().middle().mix(set.palette().far(), .3));
        set.easel().plane(Plane.MIDDLE);
        Ground.mist(set, 120, 40);
        for (int i = 0; i < 4; i++) {
            double x = set.signature().between("pine" + i, 6, 20) * (i % 2 == 0 ? 1 : -1);
            Trees.tree(set, x, 26 + i * 7, 9, Trees.Habit.PINE);
        }
        Waterside.rocks(set, 2.4, 3, 12);
        Ground.tufts(set, 40, 8, set.far(set.palette().near(), 0, 3));
    }

    private static void peaks(Carpenter set, double distance, double high, String name, double pale) {
        Flat flat = Flat.back(set.stage(), distance);
        Tone rock = set.palette().middle().mix(set.palette().far(), pale);
        Tone base = set.far(rock, 0, distance * .45);
        Tone snow = set.palette()
                .light()
                .mix(set.palette().top(), .25)
                .mix(base, set.palette().mood().dark() ? .55 : .1);
        double side = set.rig().from().x() < 0 ? -1 : 1;
        for (int i = -4; i <= 4; i++) {
            double x = i * distance * .42 + set.signature().between(name + "x" + i, -.1, .1) * distance;
            double h = high * set.signature().between(name + "h" + i, .55, 1);
            double w = h * set.signature().between(name + "w" + i, .9, 1.4);
            double k = set.signature().between(name + "k" + i, -.12, .12) * w;
            Path2D mass = flat.poly(x - w, -20, x - w * .55 + k, h * .42, x - w * .4, h * .5, x + k, h, x + w * .3,
                    h * .6, x + w * .5, h * .46, x + w, -20);
            double foot = flat.at(x, 0).getY();
            double top = flat.at(x, h).getY();
            set.easel()
                    .wash(mass,
                            Wash.of(base, base.mix(set.rig().air().tone(), .6)).vertical(top, foot).streak(60, .14));
            set.easel()
                    .shade(flat.poly(x + k, h, x - side * w * .1, h * .6, x - side * w * .02, h * .4, x - side * w * .3,
                            0, x - side * w, -20, x - side * w * .45, h * .45), Tone.hex(0x44506A), 2, .4);
            Path2D cap = flat.poly(x + k, h, x + w * .2, h * .74, x + w * .1, h * .66, x + w * .02, h * .72,
                    x - w * .08, h * .62, x - w * .16, h * .7, x - w * .26, h * .66);
            set.easel()
                    .wash(cap, Wash.of(snow, snow.mix(base, .4))
                            .along(flat.at(x + side * w * .2, 0).getX(), 0, flat.at(x - side * w * .2, 0).getX(), 0));
        }
    }

    /** Dunes with sharp crests and shadow sides; now and then a mesa. */
    static void desert(Carpenter set) {
        Heavens.sky(set);
        Tone sand = set.palette().far().lit(Tone.hex(0xFFDFAE)).ofValue(set.palette().far().value());
        if (set.signature().likely("mesa", .5)) {
            mesa(set, set.signature().between("mesa x", -120, -60), 330, 46);
            mesa(set, set.signature().between("mesa y", 60, 150), 460, 60);
        }
        Heavens.ridge(set, "dunes", 420, 44, .1, sand.mix(set.palette().middle(), .3));
        Ground.open(set, sand);
        set.easel().plane(Plane.MIDDLE);
        for (int i = 0; i < 4; i++) {
            dune(set, 60 - i * 15, sand, i);
        }
        Ground.mist(set, 60);
        Path2D ripples = new Path2D.Double();
        SplittableRandom random = set.setup().place();
        for (int i = 0; i < 60 && !set.soft(); i++) {
            double x = random.nextDouble(-7, 7);
            double z = random.nextDouble(-2, 12);
            if (set.stage().depth(x, z) > 1.4) {
                Point2D a = set.stage().at(x, 0, z);
                Point2D b = set.stage().at(x + .4, 0, z + .06);
                Point2D c = set.stage().at(x + .9, 0, z);
                ripples.append(Spline.line(a.getX(), a.getY(), b.getX(), b.getY(), c.getX(), c.getY()), false);
            }
        }
        set.easel().ink(ripples, Ink.of(set.far(sand.times(.72), 0, 3), 2).opacity(.6));
    }

    private static void dune(Carpenter set, double z, Tone sand, int i) {
        double x = set.signature().between("dune" + i, -1, 1) * z * .6;
        double h = set.signature().between("dune h" + i, .09, .15) * z;
        double w = z * .75;
        Flat flat = Flat.back(set.stage(), z);
        Point2D[] p = {flat.at(x - w, 0), flat.at(x - w * .4, h * .5), flat.at(x, h), flat.at(x + w * .35, h * .45),
            flat.at(x + w, 0)};
        Shape mass = new Spline().corner(p[0].getX(), p[0].getY())
                .at(p[1].getX(), p[1].getY())
                .corner(p[2].getX(), p[2].getY())
                .at(p[3].getX(), p[3].getY())
                .corner(p[4].getX(), p[4].getY())
                .closed();
        Tone lit = set.seen(sand, flat.spot(x, h), Rig.unit(set.rig().from().x(), .8, -.3));
        set.easel().wash(mass, Wash.of(lit, lit.times(.92)).vertical(p[2].getY(), p[0].getY()).streak(2, .1).pool(0));
        double side = set.rig().from().x() < 0 ? 1 : -1;
        Point2D far = side > 0 ? p[4] : p[0];
        Point2D mid = side > 0 ? p[3] : p[1];
        Point2D foot = flat.at(x - side * w * .12, 0);
        Shape shade = new Spline().corner(p[2].getX(), p[2].getY())
                .at(mid.getX(), mid.getY())
                .corner(far.getX(), far.getY())
                .corner(foot.getX(), foot.getY())
                .at(flat.at(x + side * w * .06, 0).getX(), (p[2].getY() + foot.getY()) / 2)
                .closed();
        set.easel().shade(shade, Tone.hex(0x5A4A52), 1, .45);
    }

    private static void mesa(Carpenter set, double x, double z, double h) {
        set.easel().plane(Plane.FAR);
        Flat flat = Flat.back(set.stage(), z);
        Tone rock = set.far(set.palette().middle().lit(Tone.hex(0xFFCFAE)), 0, z * .5);
        set.shape(flat.poly(x - h * 1.4, 0, x - h * .9, h * .4, x - h * .8, h, x + h * .7, h * .97, x + h * .85, h * .4,
                x + h * 1.3, 0), rock);
    }

    /** Rock all round, the bright mouth behind the stage, stalactites, its light on the floor. */
    static void cave(Carpenter set) {
        set.easel().plane(Plane.SKY);
        Rig.Bulb mouth = set.rig().bulbs().getFirst();
        Point2D m = set.stage().at(.6, 1.6, 9);
        set.easel()
                .wash(Heavens.rectangle(set, -100, 860),
                        Wash.of(mouth.tone(), mouth.tone().mix(set.palette().horizon(), .5))
                                .vertical(m.getY() - 150, m.getY() + 90));
        SplittableRandom random = set.setup().place();
        set.easel().plane(Plane.FAR);
        Tone rock = set.palette().middle().mix(set.palette().near(), .2);
        for (int ring = 0; ring < 5; ring++) {
            double z = 9 - ring * 2.3;
            if (set.stage().depth(.3, z) < .8) {
                break;
            }
            Path2D wall = new Path2D.Double(Path2D.WIND_EVEN_ODD);
            wall.append(Heavens.rectangle(set, -140, 900), false);
            wall.append(hole(set, z, 1.9 + ring * .75, 2.6 + ring * .5, random), false);
            Tone tone = set.seen(rock.times(1.2 - ring * .15), new Spot(2, 1, z), Rig.unit(-.3, 0, ring == 0 ? .2 : .5))
                    .mix(mouth.tone(), .22 - .05 * ring);
            set.easel()
                    .wash(wall,
                            Wash.of(tone.times(.8), tone)
                                    .vertical(0, 640)
                                    .displace(6)
                                    .bloom(.22)
                                    .streak(60 + ring * 14, .18));
            set.easel().rim(set.easel().mask(wall), 0, .2, 4, mouth.tone(), .25);
        }
        set.easel().plane(Plane.MIDDLE);
        set.level(rock.times(.9), 0, -14, set.eyeZ() + .3, 14, 7);
        set.easel().lift(set.stage().floor(-1, -1, 2, 8), mouth.tone(), 30, .35);
        set.easel().glow(m.getX(), m.getY(), 430, mouth.tone(), .5);
        Waterside.rocks(set, 2.2, 2, 6);
    }

    private static Shape hole(Carpenter set, double z, double wide, double high, SplittableRandom random) {
        Flat flat = Flat.back(set.stage(), z);
        Spline spline = new Spline();
        int n = 18;
        for (int i = 0; i < n; i++) {
            double turn = Math.PI * 2 * i / n;
            boolean up = Math.sin(turn) > .2;
            double far = random.nextDouble(.86, 1.12) * (up && i % 2 == 0 ? .78 : 1);
            Point2D p = flat.at(.4 + wide * far * Math.cos(turn),
                    Math.max(-.1, high * .42 + high * .58 * far * Math.sin(turn)));
            if (up && i % 2 == 0) {
                spline.corner(p.getX(), p.getY());
            } else {
                spline.at(p.getX(), p.getY());
            }
        }
        return spline.closed();
    }
}
